import { Readable } from 'node:stream';
import {
  exportHistory,
  HISTORY_FORMATS,
  readAssessmentHistory,
  readHistory,
  type ResponseOf,
} from '@kilim/contracts';
import { Controller, StreamableFile } from '@nestjs/common';
import { Endpoint, EndpointParams, EndpointQuery } from '../http/endpoint.decorator.js';
import { asCsv, asNdjson } from './history-file.js';
import { HistoryService, type HistoryNarrowing, type HistoryRequest } from './history.service.js';

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

  @Endpoint(exportHistory)
  export(
    @EndpointQuery(exportHistory)
    { format, ...narrowing }: HistoryNarrowing & { readonly format: keyof typeof HISTORY_FORMATS },
  ): StreamableFile {
    const entries = this.history.all(narrowing);
    const lines = format === 'csv' ? asCsv(entries) : asNdjson(entries);
    return new StreamableFile(Readable.from(lines), {
      type: HISTORY_FORMATS[format],
      disposition: `attachment; filename="history.${format}"`,
    });
  }
}
