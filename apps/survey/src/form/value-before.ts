import type { Address } from '@kilim/indicators';
import type { Change, HeldAnswer } from '../assessment/change.js';

/**
 * What stood in an answer's place before it was declared not applicable, as long as the page lives: so that undoing
 * brings it back. Afterwards it stands in the history.
 */
class ValuesBefore {
  private readonly changes = new Map<string, Change>();

  keep(assessmentId: string, address: Address, held: HeldAnswer | undefined): void {
    const change = held && asChange(held);
    if (change) this.changes.set(`${assessmentId} ${address}`, change);
  }

  take(assessmentId: string, address: Address): Change | undefined {
    const key = `${assessmentId} ${address}`;
    const change = this.changes.get(key);
    this.changes.delete(key);
    return change;
  }
}

export const valueBefore = new ValuesBefore();

/** The change that leads to an answer with a value; undefined for every other. */
export function asChange({ answer, reason: _reason, ...about }: HeldAnswer): Change | undefined {
  return answer?.kind === 'value' ? { kind: 'set', value: answer.value, ...about } : undefined;
}
