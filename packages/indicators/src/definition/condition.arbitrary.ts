import type { Condition } from './condition.js';
import type { Draw } from './draw.arbitrary.js';
import type { Formula } from './formula.js';
import { rankedCount } from './points.js';
import type { Question, RepeatedSet } from './question.js';

/** What can be looked at from somewhere. */
export interface Around {
  /** Outside repeated sets. */
  readonly outside: readonly Question[];
  /** In the same repeated set. */
  readonly inside: readonly Question[];
  /** By formulas with `over`. */
  readonly sets: readonly RepeatedSet[];
}

export const WORDS = ['agreed', 'planned', 'never'];
export const DATES = ['2024-02-29', '2025-01-31', '1999-12-01'];

/** Whether there is anything to look at. */
export function isEmpty({ outside, inside }: Around): boolean {
  return outside.length + inside.length === 0;
}

/** A condition over what is around, at least one question. */
export function buildCondition(draw: Draw, around: Around, depth: number): Condition {
  const op = depth === 0 ? 'leaf' : draw.pick(['leaf', 'leaf', 'all', 'any', 'not', 'compare'] as const);
  switch (op) {
    case 'leaf':
      return buildLeaf(draw, draw.pick([...around.outside, ...around.inside]));
    case 'compare':
      return {
        op,
        left: buildFormula(draw, around, 1),
        relation: draw.pick(['equal', 'notEqual', 'below', 'atMost', 'above', 'atLeast']),
        right: draw.flip() ? constant(draw) : buildFormula(draw, around, 1),
      };
    case 'not':
      return { op, of: buildCondition(draw, around, depth - 1) };
    case 'all':
    case 'any':
      return {
        op,
        of: Array.from({ length: draw.integer(1, 3) }, () => buildCondition(draw, around, depth - 1)),
      };
  }
}

/** A formula over what is around, if anything: a constant stands in where nothing has a number. */
export function buildFormula(draw: Draw, around: Around, depth: number): Formula {
  const kinds = [
    'answer',
    'answer',
    'number',
    'add',
    'subtract',
    'multiply',
    'divide',
    'sum',
    'over',
  ] as const;
  const op = depth === 0 ? draw.pick(['answer', 'answer', 'number'] as const) : draw.pick(kinds);
  const part = () => buildFormula(draw, around, depth - 1);
  switch (op) {
    case 'answer':
      return answerOf(draw, [...around.outside, ...around.inside]) ?? constant(draw);
    case 'number':
      return constant(draw);
    case 'add':
    case 'multiply':
      return { op, of: Array.from({ length: draw.integer(2, 3) }, part) };
    case 'subtract':
      return { op, of: [part(), part()] };
    case 'divide':
      // By what leaves no rest that binary fractions would round: SurveyJS calculates in them.
      return { op, of: [part(), draw.pick([number(2), number(4), number(-0.5), number(0), part()])] };
    case 'sum':
      return {
        op: draw.pick(['sum', 'min', 'max', 'count']),
        of: Array.from({ length: draw.integer(1, 3) }, part),
      };
    case 'over': {
      if (around.sets.length === 0) return part();
      const set = draw.pick(around.sets);
      const within = { ...around, inside: set.questions };
      return {
        op: draw.pick(['sum', 'min', 'max', 'count']),
        over: set.id,
        of: Array.from({ length: draw.integer(1, 2) }, () => buildFormula(draw, within, 0)),
      };
    }
  }
}

function answerOf(draw: Draw, questions: readonly Question[]): Formula | undefined {
  const numeric = questions.filter(
    ({ kind }) => kind !== 'single' && kind !== 'matrix' && kind !== 'date' && kind !== 'text',
  );
  return numeric.length === 0 ? undefined : { op: 'answer', question: draw.pick(numeric).id };
}

function constant(draw: Draw): Formula {
  return number(draw.pick([0, 1, 2, 3, -1, 0.5, 10]));
}

function number(value: number): Formula {
  return { op: 'number', value };
}

function buildLeaf(draw: Draw, { id, ...question }: Question): Condition {
  if (draw.integer(0, 4) === 0) return { op: 'answered', question: id };
  switch (question.kind) {
    case 'yesNo':
      return { op: 'equals', question: id, value: draw.flip() };
    case 'single':
    case 'multiple':
      return { op: 'oneOf', question: id, options: someIds(draw, question.options) };
    case 'number':
      return {
        op: draw.pick(['atLeast', 'atMost']),
        question: id,
        value: draw.integer(question.minimum, question.maximum),
      };
    case 'share':
      return {
        op: draw.pick(['atLeast', 'atMost']),
        question: id,
        value: draw.pick([0, 0.1, 12.5, 50, 100]),
      };
    case 'computed':
      return { op: draw.pick(['atLeast', 'atMost']), question: id, value: draw.pick([-1, 0, 0.5, 3]) };
    case 'matrix':
      return {
        op: 'oneOf',
        question: id,
        options: someIds(draw, question.columns),
        row: draw.pick(question.rows).id,
      };
    case 'ranking':
      return {
        op: 'rankedWithin',
        question: id,
        options: someIds(draw, question.options),
        places: draw.integer(1, rankedCount({ ...question, id })),
      };
    case 'file':
    case 'set':
      return { op: 'answered', question: id };
    case 'date':
      return { op: 'equals', question: id, value: draw.pick(DATES) };
    case 'text':
      return { op: 'equals', question: id, value: draw.pick(WORDS) };
  }
}

function someIds(draw: Draw, options: readonly { readonly id: string }[]): string[] {
  return draw.some(
    options.map((option) => option.id),
    1,
  );
}
