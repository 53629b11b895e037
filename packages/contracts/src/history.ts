import { Answer, Id } from '@kilim/indicators';
import * as z from 'zod';
import { DataQuality } from './answers.js';
import { endpoint } from './endpoint.js';
import { Instant, Person, Sha256, Uuid } from './identity.js';

/** What was done. */
export const HistoryAction = z
  .enum([
    'answer.set',
    'answer.cleared',
    'answer.notApplicable',
    'answer.carried',
    'answer.migrated',
    'answer.confirmed',
    'evidence.added',
    'evidence.linked',
    'evidence.unlinked',
    'finding.recorded',
    'finding.withdrawn',
    'clarification.asked',
    'clarification.answered',
    'clarification.withdrawn',
    'assessment.moved',
    'version.published',
    'version.retired',
    'version.returned',
    'texts.revised',
    'report.made',
    'report.signed',
    'draft.created',
    'draft.changed',
    'draft.discarded',
    'draft.recovered',
    'draft.published',
    'round.opened',
    'city.added',
    'account.added',
    'account.invited',
    'account.activated',
    'account.disabled',
    'account.enabled',
    'membership.granted',
    'membership.ended',
    'session.started',
    'session.ended',
  ])
  .meta({ id: 'HistoryAction' });
export type HistoryAction = z.infer<typeof HistoryAction>;

/** One entry of a chain: who did what, when, from what to what and why. */
export const HistoryEntry = z
  .strictObject({
    id: Uuid,
    /** `assessment` with its id, or `administration`. */
    stream: z.strictObject({
      kind: z.enum(['assessment', 'administration']),
      assessmentId: Uuid.optional(),
      cityName: z.string().optional(),
    }),
    /** Unique and rising within the stream. */
    sequence: z.int(),
    at: Instant,
    /** Only of an answer that arrived after the deadline: when it had been typed, by the server's clock. */
    typedAt: Instant.optional(),
    /** Absent for what the program did by itself, and once the person was erased. */
    by: Person.optional(),
    action: HistoryAction,
    questionId: Id.optional(),
    /** Of an answer within a repeated set: in which instance. */
    instanceId: Uuid.optional(),
    /** The answer before and after, for answers and findings; null: none. */
    from: Answer.nullable().optional(),
    to: Answer.nullable().optional(),
    /** How sure the figure after is, and where it is from; of answers alone. */
    quality: DataQuality.optional(),
    source: z.string().optional(),
    reason: z.string().optional(),
    /** The person it concerns: who was given a role, whose account was shut. */
    about: Person.optional(),
    /** What else there is to say, in words of the data: a state, a title, a name. */
    subject: z.string().optional(),
    /** The hash that chains this entry to the one before. */
    hash: Sha256,
  })
  .meta({ id: 'HistoryEntry' });
export type HistoryEntry = z.infer<typeof HistoryEntry>;

const page = {
  /** Entries before this one's id; absent: the newest. */
  before: Uuid.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

const HistoryPage = z
  .strictObject({
    entries: z.array(HistoryEntry).readonly(),
    /** Pass as `before` for older ones; absent: that was all. */ next: Uuid.optional(),
  })
  .meta({ id: 'HistoryPage' });
export type HistoryPage = z.infer<typeof HistoryPage>;

export const readAssessmentHistory = endpoint({
  method: 'GET',
  path: '/assessments/:assessmentId/history',
  summary: 'Every change of one assessment, newest first',
  allow: 'history:read',
  params: z.strictObject({ assessmentId: Uuid }),
  query: z.strictObject({
    ...page,
    questionId: Id.optional(),
    /** Of a question within a repeated set: only what happened in this instance, and to the evidence of all. */
    instanceId: Uuid.optional(),
  }),
  response: HistoryPage,
  problems: [],
});

/** What the history is narrowed to; everything given has to fit. */
const narrowing = {
  /** Who did it. */
  by: Uuid.optional(),
  action: HistoryAction.optional(),
  assessmentId: Uuid.optional(),
  /** Every assessment of a round. */
  roundId: Uuid.optional(),
  questionId: Id.optional(),
  /** From this moment on, and up to and including that one. */
  from: Instant.optional(),
  to: Instant.optional(),
  /** Words that somebody typed, or the name of what it is about; capitals don't matter. */
  find: z.string().trim().min(1).max(100).optional(),
};

export const readHistory = endpoint({
  method: 'GET',
  path: '/history',
  summary: 'Every change everywhere, newest first',
  allow: 'audit:read',
  query: z.strictObject({ ...page, ...narrowing }),
  response: HistoryPage,
  problems: [],
});

/** The media types in which the history can be taken away. */
export const HISTORY_FORMATS = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const;

export const exportHistory = endpoint({
  method: 'GET',
  path: '/history/export',
  summary: 'The same as a file, whole and newest first: a table, or an entry of the contract per line',
  allow: 'audit:read',
  query: z.strictObject({ ...narrowing, format: z.enum(['csv', 'ndjson']) }),
  givesBytes: Object.values(HISTORY_FORMATS),
  problems: [],
});
