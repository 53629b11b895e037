import { addEvidence, linkEvidence, listEvidence, type ResponseOf } from '@kilim/contracts';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { FilesService } from '../files/files.service.js';
import { CurrentActor } from '../http/actor.decorator.js';
import { Endpoint, EndpointBody, EndpointParams } from '../http/endpoint.decorator.js';
import { EvidenceService, type NewEvidence, type NewLink } from './evidence.service.js';

@Controller()
export class EvidenceController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly files: FilesService,
  ) {}

  @Endpoint(listEvidence)
  async list(
    @EndpointParams(listEvidence) { assessmentId }: { assessmentId: string },
  ): Promise<ResponseOf<typeof listEvidence>> {
    return {
      evidence: await this.evidence.list(assessmentId),
      fileRoom: await this.files.room(assessmentId),
    };
  }

  @Endpoint(addEvidence)
  add(
    @EndpointParams(addEvidence) { assessmentId }: { assessmentId: string },
    @EndpointBody(addEvidence) body: NewEvidence,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof addEvidence>> {
    return this.evidence.add(actor, assessmentId, body);
  }

  @Endpoint(linkEvidence)
  link(
    @EndpointParams(linkEvidence)
    { assessmentId, evidenceId }: { assessmentId: string; evidenceId: string },
    @EndpointBody(linkEvidence) body: NewLink,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof linkEvidence>> {
    return this.evidence.link(actor, assessmentId, evidenceId, body);
  }
}
