import type { Condition } from './condition.js';
import type { Id } from './identity.js';

/** A condition that looks at one question. */
export type Leaf = Exclude<Condition, { readonly op: 'all' | 'any' | 'not' }>;

/** The leaves of a condition, from left to right. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => leavesOf(part));
    case 'not':
      return leavesOf(condition.of);
    default:
      return [condition];
  }
}

/** The questions a condition looks at, each once; none for a question that is always asked. */
export function lookedAt(condition: Condition | undefined): readonly Id[] {
  if (condition === undefined) return [];
  return [...new Set(leavesOf(condition).map((leaf) => leaf.question))];
}
