import { TRANSITIONS, type TransitionName } from '@kilim/contracts';
import type { AssessmentRow } from './assessment.entity.js';

/** What the history says of a step that an assessment takes. */
export function movedEntry(
  { id, state }: Pick<AssessmentRow, 'id' | 'state'>,
  transition: TransitionName,
  reason?: string,
) {
  const { to } = TRANSITIONS[transition];
  return {
    action: 'assessment.moved' as const,
    subjectId: id,
    body: { transition, from: state, subject: to, ...(reason !== undefined && { reason }) },
  };
}
