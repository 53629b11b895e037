import { leafHolds } from '../../answers/evaluate-condition.js';
import { numberOf, relationHolds } from '../../answers/evaluate-formula.js';
import type { AnswerValue } from '../../answers/answer.js';
import type { Formula, Relation } from '../../definition/formula.js';
import type { Id } from '../../definition/identity.js';
import type { CompareLeaf, Leaf } from '../../definition/looked-at.js';
import { rational } from '../../definition/rational.js';

/** What a leaf that looks at a single answer sees: whose, and whether a valid answer makes it true. */
export interface Look {
  readonly question: Id;
  readonly holds: (value: AnswerValue) => boolean;
  /** The number at which its truth changes, where there is one. */
  readonly threshold?: number;
}

/**
 * How a leaf looks at a single answer; undefined for a comparison of anything else than an answer with a number.
 * Remembered: a leaf never changes.
 */
export function lookOf(leaf: Leaf): Look | undefined {
  if (!known.has(leaf)) known.set(leaf, leaf.op === 'compare' ? lookOfComparison(leaf) : lookOfAnswer(leaf));
  return known.get(leaf);
}

const known = new WeakMap<Leaf, Look | undefined>();

function lookOfAnswer(leaf: Exclude<Leaf, CompareLeaf>): Look {
  const hasThreshold = leaf.op === 'atLeast' || leaf.op === 'atMost';
  return {
    question: leaf.question,
    holds: (value) => leafHolds(leaf, value),
    ...(hasThreshold && { threshold: leaf.value }),
  };
}

function lookOfComparison({ left, relation, right }: CompareLeaf): Look | undefined {
  if (left.op === 'answer' && right.op === 'number') return comparedWith(left.question, relation, right);
  if (left.op === 'number' && right.op === 'answer')
    return comparedWith(right.question, TURNED[relation], left);
  return undefined;
}

function comparedWith(
  question: Id,
  relation: Relation,
  { value: threshold }: Formula & { op: 'number' },
): Look {
  const other = rational(threshold);
  return {
    question,
    threshold,
    holds: (value) => {
      const own = numberOf(value);
      return own !== undefined && relationHolds(relation, own, other);
    },
  };
}

/** The same relation with its sides changed. */
const TURNED: Readonly<Record<Relation, Relation>> = {
  equal: 'equal',
  notEqual: 'notEqual',
  below: 'above',
  atMost: 'atLeast',
  above: 'below',
  atLeast: 'atMost',
};
