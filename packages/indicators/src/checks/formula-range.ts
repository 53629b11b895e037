import type { CompareLeaf } from '../definition/looked-at.js';
import type { Aggregate, Formula, Relation } from '../definition/formula.js';
import { rankedCount } from '../definition/points.js';
import type { Question, QuestionOf } from '../definition/question.js';
import { FILES_MAXIMUM } from '../definition/question-limits.js';
import {
  add,
  compareRationals,
  divide,
  multiply,
  rational,
  roundRational,
  subtract,
  type Rational,
} from '../definition/rational.js';
import type { Scope } from '../definition/scope.js';

/** Between what a formula's value lies, whatever is answered; an end that is absent is open. */
export interface FormulaRange {
  readonly low: Rational | undefined;
  readonly high: Rational | undefined;
  /** Whether it may have no value. */
  readonly mayBeAbsent: boolean;
}

/** How many computed questions are followed into each other; beyond, a value may be anything. */
const DEPTH_MAXIMUM = 20;
const ZERO = rational(0);
const ANYTHING: FormulaRange = { low: undefined, high: undefined, mayBeAbsent: true };

/**
 * Between what a formula's value lies: at least as wide as it is. Answers are taken to be free of each other, and each
 * may be missing.
 */
export function rangeOf(formula: Formula, scope: Scope, depth = 0): FormulaRange {
  switch (formula.op) {
    case 'number': {
      const value = rational(formula.value);
      return { low: value, high: value, mayBeAbsent: false };
    }
    case 'answer': {
      const question = scope.anywhere(formula.question);
      return question === undefined ? ANYTHING : rangeOfAnswer(question, scope, depth);
    }
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return formula.of.map((part) => rangeOf(part, scope, depth)).reduce(COMBINE[formula.op]);
    case 'sum':
    case 'min':
    case 'max':
    case 'count':
      return rangeOfAggregate(formula, scope, depth);
  }
}

/** Whether a comparison is never true, whatever is answered, or always is. Neither: it is not known. */
export function certaintyOfComparison(
  { left, relation, right }: CompareLeaf,
  scope: Scope,
): 'never' | 'always' | undefined {
  const [one, other] = [rangeOf(left, scope), rangeOf(right, scope)];
  if (isOutOfReach(relation, one, other)) return 'never';
  const isThere = !one.mayBeAbsent && !other.mayBeAbsent;
  return isThere && isOutOfReach(OPPOSITE[relation], one, other) ? 'always' : undefined;
}

/** Whether no two values of the ranges stand in the relation. */
export function isOutOfReach(relation: Relation, one: FormulaRange, other: FormulaRange): boolean {
  switch (relation) {
    case 'below':
      return isAtLeast(one.low, other.high);
    case 'atMost':
      return isAbove(one.low, other.high);
    case 'above':
      return isAtLeast(other.low, one.high);
    case 'atLeast':
      return isAbove(other.low, one.high);
    case 'equal':
      return isAbove(one.low, other.high) || isAbove(other.low, one.high);
    case 'notEqual':
      return isAtLeast(one.low, other.high) && isAtLeast(other.low, one.high);
  }
}

export const OPPOSITE: Readonly<Record<Relation, Relation>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  below: 'atLeast',
  atLeast: 'below',
  atMost: 'above',
  above: 'atMost',
};

function isAbove(one: Rational | undefined, other: Rational | undefined): boolean {
  return one !== undefined && other !== undefined && compareRationals(one, other) > 0;
}

function isAtLeast(one: Rational | undefined, other: Rational | undefined): boolean {
  return one !== undefined && other !== undefined && compareRationals(one, other) >= 0;
}

function rangeOfAnswer(question: Question, scope: Scope, depth: number): FormulaRange {
  const between = (low: number, high: number): FormulaRange => ({
    low: rational(low),
    high: rational(high),
    mayBeAbsent: true,
  });
  switch (question.kind) {
    case 'yesNo':
      return between(0, 1);
    case 'number':
      return between(question.minimum, question.maximum);
    case 'share':
      return between(0, 100);
    case 'multiple':
      return between(1, Math.min(question.maximum ?? Infinity, question.options.length));
    case 'ranking':
      return between(rankedCount(question), rankedCount(question));
    case 'file':
      return between(question.minimum ?? 1, question.maximum ?? FILES_MAXIMUM);
    case 'set':
      return between(question.minimum, question.maximum);
    case 'computed': {
      const result = rangeOfResult(question, scope, depth);
      return { ...result, mayBeAbsent: result.mayBeAbsent || question.askedIf !== undefined };
    }
    case 'single':
    case 'matrix':
    case 'date':
    case 'text':
      return ANYTHING;
  }
}

