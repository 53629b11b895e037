import { isOpen, takesAnswers, takesFindings, type Deadline, type Instant } from '@kilim/contracts';
import { Problem } from '../http/problem.js';
import type { AssessmentRow } from './assessment.entity.js';

/** An assessment with the deadline that holds for it. */
export interface DatedAssessment {
  readonly row: AssessmentRow;
  readonly deadline: Deadline;
}

/** The city's own deadline where it has one, else the round's. */
export function deadlineOf(row: AssessmentRow, ofRound: Deadline): Deadline {
  const { deadlineLocal, deadlineZone, deadlineInstant } = row;
  if (deadlineLocal === null || deadlineZone === null || deadlineInstant === null) return ofRound;
  return { localTime: deadlineLocal, zone: deadlineZone, instant: deadlineInstant };
}

/**
 * Lets the city's changes of answers and evidence through: of all until it submits and the deadline passes; while it is
 * asked about some, of those, however late it is.
 *
 * @param questionIds whose answers or evidence change; absent: nothing yet, a file arrives
 * @throws Problem `assessment.locked`, `round.closed`
 */
export function assertTakesAnswers(
  { row, deadline }: DatedAssessment,
  now: Instant,
  questionIds: readonly string[] = [],
): void {
  assertAnswering(row, questionIds);
  if (isTimed(row)) assertOpen(deadline, now);
}

/**
 * Whether it is the city's turn to answer these questions.
 *
 * @throws Problem `assessment.locked`
 */
export function assertAnswering(row: AssessmentRow, questionIds: readonly string[]): void {
  if (row.state === 'clarification') {
    if (questionIds.every((id) => row.openQuestions?.includes(id))) return;
    throw locked(row, 'The city changes only the answers that it is asked about.');
  }
  if (!takesAnswers(row.state)) throw locked(row, 'The city changes answers only before it submits them.');
}

/** Whether the deadline counts: what the city is asked about afterwards has none. */
export function isTimed({ state }: Pick<AssessmentRow, 'state'>): boolean {
  return state !== 'clarification';
}

/**
 * Lets an expert's findings through.
 *
 * @throws Problem `assessment.locked`
 */
export function assertTakesFindings({ row }: Pick<DatedAssessment, 'row'>): void {
  if (!takesFindings(row.state))
    throw locked(
      row,
      'Findings are recorded after the city has submitted and until the verification is complete.',
    );
}

/**
 * @param further what there is to say beside when it was
 * @throws Problem `round.closed`
 */
export function assertOpen(deadline: Deadline, now: Instant, further = 'What is saved is kept.'): void {
  if (isOpen(deadline, now)) return;
  throw new Problem('round.closed', {
    detail: `${toldDeadline(deadline)} ${further}`,
    details: { deadline },
  });
}

export function toldDeadline({ localTime, zone }: Deadline): string {
  return `The deadline was ${localTime.replace('T', ', ')} in ${zone}.`;
}

export function locked({ state }: AssessmentRow, detail: string): Problem {
  return new Problem('assessment.locked', { detail, details: { state } });
}
