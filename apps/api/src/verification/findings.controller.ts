import { listFindings, recordFinding, type RecordFinding, type ResponseOf } from '@kilim/contracts';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../http/actor.decorator.js';
import { Endpoint, EndpointBody, EndpointParams } from '../http/endpoint.decorator.js';
import { FindingsList } from './findings-list.service.js';
import { FindingsService } from './findings.service.js';

@Controller()
export class FindingsController {
  constructor(
    private readonly list: FindingsList,
    private readonly findings: FindingsService,
  ) {}

  @Endpoint(listFindings)
  async all(
    @EndpointParams(listFindings) { assessmentId }: { assessmentId: string },
  ): Promise<ResponseOf<typeof listFindings>> {
    return { findings: await this.list.all(assessmentId) };
  }

  @Endpoint(recordFinding)
  record(
    @EndpointParams(recordFinding) { assessmentId }: { assessmentId: string },
    @EndpointBody(recordFinding) body: RecordFinding,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof recordFinding>> {
    return this.findings.record(actor, assessmentId, body);
  }
}
