import {
  DraftChange,
  DraftConflict,
  DraftContent,
  DraftFault,
  Language,
  StepSummary,
} from '@kilim/indicators';
import * as z from 'zod';
import { endpoint } from './endpoint.js';
import { Instant, Person, Revision, RevisionInAddress, Uuid } from './identity.js';

/** What has become of a draft. Only an open one can be changed. */
export const DraftState = z.enum(['open', 'discarded', 'published']).meta({ id: 'DraftState' });
export type DraftState = z.infer<typeof DraftState>;

/** A version that is being written. */
export const DraftSummary = z
  .strictObject({
    id: Uuid,
    programmeId: Uuid,
    state: DraftState,
    /** The line of versions it will belong to, the version's name and the questionnaire's title: as they are now. */
    code: z.string(),
    version: z.string(),
    title: z.string(),
    /** The newest step: rises by one with each. */
    revision: z.int(),
    createdAt: Instant,
    createdBy: Person,
    changedAt: Instant,
    changedBy: Person,
    /** The published version it began as. */
    basedOn: z.strictObject({ versionId: Uuid, version: z.string() }).optional(),
    /** Until when a discarded draft can be taken back. */
    recoverableUntil: Instant.optional(),
    /** The version that a published draft became. */
    versionId: Uuid.optional(),
  })
  .meta({ id: 'DraftSummary' });
export type DraftSummary = z.infer<typeof DraftSummary>;

/** What kind of step: an edit; an earlier one taken back or made again; an earlier state put back; what became of it. */
export const DraftStepKind = z
  .enum(['created', 'edited', 'undone', 'redone', 'restored', 'discarded', 'recovered', 'published'])
  .meta({ id: 'DraftStepKind' });
export type DraftStepKind = z.infer<typeof DraftStepKind>;

const stepFacts = {
  revision: z.int(),
  kind: DraftStepKind,
  /** The step that was undone or redone, or the one to whose state the draft was put back. */
  of: z.int().optional(),
  at: Instant,
  by: Person,
};

/** One step of a draft in full: what an editor applies to have the same draft as the server. */
export const DraftStep = z
  .strictObject({
    ...stepFacts,
    /** Made by the client that sent it. */
    changeId: Uuid,
    changes: z.array(DraftChange).readonly(),
    /** What takes it back, to be applied in this order. */
    inverse: z.array(DraftChange).readonly(),
  })
  .meta({ id: 'DraftStep' });
export type DraftStep = z.infer<typeof DraftStep>;

/** One step as a list shows it: who, when, and what in words of the data. */
export const DraftStepLine = z
  .strictObject({ ...stepFacts, what: StepSummary })
  .meta({ id: 'DraftStepLine' });
export type DraftStepLine = z.infer<typeof DraftStepLine>;

/** What the person asking can take back and make again; absent: nothing. */
export const DraftStacks = z
  .strictObject({ undo: z.int().optional(), redo: z.int().optional() })
  .meta({ id: 'DraftStacks' });
export type DraftStacks = z.infer<typeof DraftStacks>;

/** A draft with all that is in it, at its newest step. */
export const Draft = z
  .strictObject({ ...DraftSummary.shape, content: DraftContent, stacks: DraftStacks })
  .meta({ id: 'Draft' });
export type Draft = z.infer<typeof Draft>;

/** What a step came to. */
export const DraftStepped = z
  .strictObject({
    /** Every step since the base revision, the new one among them; empty when it changed nothing. */
    steps: z.array(DraftStep).readonly(),
    revision: z.int(),
    stacks: DraftStacks,
  })
  .meta({ id: 'DraftStepped' });
export type DraftStepped = z.infer<typeof DraftStepped>;

/** The details of `draft.stale`: what collided, and everything that the client does not know yet. */
export const DraftStaleDetails = z
  .strictObject({
    conflict: DraftConflict,
    /** Who changed it, when. Absent when it is the client that is mistaken. */
    theirs: z.strictObject({ revision: z.int(), at: Instant, by: Person }).optional(),
    revision: z.int(),
    steps: z.array(DraftStep).readonly(),
  })
  .meta({ id: 'DraftStaleDetails' });
export type DraftStaleDetails = z.infer<typeof DraftStaleDetails>;

/** What a version is called. */
export const VersionName = z
  .string()
  .trim()
  .min(1)
  .max(24)
  .regex(/^\P{Cc}*$/u, 'no control characters');

/** How a draft begins. */
export const DraftOrigin = z
  .discriminatedUnion('kind', [
    /** With nothing but a title. */
    z.strictObject({
      kind: z.literal('blank'),
      code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,23}$/, '1 to 24 letters, digits, dots and dashes'),
      version: VersionName,
      title: z.string().trim().min(1).max(300),
      sourceLanguage: Language,
    }),
    /** As the version that this installation came with. */
    z.strictObject({ kind: z.literal('shipped'), version: VersionName }),
    /** As a published version one may read. Everything keeps its id, so that answers can be carried over. */
    z.strictObject({ kind: z.literal('version'), versionId: Uuid, version: VersionName }),
    /** As another draft of the programme is now. */
    z.strictObject({ kind: z.literal('draft'), draftId: Uuid, version: VersionName }),
  ])
  .meta({ id: 'DraftOrigin' });
