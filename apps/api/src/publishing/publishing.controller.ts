import {
  listChangeReports,
  listProgrammeVersions,
  makeChangeReport,
  publishDraft,
  readChangeReport,
  retireVersion,
  returnVersion,
  reviseTexts,
  signChangeReport,
  type ResponseOf,
} from '@kilim/contracts';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../http/actor.decorator.js';
import { Endpoint, EndpointBody, EndpointParams } from '../http/endpoint.decorator.js';
import { ChangeReports } from './change-reports.service.js';
import { Publications, type Publication } from './publications.service.js';
import { PublishedTexts, type TextsRevision } from './published-texts.service.js';
import { Versions } from './versions.service.js';

interface OfDraft {
  readonly draftId: string;
}

interface OfVersion {
  readonly versionId: string;
}

@Controller()
export class PublishingController {
  constructor(
    private readonly reports: ChangeReports,
    private readonly publications: Publications,
    private readonly versions: Versions,
    private readonly texts: PublishedTexts,
  ) {}

  @Endpoint(listProgrammeVersions)
  async list(
    @EndpointParams(listProgrammeVersions) { programmeId }: { programmeId: string },
  ): Promise<ResponseOf<typeof listProgrammeVersions>> {
    return { versions: await this.versions.list(programmeId) };
  }

  @Endpoint(makeChangeReport)
  make(
    @EndpointParams(makeChangeReport) { draftId }: OfDraft,
    @EndpointBody(makeChangeReport) body: { versionId: string; revision: number },
    @CurrentActor() { accountId }: Actor,
  ): Promise<ResponseOf<typeof makeChangeReport>> {
    return this.reports.make(draftId, accountId, body);
  }

  @Endpoint(listChangeReports)
  async listReports(
    @EndpointParams(listChangeReports) { draftId }: OfDraft,
  ): Promise<ResponseOf<typeof listChangeReports>> {
    return { reports: await this.reports.list(draftId) };
  }

  @Endpoint(readChangeReport)
  readReport(
    @EndpointParams(readChangeReport) { draftId, reportId }: OfDraft & { reportId: string },
  ): Promise<ResponseOf<typeof readChangeReport>> {
    return this.reports.read(draftId, reportId);
  }

  @Endpoint(signChangeReport)
  sign(
    @EndpointParams(signChangeReport) { draftId, reportId }: OfDraft & { reportId: string },
    @EndpointBody(signChangeReport) body: { hash: string; statement?: string },
    @CurrentActor() { accountId }: Actor,
  ): Promise<ResponseOf<typeof signChangeReport>> {
    return this.reports.sign(draftId, accountId, reportId, body);
  }

  @Endpoint(publishDraft)
  publish(
    @EndpointParams(publishDraft) { draftId }: OfDraft,
    @EndpointBody(publishDraft) body: Publication,
    @CurrentActor() { accountId }: Actor,
  ): Promise<ResponseOf<typeof publishDraft>> {
    return this.publications.publish(draftId, accountId, body);
  }

  @Endpoint(retireVersion)
  retire(
    @EndpointParams(retireVersion) { versionId }: OfVersion,
    @EndpointBody(retireVersion) { reason }: { reason: string },
    @CurrentActor() { accountId }: Actor,
  ): Promise<ResponseOf<typeof retireVersion>> {
    return this.versions.retire(versionId, accountId, reason);
  }

  @Endpoint(returnVersion)
  takeBack(
    @EndpointParams(returnVersion) { versionId }: OfVersion,
    @CurrentActor() { accountId }: Actor,
  ): Promise<ResponseOf<typeof returnVersion>> {
    return this.versions.takeBack(versionId, accountId);
  }

  @Endpoint(reviseTexts)
  revise(
    @EndpointParams(reviseTexts) { versionId }: OfVersion,
    @EndpointBody(reviseTexts) body: TextsRevision,
    @CurrentActor() { accountId }: Actor,
  ): Promise<ResponseOf<typeof reviseTexts>> {
    return this.texts.revise(versionId, accountId, body);
  }
}
