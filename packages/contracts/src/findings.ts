import { Answer, Id, Scorecard } from '@kilim/indicators';
import * as z from 'zod';
import { InstanceId } from './answers.js';
import { AssessmentState } from './assessment-state.js';
import { endpoint } from './endpoint.js';
import { Reader } from './reader.js';
import { Instant, Person, Uuid, words } from './identity.js';

/** Why the finding is what it is. `confirms` goes with the claim's own value, every other code with a difference. */
export const ReasonCode = z
  .enum(['confirms', 'coversLess', 'coversMore', 'noEvidence', 'outdated', 'otherMeaning', 'other'])
  .meta({ id: 'ReasonCode' });
export type ReasonCode = z.infer<typeof ReasonCode>;

/** An expert's value beside the city's claim. Never edited: a later one supersedes it. */
export const Finding = z
  .strictObject({
    id: Uuid,
    questionId: Id,
    instanceId: InstanceId,
    reader: Reader,
    /** Rises by one with each finding of the assessment. */
    sequence: z.int(),
    /** An answer value, never a score; null: the earlier finding is withdrawn and the claim stands. */
    answer: Answer.nullable(),
    reasonCode: ReasonCode.optional(),
    reason: z.string(),
    /** The answer event it judged; absent when the question was unanswered. */
    judgedEventId: Uuid.optional(),
    /** The city has changed the answer since: to be looked at again, not void. */
    isOutdated: z.boolean(),
    /** Replaced by a later finding on the same question. */
    isSuperseded: z.boolean(),
    evidenceIds: z.array(Uuid).readonly(),
    recordedAt: Instant,
    recordedBy: Person,
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof Finding>;

const assessmentParams = z.strictObject({ assessmentId: Uuid });

const target = { questionId: Id, instanceId: InstanceId, reason: words(4000) };

/** What an expert records: a value with its reason, or that an earlier finding is withdrawn. */
export const RecordFinding = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...target,
      kind: z.literal('value'),
      answer: Answer,
      reasonCode: ReasonCode,
      /** The event on the screen when the expert judged; null for a question without an answer. */
      judgedEventId: Uuid.nullable(),
      evidenceIds: z.array(Uuid).max(50),
    }),
    z.strictObject({ ...target, kind: z.literal('withdrawn') }),
  ])
  .meta({ id: 'RecordFinding' });
export type RecordFinding = z.infer<typeof RecordFinding>;

export const listFindings = endpoint({
  method: 'GET',
  path: '/assessments/:assessmentId/findings',
  summary: 'All findings of an assessment, oldest first',
  allow: 'assessment:read',
  params: assessmentParams,
  response: z.strictObject({ findings: z.array(Finding).readonly() }),
  problems: [],
});

export const recordFinding = endpoint({
  method: 'POST',
  path: '/assessments/:assessmentId/findings',
  summary:
    'Record a finding beside the claim; the first one begins the verification. Answers the new found scorecard',
  allow: 'finding:write',
  params: assessmentParams,
  body: RecordFinding,
  response: z.strictObject({ finding: Finding, state: AssessmentState, scorecard: Scorecard }),
  status: 201,
  problems: ['finding.invalid', 'answer.stale', 'answer.notAsked', 'assessment.locked'],
});
