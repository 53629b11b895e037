import { Answer, AnswerValue, Fault, Id, Language } from '@kilim/indicators';
import * as z from 'zod';
import { Deadline } from './deadline.js';
import { endpoint } from './endpoint.js';
import { Instant, Person, Revision, Sha256, Uuid, words } from './identity.js';

/** Which of a repeated set's members is meant: empty outside repeated sets, else a UUIDv7 made by the client. */
export const InstanceId = z.union([z.literal(''), Uuid]).meta({ id: 'InstanceId' });
export type InstanceId = z.infer<typeof InstanceId>;

/** What happened to an answer. A city sets, clears or declares not applicable; the rest come from other rounds. */
export const AnswerEventKind = z
  .enum(['set', 'cleared', 'notApplicable', 'carried', 'migrated', 'confirmed'])
  .meta({ id: 'AnswerEventKind' });
export type AnswerEventKind = z.infer<typeof AnswerEventKind>;

/**
 * How sure a figure is: A official count of the last year, B older official count, C survey, sample or estimate with a
 * source, D estimate without a source.
 */
export const DataQuality = z.enum(['A', 'B', 'C', 'D']).meta({ id: 'DataQuality' });
export type DataQuality = z.infer<typeof DataQuality>;

const everySave = {
  /** Made by the client, once per change: sending it again answers as the first time and changes nothing. */
  saveId: Uuid,
  questionId: Id,
  instanceId: InstanceId,
  /** The revision the change was made upon; 0 for a question never answered. */
  baseRevision: Revision,
  comment: words(4000).optional(),
  /**
   * When it was typed, by the client's own clock. It matters only after the deadline, and only beside `sentAt`: how long
   * ago it was typed is what counts, so a clock that is wrong does no harm.
   */
  typedAt: Instant.optional(),
  /** The language and text revision that the person saw. */
  language: Language,
  textRevision: Sha256,
};

/** One change of one answer, as the form sends it. */
export const AnswerSave = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...everySave,
      kind: z.literal('set'),
      value: AnswerValue,
      quality: DataQuality.optional(),
      /** Where the figure or statement comes from, in words. */
      source: words(500).optional(),
    }),
    z.strictObject({ ...everySave, kind: z.literal('cleared') }),
    z.strictObject({ ...everySave, kind: z.literal('notApplicable'), reason: words(2000) }),
  ])
  .meta({ id: 'AnswerSave' });
export type AnswerSave = z.infer<typeof AnswerSave>;

/** An answer as it stands. `answer` is null after it was cleared; a faulty value is kept and says so. */
export const CurrentAnswer = z
  .strictObject({
    questionId: Id,
    instanceId: InstanceId,
    /** Counts the changes of this answer; the next save names it as its base. */
    revision: z.int(),
    /** The event that made it so: what a finding judges. */
    eventId: Uuid,
    answer: Answer.nullable(),
    reason: z.string().optional(),
    comment: z.string().optional(),
    quality: DataQuality.optional(),
    source: z.string().optional(),
    faults: z.array(Fault).readonly(),
    savedAt: Instant,
    savedBy: Person,
    /** Only of an answer that arrived after the deadline: when it had been typed, by the server's clock. */
    typedAt: Instant.optional(),
  })
  .meta({ id: 'CurrentAnswer' });
export type CurrentAnswer = z.infer<typeof CurrentAnswer>;

const assessmentParams = z.strictObject({ assessmentId: Uuid });

export const listAnswers = endpoint({
  method: 'GET',
  path: '/assessments/:assessmentId/answers',
  summary: 'Every answer of an assessment as it stands',
  allow: 'assessment:read',
  params: assessmentParams,
  response: z.strictObject({
    answers: z.array(CurrentAnswer).readonly(),
    /** Up to which entry of the record they go at least: from there on `watchAssessment` tells what comes. */
    sequence: z.int(),
  }),
  problems: [],
});

/** Answers of one assessment at most, those in repeated sets included: a hundred times what a large version asks. */
export const MOST_ANSWERS = 20_000;

export const saveAnswers = endpoint({
  method: 'POST',
  path: '/assessments/:assessmentId/answer-events',
  summary:
    'Save a few changes of answers, all or none. A stale one refuses the request and comes back with the newer value',
  allow: 'answer:write',
  params: assessmentParams,
  body: z.strictObject({
    saves: z.array(AnswerSave).min(1).max(50),
    /** The client's clock when it sent this. */
    sentAt: Instant.optional(),
  }),
  response: z.strictObject({ answers: z.array(CurrentAnswer).readonly() }),
  status: 201,
  problems: [
    'answer.stale',
    'answer.saveIdReused',
    'answer.notAsked',
    'answer.tooMany',
    'assessment.locked',
    'round.closed',
    'server.busy',
    'server.full',
  ],
});

/** `details` of `answer.stale`: for each refused save the answer that was there first. */
export const StaleDetails = z.strictObject({
  stale: z.array(z.strictObject({ saveId: Uuid, current: CurrentAnswer })).readonly(),
});
export type StaleDetails = z.infer<typeof StaleDetails>;

/** `details` of `round.closed` for answers. */
export const ClosedDetails = z.strictObject({
  deadline: Deadline,
  /** Until when answers are taken that were typed before the deadline. */
  takenUntil: Instant,
  /** How far the client's clock is ahead of the server's, in seconds; absent when the client does not say its time. */
  clockAheadSeconds: z.int().optional(),
});
export type ClosedDetails = z.infer<typeof ClosedDetails>;
