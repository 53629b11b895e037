import { describe, expect, test } from '@jest/globals';
import type { Formula, Relation } from '../definition/formula.js';
import { rational, toNumber } from '../definition/rational.js';
import type { AnswerValue } from './answer.js';
import { comparison } from './evaluate-condition.js';
import { evaluateFormula, relationHolds } from './evaluate-formula.js';
import type { Sight } from './sight.js';

const number = (value: number): Formula => ({ op: 'number', value });
const answer = (question: string): Formula => ({ op: 'answer', question });
const [two, gone] = [answer('two'), answer('gone')];

/** Two instances of a set: 3 visits in the first, none told in the second; the outside is seen from both. */
const outside: Readonly<Record<string, AnswerValue>> = {
  two: 2,
  yes: true,
  no: false,
  many: ['opt-a', 'opt-b', 'opt-c'],
  centres: ['in-a', 'in-b'],
};
const seeing = (values: Readonly<Record<string, AnswerValue>>): Sight => ({
  valueOf: (id) => values[id],
  within: (set) => (set === 'centres' ? [seeing({ ...outside, visits: 3 }), seeing(outside)] : []),
});
const valueOf = (formula: Formula) => {
  const value = evaluateFormula(formula, seeing(outside));
  return value && toNumber(value);
};

describe('a formula', () => {
  test.each<[string, Formula, number | undefined]>([
    ['a number', number(1.5), 1.5],
    ['a figure', two, 2],
    ['a figure that is not there', gone, undefined],
    ['yes', answer('yes'), 1],
    ['no', answer('no'), 0],
    ['how many are chosen', answer('many'), 3],
    ['how many are listed', answer('centres'), 2],
    ['adding', { op: 'add', of: [two, number(3), number(0.5)] }, 5.5],
    ['adding what is not there', { op: 'add', of: [two, gone] }, undefined],
    ['subtracting', { op: 'subtract', of: [two, number(3)] }, -1],
    ['subtracting from what is not there', { op: 'subtract', of: [gone, two] }, undefined],
    ['multiplying', { op: 'multiply', of: [two, number(3)] }, 6],
    ['multiplying with what is not there', { op: 'multiply', of: [number(0), gone] }, undefined],
    ['dividing', { op: 'divide', of: [number(1), two] }, 0.5],
    ['dividing by 0', { op: 'divide', of: [two, number(0)] }, undefined],
    ['dividing by what is not there', { op: 'divide', of: [two, gone] }, undefined],
    ['a sum passes over what is not there', { op: 'sum', of: [two, gone, number(1)] }, 3],
    ['a sum of nothing is not 0', { op: 'sum', of: [gone] }, undefined],
    ['the smallest', { op: 'min', of: [two, gone, number(1)] }, 1],
    ['the largest', { op: 'max', of: [two, gone, number(1)] }, 2],
    ['the largest of nothing', { op: 'max', of: [gone] }, undefined],
    ['how many are there', { op: 'count', of: [two, gone, number(0)] }, 2],
    ['how many of nothing are there', { op: 'count', of: [gone] }, 0],
    ['a sum over a set', { op: 'sum', over: 'centres', of: [answer('visits'), two] }, 7],
    ['a count over a set', { op: 'count', over: 'centres', of: [answer('visits')] }, 1],
    ['a sum over a set that lists nothing', { op: 'sum', over: 'none', of: [two] }, undefined],
    ['a count over a set that lists nothing', { op: 'count', over: 'none', of: [two] }, 0],
    ['an instance is not seen from outside', answer('visits'), undefined],
  ])('%s', (_, formula, expected) => {
    expect(valueOf(formula)).toBe(expected);
  });

  test('of 500 nodes over 50 instances is calculated at once', () => {
    let formula: Formula = two;
    for (let level = 0; level < 20; level += 1)
      formula = { op: 'divide', of: [{ op: 'add', of: [formula, number(1.000001)] }, number(0.999999)] };
    const wide: Formula = { op: 'sum', over: 'all', of: Array.from({ length: 8 }, () => formula) };
    const sight: Sight = {
      ...seeing(outside),
      within: () => Array.from({ length: 50 }, () => seeing(outside)),
    };
    const value = evaluateFormula(wide, sight);
    expect(value && toNumber(value)).toBeCloseTo(400 * 22.0002, 1);
  });
});

describe('a comparison', () => {
  test.each<[Relation, boolean, boolean, boolean]>([
    ['equal', false, true, false],
    ['notEqual', true, false, true],
    ['below', true, false, false],
    ['atMost', true, true, false],
    ['above', false, false, true],
    ['atLeast', false, true, true],
  ])('%s: of 1 and 2 %p, of 2 and 2 %p, of 3 and 2 %p', (relation, less, same, more) => {
    const holds = [1, 2, 3].map((value) => relationHolds(relation, rational(value), rational(2)));
    expect(holds).toEqual([less, same, more]);
  });

  test('with what is not there is undecided', () => {
    const compare = (left: Formula, right: Formula) =>
      comparison({ op: 'compare', left, relation: 'atMost', right }, seeing(outside));
    expect(compare(two, number(2))).toBe(true);
    expect(compare(two, number(1.99))).toBe(false);
    expect(compare(gone, two)).toBeUndefined();
    expect(compare(two, gone)).toBeUndefined();
  });
});
