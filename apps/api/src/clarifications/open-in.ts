import type { ClarificationEventRow } from './clarification-event.entity.js';

/** What was asked and has not ended. */
export function openIn(events: readonly ClarificationEventRow[]): readonly ClarificationEventRow[] {
  const ended = new Set(
    events.filter(({ kind }) => kind !== 'asked').map(({ clarificationId }) => clarificationId),
  );
  return events.filter(({ id, kind }) => kind === 'asked' && !ended.has(id));
}
