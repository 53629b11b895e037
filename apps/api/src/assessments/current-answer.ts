import type { CurrentAnswer } from '@kilim/contracts';
import { answerFaults, type Answer, type Fault, type Question } from '@kilim/indicators';
import type { PeopleById } from '../session/people.service.js';
import type { AnswerBody } from './answer-body.js';
import type { AnswerEventRow } from './answer-event.entity.js';
import type { CurrentAnswerRow } from './current-answer.entity.js';

/** An answer as the contract shows it. */
export function currentAnswer(row: CurrentAnswerRow, person: PeopleById): CurrentAnswer {
  return {
    questionId: row.questionId,
    instanceId: row.instanceId,
    revision: row.revision,
    eventId: row.eventId,
    answer: row.answer,
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.comment !== null && { comment: row.comment }),
    ...(row.quality !== null && { quality: row.quality }),
    ...(row.source !== null && { source: row.source }),
    faults: row.faults,
    savedAt: row.savedAt,
    savedBy: person(row.savedBy),
    ...(row.typedAt !== null && { typedAt: row.typedAt }),
  };
}

/** What an answer event that is a question's newest makes of the answer: the one way in which the projection is filled. */
export function rowOf(
  event: Pick<
    AnswerEventRow,
    'id' | 'assessmentId' | 'questionId' | 'instanceId' | 'revision' | 'quality' | 'at' | 'typedAt'
  >,
  body: AnswerBody | undefined,
  question: Question | undefined,
  savedBy: string | null,
): CurrentAnswerRow {
  const answer = body?.answer ?? null;
  return {
    assessmentId: event.assessmentId,
    questionId: event.questionId,
    instanceId: event.instanceId,
    revision: event.revision,
    eventId: event.id,
    answer,
    reason: body?.reason ?? null,
    comment: body?.comment ?? null,
    quality: event.quality,
    source: body?.source ?? null,
    faults: faultsOf(question, answer),
    savedAt: event.at,
    typedAt: event.typedAt,
    savedBy,
  };
}

function faultsOf(question: Question | undefined, answer: Answer | null): readonly Fault[] {
  return question && answer ? answerFaults(question, answer) : [];
}
