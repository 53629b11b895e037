import { listAssessments, readAssessment, takeTransition, type ResponseOf } from '@kilim/contracts';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../http/actor.decorator.js';
import { Endpoint, EndpointBody, EndpointParams } from '../http/endpoint.decorator.js';
import { AssessmentsService } from './assessments.service.js';
import { TransitionsService, type StepRequest } from './transitions.service.js';

@Controller()
export class AssessmentsController {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly transitions: TransitionsService,
  ) {}

  @Endpoint(listAssessments)
  async list(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof listAssessments>> {
    return { assessments: await this.assessments.list(actor) };
  }

  @Endpoint(readAssessment)
  read(
    @EndpointParams(readAssessment) { assessmentId }: { assessmentId: string },
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof readAssessment>> {
    return this.assessments.read(actor, assessmentId);
  }

  @Endpoint(takeTransition)
  take(
    @EndpointParams(takeTransition) { assessmentId }: { assessmentId: string },
    @EndpointBody(takeTransition) body: StepRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof takeTransition>> {
    return this.transitions.take(actor, assessmentId, body);
  }
}
