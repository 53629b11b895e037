import type { Address } from '@kilim/indicators';
import type { Change, HeldAnswer } from '../assessment/change.js';
import type { Work } from '../assessment/work.js';

/** Whose work, on what. */
type Whose = Pick<Work, 'session' | 'assessment'>;

/**
 * What stood in an answer's place before somebody declared it not applicable, as long as the page lives: so that undoing
 * brings it back, to them alone. Afterwards it stands in the history.
 */
class ValuesBefore {
  private readonly changes = new Map<string, Change>();

  keep(whose: Whose, address: Address, held: HeldAnswer | undefined): void {
    const change = held && asChange(held);
    if (change) this.changes.set(keyOf(whose, address), change);
  }

  take(whose: Whose, address: Address): Change | undefined {
    const key = keyOf(whose, address);
    const change = this.changes.get(key);
    this.changes.delete(key);
    return change;
  }
}

function keyOf({ session, assessment }: Whose, address: Address): string {
  return [session.account.id, assessment.id, address].join(' ');
}

export const valueBefore = new ValuesBefore();

/** The change that leads to an answer with a value; undefined for every other. */
export function asChange({ answer, reason: _reason, ...about }: HeldAnswer): Change | undefined {
  return answer?.kind === 'value' ? { kind: 'set', value: answer.value, ...about } : undefined;
}
