import type { Aggregate, Formula, Relation } from '../definition/formula.js';
import type { Id } from '../definition/identity.js';
import {
  add,
  compareRationals,
  divide,
  multiply,
  rational,
  subtract,
  type Rational,
} from '../definition/rational.js';
import type { AnswerValue } from './answer.js';
import type { Sight } from './sight.js';

/** The exact value of a formula for what stands in the assessment, or undefined; see {@link Formula}. */
export function evaluateFormula(formula: Formula, sight: Sight): Rational | undefined {
  switch (formula.op) {
    case 'number':
      return rational(formula.value);
    case 'answer':
      return numberOf(sight.valueOf(formula.question));
    case 'add':
    case 'multiply':
      return fold(formula.of, sight, formula.op === 'add' ? add : multiply);
    case 'subtract':
    case 'divide':
      return fold(formula.of, sight, formula.op === 'subtract' ? subtract : divide);
    case 'sum':
    case 'min':
    case 'max':
    case 'count':
      return aggregate(
        formula.op,
        partsOf<Sight>(formula, sight).flatMap((part) => evaluateFormula(part.formula, part.sight) ?? []),
      );
  }
}

/** The number that a valid answer stands for in a formula; undefined for none. */
export function numberOf(value: AnswerValue | undefined): Rational | undefined {
  if (typeof value === 'number') return rational(value);
  if (typeof value === 'boolean') return rational(value ? 1 : 0);
  return Array.isArray(value) ? rational(value.length) : undefined;
}

/** The parts of an aggregate, each with where it is looked at from: once, or once per instance. */
export function partsOf<Seen extends { within(set: Id): readonly Seen[] }>(
  { of, over }: Aggregate,
  sight: Seen,
): readonly { readonly formula: Formula; readonly sight: Seen }[] {
  const sights = over === undefined ? [sight] : sight.within(over);
  return sights.flatMap((from) => of.map((formula) => ({ formula, sight: from })));
}

/** What an aggregate makes of the parts that are there. */
export function aggregate(op: Aggregate['op'], parts: readonly Rational[]): Rational | undefined {
  if (op === 'count') return rational(parts.length);
  const [first, ...rest] = parts;
  if (first === undefined) return undefined;
  switch (op) {
    case 'sum':
      return rest.reduce(add, first);
    case 'min':
      return rest.reduce((least, part) => (compareRationals(part, least) < 0 ? part : least), first);
    case 'max':
      return rest.reduce((most, part) => (compareRationals(part, most) > 0 ? part : most), first);
  }
}

/** Whether two values stand in a relation. */
export function relationHolds(relation: Relation, left: Rational, right: Rational): boolean {
  const order = compareRationals(left, right);
  switch (relation) {
    case 'equal':
      return order === 0;
    case 'notEqual':
      return order !== 0;
    case 'below':
      return order < 0;
    case 'atMost':
      return order <= 0;
    case 'above':
      return order > 0;
    case 'atLeast':
      return order >= 0;
  }
}

function fold(
  parts: readonly Formula[],
  sight: Sight,
  combine: (a: Rational, b: Rational) => Rational | undefined,
): Rational | undefined {
  const [first, ...rest] = parts;
  let value = first && evaluateFormula(first, sight);
  for (const part of rest) {
    const next = value && evaluateFormula(part, sight);
    value = value && next && combine(value, next);
  }
  return value;
}