export type DraftOrigin = z.infer<typeof DraftOrigin>;

const draftParams = z.strictObject({ draftId: Uuid });

/** Bytes of a request that changes a draft: 5,000 translated texts fit. */
const LARGEST_CHANGE = 4 * 1024 * 1024;

export const listDrafts = endpoint({
  method: 'GET',
  path: '/programmes/:programmeId/drafts',
  summary: 'The versions that are being written in a programme, the last changed first',
  allow: 'draft:read',
  params: z.strictObject({ programmeId: Uuid }),
  response: z.strictObject({ drafts: z.array(DraftSummary).readonly() }),
  problems: [],
});

export const createDraft = endpoint({
  method: 'POST',
  path: '/programmes/:programmeId/drafts',
  summary: 'Begin a new version',
  allow: 'draft:write',
  params: z.strictObject({ programmeId: Uuid }),
  body: z.strictObject({ from: DraftOrigin }),
  response: DraftSummary,
  status: 201,
  problems: ['draft.noOrigin'],
});

export const readDraft = endpoint({
  method: 'GET',
  path: '/drafts/:draftId',
  summary: 'A draft with all that is in it; as it was at an earlier step, if asked for',
  allow: 'draft:read',
  params: draftParams,
  query: z.strictObject({ revision: RevisionInAddress.min(1).optional() }),
  response: Draft,
  problems: ['draft.noRevision'],
});

export const changeDraft = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/changes',
  summary: 'Change a draft: all of the changes or, when they collide with those of others, none',
  allow: 'draft:write',
  params: draftParams,
  body: z.strictObject({
    /** Made by the client; sent again under the same id the changes happen once. */
    changeId: Uuid,
    /** The newest step that the client knew. */
    baseRevision: Revision.min(1),
    changes: z.array(DraftChange).min(1).max(5000),
  }),
  largest: LARGEST_CHANGE,
  response: DraftStepped,
  status: 201,
  problems: ['draft.stale', 'draft.misfit', 'draft.noRevision', 'draft.closed'],
});

export const listDraftSteps = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/steps',
  summary: 'The steps after one that the client knows, in order, at most 200',
  allow: 'draft:read',
  params: draftParams,
  query: z.strictObject({ after: RevisionInAddress }),
  response: z.strictObject({ steps: z.array(DraftStep).readonly(), revision: z.int() }),
  problems: [],
});

export const readDraftHistory = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/history',
  summary: 'What was done to a draft, by whom and when, newest first',
  allow: 'draft:read',
  params: draftParams,
  query: z.strictObject({
    /** Steps before this one; absent: the newest. */
    before: RevisionInAddress.min(1).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.strictObject({
    steps: z.array(DraftStepLine).readonly(),
    /** Pass as `before` for older ones; absent: that was all. */
    next: z.int().optional(),
  }),
  problems: [],
});

export const undoDraftStep = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/undo',
  summary: "Take back one's last step, or another one of one's own; what others did since stays",
  allow: 'draft:write',
  params: draftParams,
  body: z.strictObject({
    changeId: Uuid,
    /** The newest step that the client knew. */
    baseRevision: Revision.min(1),
    /** Which step; absent: the last of one's own that is not taken back. */
    revision: Revision.min(1).optional(),
  }),
  response: DraftStepped,
  status: 201,
  problems: ['draft.nothingToUndo', 'draft.stale', 'draft.noRevision', 'draft.closed'],
});

export const redoDraftStep = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/redo',
  summary: 'Make the last step again that one took back, unless one has done something else since',
  allow: 'draft:write',
  params: draftParams,
  body: z.strictObject({ changeId: Uuid, baseRevision: Revision.min(1) }),
  response: DraftStepped,
  status: 201,
  problems: ['draft.nothingToUndo', 'draft.stale', 'draft.noRevision', 'draft.closed'],
});

export const restoreDraft = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/restorations',
  summary: 'Put a draft back to how it was at an earlier step: a step of its own, which can be taken back',
  allow: 'draft:write',
  params: draftParams,
  body: z.strictObject({
    changeId: Uuid,
    /** The newest step that the person has seen; refused when there is a newer one. */
    baseRevision: Revision.min(1),
    revision: Revision.min(1),
  }),
  response: DraftStepped,
  status: 201,
  problems: ['draft.moved', 'draft.noRevision', 'draft.closed'],
});

export const discardDraft = endpoint({
  method: 'DELETE',
  path: '/drafts/:draftId',
  summary: 'Throw a draft away; for a while it can be taken back',
  allow: 'draft:write',
  params: draftParams,
  status: 200,
  response: DraftSummary,
  problems: ['draft.closed'],
});

export const recoverDraft = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/recovery',
  summary: 'Take back a draft that was thrown away',
  allow: 'draft:write',
  params: draftParams,
  response: DraftSummary,
  status: 201,
  problems: ['draft.closed'],
});

export const checkDraftContent = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/checks',
  summary: 'What the checks say of a draft: all that keeps it from being published, and what was let stand',
  allow: 'draft:read',
  params: draftParams,
  response: z.strictObject({ revision: z.int(), faults: z.array(DraftFault).readonly() }),
  problems: [],
});
