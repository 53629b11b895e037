import { Id } from '@kilim/indicators';
import * as z from 'zod';
import { InstanceId } from './answers.js';
import { AssessmentState } from './assessment-state.js';
import { endpoint } from './endpoint.js';
import { Instant, Person, Uuid, words } from './identity.js';

/** A day of the calendar: `2026-04-14`. */
const Day = z.iso.date().meta({ id: 'Day' });
/** A day whose end can be told everywhere on earth: west of Greenwich that of the last one is in the year 10,000. */
const DayAhead = Day.refine((day) => day < '9999', 'a day before the year 9999');

/** Why a clarification is no longer open: what the city answered, or why the expert no longer asks. */
export const ClarificationEnd = z
  .strictObject({ kind: z.enum(['answered', 'withdrawn']), words: z.string(), at: Instant, by: Person })
  .meta({ id: 'ClarificationEnd' });
export type ClarificationEnd = z.infer<typeof ClarificationEnd>;

/**
 * What an expert asks a city about one of its answers, as a contract: the question, what would settle it, and until
 * when. As long as it is open, the city may change that answer and its evidence, and nothing else.
 */
export const Clarification = z
  .strictObject({
    id: Uuid,
    questionId: Id,
    instanceId: InstanceId,
    question: z.string(),
    /** What would settle it: a document, a figure, a sentence. */
    settledBy: z.string(),
    /** The last day, in the city's zone. Afterwards it stays open, and overdue. */
    dueOn: Day,
    askedAt: Instant,
    askedBy: Person,
    /** Absent while it is open. */
    end: ClarificationEnd.optional(),
  })
  .meta({ id: 'Clarification' });
export type Clarification = z.infer<typeof Clarification>;

const assessmentParams = z.strictObject({ assessmentId: Uuid });
const clarificationParams = z.strictObject({ assessmentId: Uuid, clarificationId: Uuid });
const moved = z.strictObject({ clarification: Clarification, state: AssessmentState });

export const listClarifications = endpoint({
  method: 'GET',
  path: '/assessments/:assessmentId/clarifications',
  summary: 'What experts have asked the city about its answers, oldest first, with what came of it',
  allow: 'assessment:read',
  params: assessmentParams,
  response: z.strictObject({ clarifications: z.array(Clarification).readonly() }),
  problems: [],
});

export const askClarification = endpoint({
  method: 'POST',
  path: '/assessments/:assessmentId/clarifications',
  summary: 'Ask the city about one of its answers: from now on it is the city’s move',
  allow: 'clarification:ask',
  params: assessmentParams,
  body: z.strictObject({
    questionId: Id,
    instanceId: InstanceId,
    question: words(2000),
    settledBy: words(1000),
    dueOn: DayAhead,
  }),
  response: moved,
  status: 201,
  problems: ['answer.notAsked', 'assessment.locked', 'clarification.open'],
});

export const answerClarification = endpoint({
  method: 'POST',
  path: '/assessments/:assessmentId/clarifications/:clarificationId/answer',
  summary: 'Answer what the expert asked; with the last one it is the expert’s move again',
  allow: 'clarification:answer',
  params: clarificationParams,
  body: z.strictObject({ words: words(4000) }),
  response: moved,
  status: 201,
  problems: ['clarification.ended'],
});

export const withdrawClarification = endpoint({
  method: 'POST',
  path: '/assessments/:assessmentId/clarifications/:clarificationId/withdrawal',
  summary: 'No longer ask, with a reason',
  allow: 'clarification:ask',
  params: clarificationParams,
  body: z.strictObject({ words: words(2000) }),
  response: moved,
  status: 201,
  problems: ['clarification.ended'],
});
