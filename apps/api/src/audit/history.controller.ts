import { readAssessmentHistory, readHistory, type ResponseOf } from '@kilim/contracts';
import { Controller } from '@nestjs/common';
import { Endpoint, EndpointParams, EndpointQuery } from '../http/endpoint.decorator.js';
import { HistoryService, type HistoryRequest } from './history.service.js';

@Controller()
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Endpoint(readAssessmentHistory)
  ofAssessment(
    @EndpointParams(readAssessmentHistory) { assessmentId }: { assessmentId: string },
    @EndpointQuery(readAssessmentHistory) query: Omit<HistoryRequest, 'assessmentId'>,
  ): Promise<ResponseOf<typeof readAssessmentHistory>> {
    return this.history.page({ ...query, assessmentId });
  }

  @Endpoint(readHistory)
  ofAll(@EndpointQuery(readHistory) query: HistoryRequest): Promise<ResponseOf<typeof readHistory>> {
    return this.history.page(query);
  }
}
