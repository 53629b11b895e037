import type { Condition } from '../definition/condition.js';
import type { Id } from '../definition/identity.js';
import type { Leaf } from '../definition/looked-at.js';
import type { AnswerValue } from './answer.js';

/** The answer that conditions see: the valid value of a question that is asked; undefined when there is none. */
export type Lookup = (question: Id) => AnswerValue | undefined;

/** Whether a condition is true for what stands in the assessment; see {@link Condition}. */
export function evaluateCondition(condition: Condition, lookup: Lookup): boolean {
  switch (condition.op) {
    case 'all':
      return condition.of.every((part) => evaluateCondition(part, lookup));
    case 'any':
      return condition.of.some((part) => evaluateCondition(part, lookup));
    case 'not':
      return !evaluateCondition(condition.of, lookup);
    default: {
      const value = lookup(condition.question);
      return value !== undefined && leafHolds(condition, value);
    }
  }
}

/** Whether a leaf is true of a valid answer to the question it looks at. */
export function leafHolds(leaf: Leaf, value: AnswerValue): boolean {
  switch (leaf.op) {
    case 'answered':
      return true;
    case 'equals':
      return value === leaf.value;
    case 'oneOf':
      return chosen(value, leaf.row).some((option) => leaf.options.includes(option));
    case 'atLeast':
      return typeof value === 'number' && value >= leaf.value;
    case 'atMost':
      return typeof value === 'number' && value <= leaf.value;
  }
}

/** What was chosen: the one, the several, or the one in a row. */
function chosen(value: AnswerValue, row: Id | undefined): readonly Id[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || row === undefined || !Object.hasOwn(value, row)) return [];
  const column = value[row];
  return column === undefined ? [] : [column];
}
