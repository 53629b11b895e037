import type { AnswerValue } from '../answers/answer.js';
import type { Id } from '../definition/identity.js';
import { placedOptions } from '../definition/parts.js';
import type { Question } from '../definition/question.js';
import type { Converted } from './convert-value.js';

/** The choices or columns, and the rows, that one question has. */
export interface Offered {
  readonly choices: ReadonlySet<Id>;
  readonly rows: ReadonlySet<Id>;
}

export function offeredBy(question: Question): Offered {
  return {
    choices: new Set(placedOptions(question).options.map(({ id }) => id)),
    rows: new Set(question.kind === 'matrix' ? question.rows.map(({ id }) => id) : []),
  };
}

/** Leaves out of a value the choices and rows that one version offered and the other does not. */
export function fitValue(before: Offered, after: Offered, value: AnswerValue): Converted {
  const isGone = (id: Id) => before.choices.has(id) && !after.choices.has(id);
  if (typeof value === 'string') return isGone(value) ? GONE : { value, rules: [] };
  if (Array.isArray(value))
    return kept(
      value,
      (id) => !isGone(id),
      (left) => left,
    );
  if (typeof value !== 'object') return { value, rules: [] };
  const rowIsGone = (row: Id) => before.rows.has(row) && !after.rows.has(row);
  return kept(
    Object.entries(value),
    ([row, column]) => !rowIsGone(row) && !isGone(column),
    (left) => Object.fromEntries(left),
  );
}

const GONE: Converted = { rules: ['choiceGone'] };

function kept<Part>(
  parts: readonly Part[],
  isKept: (part: Part) => boolean,
  valueOf: (left: Part[]) => AnswerValue,
): Converted {
  const left = parts.filter(isKept);
  if (left.length === parts.length) return { value: valueOf(left), rules: [] };
  return left.length === 0 ? GONE : { value: valueOf(left), rules: ['choiceDropped'] };
}
