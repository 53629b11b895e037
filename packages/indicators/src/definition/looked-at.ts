import type { Condition } from './condition.js';
import type { Formula } from './formula.js';
import type { Id } from './identity.js';

/** A condition that looks at answers itself. */
export type Leaf = Exclude<Condition, { readonly op: 'all' | 'any' | 'not' }>;
/** A leaf that looks at the answer to one question. */
export type AnswerLeaf = Exclude<Leaf, { readonly op: 'compare' }>;
export type CompareLeaf = Extract<Leaf, { readonly op: 'compare' }>;

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

/** The questions a condition looks at, those in its formulas included, each once; none for what is always asked. */
export function lookedAt(condition: Condition | undefined): readonly Id[] {
  if (condition === undefined) return [];
  return [...new Set(leavesOf(condition).flatMap(lookedAtByLeaf))];
}

/** The questions and repeated sets a formula looks at, each once. */
export function lookedAtByFormula(formula: Formula): readonly Id[] {
  return [...new Set(referencesIn(formula))];
}

function lookedAtByLeaf(leaf: Leaf): readonly Id[] {
  if (leaf.op !== 'compare') return [leaf.question];
  return [...referencesIn(leaf.left), ...referencesIn(leaf.right)];
}

function referencesIn(formula: Formula): readonly Id[] {
  switch (formula.op) {
    case 'number':
      return [];
    case 'answer':
      return [formula.question];
    case 'add':
    case 'multiply':
    case 'subtract':
    case 'divide':
      return formula.of.flatMap(referencesIn);
    case 'sum':
    case 'min':
    case 'max':
    case 'count': {
      const parts = formula.of.flatMap(referencesIn);
      return formula.over === undefined ? parts : [formula.over, ...parts];
    }
  }
}
