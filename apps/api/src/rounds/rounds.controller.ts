import { listRounds, readRound, type ResponseOf } from '@kilim/contracts';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../http/actor.decorator.js';
import { Endpoint, EndpointParams } from '../http/endpoint.decorator.js';
import { RoundsService } from './rounds.service.js';

@Controller()
export class RoundsController {
  constructor(private readonly rounds: RoundsService) {}

  @Endpoint(listRounds)
  async list(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof listRounds>> {
    return { rounds: await this.rounds.list(actor) };
  }

  @Endpoint(readRound)
  read(
    @EndpointParams(readRound) { roundId }: { roundId: string },
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof readRound>> {
    return this.rounds.read(actor, roundId);
  }
}
