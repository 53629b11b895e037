import {
  answerClarification,
  askClarification,
  listClarifications,
  withdrawClarification,
  type ResponseOf,
} from '@kilim/contracts';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../http/actor.decorator.js';
import { Endpoint, EndpointBody, EndpointParams } from '../http/endpoint.decorator.js';
import { ClarificationsList } from './clarifications-list.service.js';
import { ClarificationsService, type NewClarification } from './clarifications.service.js';

interface Params {
  readonly assessmentId: string;
  readonly clarificationId: string;
}

@Controller()
export class ClarificationsController {
  constructor(
    private readonly list: ClarificationsList,
    private readonly clarifications: ClarificationsService,
  ) {}

  @Endpoint(listClarifications)
  async all(
    @EndpointParams(listClarifications) { assessmentId }: { assessmentId: string },
  ): Promise<ResponseOf<typeof listClarifications>> {
    return { clarifications: await this.list.all(assessmentId) };
  }

  @Endpoint(askClarification)
  ask(
    @EndpointParams(askClarification) { assessmentId }: { assessmentId: string },
    @EndpointBody(askClarification) body: NewClarification,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof askClarification>> {
    return this.clarifications.ask(actor, assessmentId, body);
  }

  @Endpoint(answerClarification)
  answer(
    @EndpointParams(answerClarification) { assessmentId, clarificationId }: Params,
    @EndpointBody(answerClarification) { words }: { words: string },
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof answerClarification>> {
    return this.clarifications.answer(actor, assessmentId, clarificationId, words);
  }

  @Endpoint(withdrawClarification)
  withdraw(
    @EndpointParams(withdrawClarification) { assessmentId, clarificationId }: Params,
    @EndpointBody(withdrawClarification) { words }: { words: string },
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof withdrawClarification>> {
    return this.clarifications.withdraw(actor, assessmentId, clarificationId, words);
  }
}
