import type { Condition } from '../../definition/condition.js';
import type { Leaf } from '../../definition/looked-at.js';

/** What all completions have in common: true in all, in none, or possibly in some. */
export type Certainty = 'surely' | 'maybe' | 'surelyNot';

/** A condition in Kleene's three-valued logic, which never calls decided what is not. */
export function certaintyOf(condition: Condition, leaf: (leaf: Leaf) => Certainty): Certainty {
  switch (condition.op) {
    case 'all':
      return leastOf(condition.of.map((part) => certaintyOf(part, leaf)));
    case 'any':
      return opposite(leastOf(condition.of.map((part) => opposite(certaintyOf(part, leaf)))));
    case 'not':
      return opposite(certaintyOf(condition.of, leaf));
    default:
      return leaf(condition);
  }
}

export function leastOf(parts: readonly Certainty[]): Certainty {
  if (parts.includes('surelyNot')) return 'surelyNot';
  return parts.includes('maybe') ? 'maybe' : 'surely';
}

/** As sure as can be told from a truth. */
export function sure(isTrue: boolean): Certainty {
  return isTrue ? 'surely' : 'surelyNot';
}

function opposite(certainty: Certainty): Certainty {
  switch (certainty) {
    case 'surely':
      return 'surelyNot';
    case 'maybe':
      return 'maybe';
    case 'surelyNot':
      return 'surely';
  }
}
