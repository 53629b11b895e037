import { readScorecard, type ResponseOf } from '@kilim/contracts';
import type { Basis } from '@kilim/indicators';
import { Controller } from '@nestjs/common';
import { Endpoint, EndpointParams, EndpointQuery } from '../http/endpoint.decorator.js';
import { ScorecardsService } from './scorecards.service.js';

@Controller()
export class ScorecardsController {
  constructor(private readonly scorecards: ScorecardsService) {}

  @Endpoint(readScorecard)
  read(
    @EndpointParams(readScorecard) { assessmentId }: { assessmentId: string },
    @EndpointQuery(readScorecard) { basis }: { basis: Basis },
  ): Promise<ResponseOf<typeof readScorecard>> {
    return this.scorecards.compute(assessmentId, basis);
  }
}
