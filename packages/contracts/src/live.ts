import { Id } from '@kilim/indicators';
import * as z from 'zod';
import { CurrentAnswer } from './answers.js';
import { AssessmentState } from './assessment-state.js';
import { endpoint } from './endpoint.js';
import { HistoryAction } from './history.js';
import { Instant, Person, RevisionInAddress, Uuid } from './identity.js';

/** Somebody who has an assessment open, in one tab or on one device. */
export const Visitor = z
  .strictObject({
    /** Made by the client, one for each tab: by it somebody knows their own. */
    visitId: Uuid,
    person: Person,
    /** Where they are; null: not in a section. */
    sectionId: Id.nullable(),
    since: Instant,
  })
  .meta({ id: 'Visitor' });
export type Visitor = z.infer<typeof Visitor>;

/** What every entry of the record tells. */
const entry = {
  /** Its place in the stream of the assessment: rising, without gaps. Also the id of the server-sent event. */
  sequence: z.int(),
  at: Instant,
  /** Absent for what the program did by itself, and once the person was erased. */
  by: Person.optional(),
};

/**
 * What whoever has an assessment open is told.
 *
 * | kind | |
 * |---|---|
 * | answer | an answer changed: how it stands after that change |
 * | evidence | a piece of evidence was added, or linked to a question, or no longer |
 * | finding | an expert recorded or withdrew a finding |
 * | moved | the assessment moved to another state |
 * | other | something else was entered in the record |
 * | visitors | who is here, all of them; whenever that changes, and at the beginning |
 * | reload | too much has happened to tell it one by one: read it anew |
 * | here | nothing happens, and the stream is still there |
 * | ended | the stream ends, and opening it again would be refused |
 */
export const LiveEvent = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...entry, kind: z.literal('answer'), saveId: Uuid, answer: CurrentAnswer }),
    z.strictObject({
      ...entry,
      kind: z.literal('evidence'),
      evidenceId: Uuid.optional(),
      questionId: Id.optional(),
    }),
    z.strictObject({
      ...entry,
      kind: z.literal('finding'),
      findingId: Uuid.optional(),
      questionId: Id.optional(),
    }),
    z.strictObject({ ...entry, kind: z.literal('moved'), state: AssessmentState }),
    z.strictObject({ ...entry, kind: z.literal('other'), action: HistoryAction }),
    z.strictObject({ kind: z.literal('visitors'), visitors: z.array(Visitor).readonly() }),
    z.strictObject({ kind: z.literal('reload'), sequence: z.int() }),
    z.strictObject({ kind: z.literal('here') }),
    z.strictObject({ kind: z.literal('ended'), reason: z.enum(['session', 'access']) }),
  ])
  .meta({ id: 'LiveEvent' });
export type LiveEvent = z.infer<typeof LiveEvent>;

/** How often a stream says that it is still there: one that does not has been cut off, and nobody told. */
export const STREAM_HERE_EVERY_MS = 15_000;

/** How often a client says that it is still there. */
export const VISIT_EVERY_MS = 20_000;
/** After that long without a word somebody counts as gone. */
export const VISIT_LASTS_MS = 45_000;

const params = z.strictObject({ assessmentId: Uuid });
const visitParams = z.strictObject({ assessmentId: Uuid, visitId: Uuid });

export const watchAssessment = endpoint({
  method: 'GET',
  path: '/assessments/:assessmentId/events',
  summary:
    'What happens in an assessment, as it happens: server-sent events. A broken stream goes on by Last-Event-ID; nothing is lost in between',
  allow: 'assessment:read',
  params,
  query: z.strictObject({
    /** Tell what came after this entry, for instance the `sequence` that came with the answers; absent: what comes from now on. */
    after: RevisionInAddress.optional(),
    /** Of this tab, if it says where it is: then it counts as gone when the stream ends and does not come back. */
    visitId: Uuid.optional(),
  }),
  tells: LiveEvent,
  problems: ['request.tooMany', 'server.busy'],
});

export const stayInAssessment = endpoint({
  method: 'PUT',
  path: '/assessments/:assessmentId/visitors/:visitId',
  summary: 'Say that one is here and in which section; again every twenty seconds and on every move',
  allow: 'assessment:read',
  params: visitParams,
  body: z.strictObject({ sectionId: Id.nullable() }),
  status: 204,
  problems: [],
});

export const leaveAssessment = endpoint({
  method: 'DELETE',
  path: '/assessments/:assessmentId/visitors/:visitId',
  summary: 'Say that one is gone',
  allow: 'assessment:read',
  params: visitParams,
  status: 204,
  problems: [],
});
