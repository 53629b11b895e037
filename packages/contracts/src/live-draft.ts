import { PartAddress } from '@kilim/indicators';
import * as z from 'zod';
import { DraftStep } from './drafts.js';
import { endpoint } from './endpoint.js';
import { Instant, Person, RevisionInAddress, Uuid } from './identity.js';

/** Somebody who has a draft open, in one tab or on one device. */
export const DraftAuthor = z
  .strictObject({
    /** Made by the client, one for each tab: by it somebody knows their own. */
    visitId: Uuid,
    person: Person,
    /** The part they are at; null: none. */
    part: PartAddress.nullable(),
    since: Instant,
  })
  .meta({ id: 'DraftAuthor' });
export type DraftAuthor = z.infer<typeof DraftAuthor>;

/**
 * What whoever has a draft open is told.
 *
 * | kind | |
 * |---|---|
 * | step | a step was taken, also by oneself; `sequence` is its revision. That the draft was published, thrown away or taken back is a step, too |
 * | authors | who is here, all of them; whenever that changes, and at the beginning |
 * | reload | too much has happened to tell it step by step: read it anew |
 * | here | nothing happens, and the stream is still there |
 * | ended | the stream ends, and opening it again would be refused |
 */
export const LiveDraftEvent = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('step'), sequence: z.int(), step: DraftStep }),
    z.strictObject({ kind: z.literal('authors'), authors: z.array(DraftAuthor).readonly() }),
    z.strictObject({ kind: z.literal('reload'), sequence: z.int() }),
    z.strictObject({ kind: z.literal('here') }),
    z.strictObject({ kind: z.literal('ended'), reason: z.enum(['session', 'access']) }),
  ])
  .meta({ id: 'LiveDraftEvent' });
export type LiveDraftEvent = z.infer<typeof LiveDraftEvent>;

const visitParams = z.strictObject({ draftId: Uuid, visitId: Uuid });

export const watchDraft = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/events',
  summary:
    'What happens in a draft, as it happens: server-sent events. A broken stream goes on by Last-Event-ID; nothing is lost in between',
  allow: 'draft:read',
  params: z.strictObject({ draftId: Uuid }),
  query: z.strictObject({
    /** Tell what came after this revision; absent: what comes from now on. */
    after: RevisionInAddress.optional(),
    /** Of this tab, if it says where it is: then it counts as gone when the stream ends and does not come back. */
    visitId: Uuid.optional(),
  }),
  tells: LiveDraftEvent,
  problems: ['request.tooMany', 'server.busy'],
});

export const stayInDraft = endpoint({
  method: 'PUT',
  path: '/drafts/:draftId/authors/:visitId',
  summary: 'Say that one is here and at which part; again every twenty seconds and on every move',
  allow: 'draft:read',
  params: visitParams,
  body: z.strictObject({ part: PartAddress.nullable() }),
  status: 204,
  problems: [],
});

export const leaveDraft = endpoint({
  method: 'DELETE',
  path: '/drafts/:draftId/authors/:visitId',
  summary: 'Say that one is gone',
  allow: 'draft:read',
  params: visitParams,
  status: 204,
  problems: [],
});
