import {
  listVersions,
  publishVersion,
  readVersion,
  type PublishVersion,
  type ResponseOf,
} from '@kilim/contracts';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../http/actor.decorator.js';
import { Endpoint, EndpointBody, EndpointParams } from '../http/endpoint.decorator.js';
import { QuestionnairesService } from './questionnaires.service.js';

@Controller()
export class QuestionnairesController {
  constructor(private readonly questionnaires: QuestionnairesService) {}

  @Endpoint(listVersions)
  async list(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof listVersions>> {
    return { versions: await this.questionnaires.list(actor) };
  }

  @Endpoint(readVersion)
  read(
    @EndpointParams(readVersion) { versionId }: { versionId: string },
  ): Promise<ResponseOf<typeof readVersion>> {
    return this.questionnaires.read(versionId);
  }

  @Endpoint(publishVersion)
  publish(
    @EndpointParams(publishVersion) { programmeId }: { programmeId: string },
    @EndpointBody(publishVersion) body: PublishVersion,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof publishVersion>> {
    return this.questionnaires.publishFirst(programmeId, actor.accountId, body);
  }
}
