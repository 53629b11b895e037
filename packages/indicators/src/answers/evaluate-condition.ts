import type { Condition } from '../definition/condition.js';
import type { AnswerLeaf, CompareLeaf, Leaf } from '../definition/looked-at.js';
import type { AnswerValue } from './answer.js';
import { evaluateFormula, relationHolds } from './evaluate-formula.js';
import type { Sight } from './sight.js';

/** Whether a condition is true for what stands in the assessment; see {@link Condition}. */
export function evaluateCondition(condition: Condition, sight: Sight): boolean {
  switch (condition.op) {
    case 'all':
      return condition.of.every((part) => evaluateCondition(part, sight));
    case 'any':
      return condition.of.some((part) => evaluateCondition(part, sight));
    case 'not':
      return !evaluateCondition(condition.of, sight);
    default:
      return leafIsTrue(condition, sight);
  }
}

/** Whether a leaf is true for what stands in the assessment; false where there is nothing to look at. */
export function leafIsTrue(leaf: Leaf, sight: Sight): boolean {
  if (leaf.op === 'compare') return comparison(leaf, sight) === true;
  const value = sight.valueOf(leaf.question);
  return value !== undefined && leafHolds(leaf, value);
}

/** Whether two formulas stand in their relation; undefined when one of them has no value. */
export function comparison({ left, relation, right }: CompareLeaf, sight: Sight): boolean | undefined {
  const one = evaluateFormula(left, sight);
  const other = one && evaluateFormula(right, sight);
  return one && other && relationHolds(relation, one, other);
}

/** Whether a leaf is true of a valid answer to the question it looks at. */
export function leafHolds(leaf: AnswerLeaf, value: AnswerValue): boolean {
  switch (leaf.op) {
    case 'answered':
      return true;
    case 'equals':
      return value === leaf.value;
    case 'oneOf':
      return isOneOf(value, leaf);
    case 'rankedWithin':
      return (
        Array.isArray(value) && value.slice(0, leaf.places).some((option) => leaf.options.includes(option))
      );
    case 'atLeast':
      return typeof value === 'number' && value >= leaf.value;
    case 'atMost':
      return typeof value === 'number' && value <= leaf.value;
  }
}

/** Whether what was chosen is among the options: the one, any of several, or the one in a row. */
function isOneOf(value: AnswerValue, { options, row }: AnswerLeaf & { op: 'oneOf' }): boolean {
  if (typeof value !== 'object') return options.some((option) => option === value);
  if (Array.isArray(value)) return value.some((each) => options.includes(each));
  return Object.entries(value).some(([each, column]) => each === row && options.includes(column));
}