/** Between what the value of a computed question lies that is asked. One beyond what a number can hold is absent. */
export function rangeOfResult(
  { formula, decimals }: QuestionOf<'computed'>,
  scope: Scope,
  depth = 0,
): FormulaRange {
  if (depth >= DEPTH_MAXIMUM) return ANYTHING;
  const exact = rangeOf(formula, scope, depth + 1);
  const [low, high] = [exact.low, exact.high].map((end) => {
    const value = end && roundRational(end, decimals);
    return value === undefined ? undefined : rational(value);
  });
  return { low, high, mayBeAbsent: exact.mayBeAbsent || low === undefined || high === undefined };
}

type Combine = (a: FormulaRange, b: FormulaRange) => FormulaRange;

const COMBINE: Readonly<Record<'add' | 'subtract' | 'multiply' | 'divide', Combine>> = {
  add: (a, b) => ({
    low: a.low && b.low && add(a.low, b.low),
    high: a.high && b.high && add(a.high, b.high),
    mayBeAbsent: a.mayBeAbsent || b.mayBeAbsent,
  }),
  subtract: (a, b) => ({
    low: a.low && b.high && subtract(a.low, b.high),
    high: a.high && b.low && subtract(a.high, b.low),
    mayBeAbsent: a.mayBeAbsent || b.mayBeAbsent,
  }),
  multiply: (a, b) => ofCorners(a, b, multiply, a.mayBeAbsent || b.mayBeAbsent),
  divide: (a, b) => {
    const isAwayFromZero = isAbove(b.low, ZERO) || isAbove(ZERO, b.high);
    return isAwayFromZero ? ofCorners(a, b, divide, a.mayBeAbsent || b.mayBeAbsent) : ANYTHING;
  },
};

function ofCorners(
  a: FormulaRange,
  b: FormulaRange,
  combine: (a: Rational, b: Rational) => Rational | undefined,
  mayBeAbsent: boolean,
): FormulaRange {
  const corners = [a.low, a.high].flatMap((one) =>
    [b.low, b.high].map((other) => one && other && combine(one, other)),
  );
  return { low: leastOf(corners), high: mostOf(corners), mayBeAbsent };
}

function rangeOfAggregate({ op, of, over }: Aggregate, scope: Scope, depth: number): FormulaRange {
  const parts = of.map((part) => rangeOf(part, scope, depth));
  const set = over === undefined ? undefined : scope.anywhere(over);
  const times = set === undefined ? 1 : set.kind === 'set' ? set.maximum : undefined;
  if (times === undefined) return ANYTHING;
  const mayBeAbsent = set !== undefined || parts.every((part) => part.mayBeAbsent);
  switch (op) {
    case 'count': {
      const sure = set === undefined ? parts.filter((part) => !part.mayBeAbsent).length : 0;
      return { low: rational(sure), high: rational(parts.length * times), mayBeAbsent: false };
    }
    case 'sum': {
      const ends = parts.map((part) => {
        const isOptional = part.mayBeAbsent || set !== undefined;
        return {
          low: isOptional ? leastOf([part.low, ZERO]) : part.low,
          high: isOptional ? mostOf([part.high, ZERO]) : part.high,
        };
      });
      return {
        low: totalOf(
          ends.map(({ low }) => low),
          times,
        ),
        high: totalOf(
          ends.map(({ high }) => high),
          times,
        ),
        mayBeAbsent,
      };
    }
    case 'min':
    case 'max':
      return {
        low: leastOf(parts.map(({ low }) => low)),
        high: mostOf(parts.map(({ high }) => high)),
        mayBeAbsent,
      };
  }
}

/** Undefined when any of them is open. */
function totalOf(ends: readonly (Rational | undefined)[], times: number): Rational | undefined {
  let total: Rational | undefined = ZERO;
  for (const end of ends) total = total && end && add(total, end);
  return total && multiply(total, rational(times));
}

function leastOf(ends: readonly (Rational | undefined)[]): Rational | undefined {
  return ends.reduce((least, end) =>
    least && end ? (compareRationals(end, least) < 0 ? end : least) : undefined,
  );
}

function mostOf(ends: readonly (Rational | undefined)[]): Rational | undefined {
  return ends.reduce((most, end) =>
    most && end ? (compareRationals(end, most) > 0 ? end : most) : undefined,
  );
}
