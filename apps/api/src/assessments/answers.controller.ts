import { listAnswers, saveAnswers, type AnswerSave, type Instant, type ResponseOf } from '@kilim/contracts';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../http/actor.decorator.js';
import { Endpoint, EndpointBody, EndpointParams } from '../http/endpoint.decorator.js';
import { AnswersService } from './answers.service.js';

@Controller()
export class AnswersController {
  constructor(private readonly answers: AnswersService) {}

  @Endpoint(listAnswers)
  list(
    @EndpointParams(listAnswers) { assessmentId }: { assessmentId: string },
  ): Promise<ResponseOf<typeof listAnswers>> {
    return this.answers.list(assessmentId);
  }

  @Endpoint(saveAnswers)
  async save(
    @EndpointParams(saveAnswers) { assessmentId }: { assessmentId: string },
    @EndpointBody(saveAnswers) body: { saves: AnswerSave[]; sentAt?: Instant },
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof saveAnswers>> {
    return { answers: await this.answers.save(actor, assessmentId, body) };
  }
}
