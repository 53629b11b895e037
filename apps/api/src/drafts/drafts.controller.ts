import {
  changeDraft,
  checkDraftContent,
  createDraft,
  discardDraft,
  listDrafts,
  listDraftSteps,
  readDraft,
  readDraftHistory,
  recoverDraft,
  redoDraftStep,
  restoreDraft,
  undoDraftStep,
  type DraftOrigin,
  type ResponseOf,
} from '@kilim/contracts';
import type { DraftChange } from '@kilim/indicators';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../http/actor.decorator.js';
import { Endpoint, EndpointBody, EndpointParams, EndpointQuery } from '../http/endpoint.decorator.js';
import { DraftSteps, type StepRequest } from './draft-steps.service.js';
import { DraftsService } from './drafts.service.js';

interface InProgramme {
  readonly programmeId: string;
}

interface OfDraft {
  readonly draftId: string;
}

@Controller()
export class DraftsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly steps: DraftSteps,
  ) {}

  @Endpoint(listDrafts)
  async list(
    @EndpointParams(listDrafts) { programmeId }: InProgramme,
  ): Promise<ResponseOf<typeof listDrafts>> {
    return { drafts: await this.drafts.list(programmeId) };
  }

  @Endpoint(createDraft)
  create(
    @EndpointParams(createDraft) { programmeId }: InProgramme,
    @EndpointBody(createDraft) { from }: { from: DraftOrigin },
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof createDraft>> {
    return this.drafts.create(actor, programmeId, from);
  }

  @Endpoint(readDraft)
  read(
    @EndpointParams(readDraft) { draftId }: OfDraft,
    @EndpointQuery(readDraft) { revision }: { revision?: number },
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof readDraft>> {
    return this.drafts.read(actor, draftId, revision);
  }

  @Endpoint(changeDraft)
  change(
    @EndpointParams(changeDraft) { draftId }: OfDraft,
    @EndpointBody(changeDraft) { changes, ...request }: StepRequest & { changes: DraftChange[] },
    @CurrentActor() { accountId }: Actor,
  ): Promise<ResponseOf<typeof changeDraft>> {
    return this.steps.change(draftId, accountId, request, changes);
  }

  @Endpoint(listDraftSteps)
  stepsAfter(
    @EndpointParams(listDraftSteps) { draftId }: OfDraft,
    @EndpointQuery(listDraftSteps) { after }: { after: number },
  ): Promise<ResponseOf<typeof listDraftSteps>> {
    return this.drafts.stepsAfter(draftId, after);
  }

  @Endpoint(readDraftHistory)
  history(
    @EndpointParams(readDraftHistory) { draftId }: OfDraft,
    @EndpointQuery(readDraftHistory) { before, limit }: { before?: number; limit: number },
  ): Promise<ResponseOf<typeof readDraftHistory>> {
    return this.drafts.history(draftId, before, limit);
  }

  @Endpoint(undoDraftStep)
  undo(
    @EndpointParams(undoDraftStep) { draftId }: OfDraft,
    @EndpointBody(undoDraftStep) request: StepRequest & { revision?: number },
    @CurrentActor() { accountId }: Actor,
  ): Promise<ResponseOf<typeof undoDraftStep>> {
    return this.steps.undo(draftId, accountId, request);
  }

  @Endpoint(redoDraftStep)
  redo(
    @EndpointParams(redoDraftStep) { draftId }: OfDraft,
    @EndpointBody(redoDraftStep) request: StepRequest,
    @CurrentActor() { accountId }: Actor,
  ): Promise<ResponseOf<typeof redoDraftStep>> {
    return this.steps.redo(draftId, accountId, request);
  }

  @Endpoint(restoreDraft)
  restore(
    @EndpointParams(restoreDraft) { draftId }: OfDraft,
    @EndpointBody(restoreDraft) request: StepRequest & { revision: number },
    @CurrentActor() { accountId }: Actor,
  ): Promise<ResponseOf<typeof restoreDraft>> {
    return this.steps.restore(draftId, accountId, request);
  }

  @Endpoint(discardDraft)
  discard(
    @EndpointParams(discardDraft) { draftId }: OfDraft,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof discardDraft>> {
    return this.drafts.discard(actor, draftId);
  }

  @Endpoint(recoverDraft)
  recover(
    @EndpointParams(recoverDraft) { draftId }: OfDraft,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof recoverDraft>> {
    return this.drafts.recover(actor, draftId);
  }

  @Endpoint(checkDraftContent)
  checks(
    @EndpointParams(checkDraftContent) { draftId }: OfDraft,
  ): Promise<ResponseOf<typeof checkDraftContent>> {
    return this.drafts.checks(draftId);
  }
}
