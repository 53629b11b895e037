import { describe, expect, test } from '@jest/globals';
import type { Condition } from '../../definition/condition.js';
import { certaintyOf, leastOf, sure, type Certainty } from './certainty.js';
import { extremeRatio, standingAt } from './extreme-ratio.js';
import { indicatorBounds } from './indicator-bounds.js';
import { allOf, kindsOf, NOTHING, oneOf, outcome, type Outcomes } from './outcomes.js';

/** So many points of so many, in something that applies. */
const of = (least: number, size: number, most = least): Outcomes =>
  outcome({ least, most, size, applies: true });
const idle = (size: number): Outcomes => outcome({ least: 0, most: 0, size, applies: false });

describe('the certainty of a condition', () => {
  const leaf = (question: Certainty): Condition => ({ op: 'answered', question });
  const [yes, maybe, no] = (['surely', 'maybe', 'surelyNot'] as const).map(leaf);
  if (!yes || !maybe || !no) throw new Error('there are three');
  const certainty = (condition: Condition) =>
    certaintyOf(condition, (each) => (each.op === 'answered' ? (each.question as Certainty) : 'maybe'));

  test.each<readonly [Certainty, Condition]>([
    ['surely', { op: 'all', of: [yes, yes] }],
    ['maybe', { op: 'all', of: [yes, maybe] }],
    ['surelyNot', { op: 'all', of: [maybe, no] }],
    ['surely', { op: 'any', of: [no, maybe, yes] }],
    ['maybe', { op: 'any', of: [no, maybe] }],
    ['surelyNot', { op: 'any', of: [no, no] }],
    ['surelyNot', { op: 'not', of: yes }],
    ['maybe', { op: 'not', of: maybe }],
    ['surely', { op: 'not', of: no }],
    ['maybe', maybe],
  ])('is %s: %j', (expected, condition) => {
    expect(certainty(condition)).toBe(expected);
  });

  test('is that of the least certain part, and sure of what is true or false', () => {
    expect(leastOf([])).toBe('surely');
    expect(leastOf(['maybe', 'surely'])).toBe('maybe');
    expect(leastOf(['maybe', 'surelyNot'])).toBe('surelyNot');
    expect([true, false].map(sure)).toEqual(['surely', 'surelyNot']);
  });
});

describe('outcomes', () => {
  test('of one are that one, and those of several stay several', () => {
    expect(oneOf([of(1, 2)])).toEqual(of(1, 2));
    expect(oneOf([])).toEqual({ kind: 'oneOf', of: [] });
    expect(oneOf([of(1, 2), NOTHING])).toEqual({ kind: 'oneOf', of: [of(1, 2), NOTHING] });
  });

  test('together are added up as far as there is only one of each', () => {
    expect(allOf([])).toEqual(NOTHING);
    expect(allOf([of(1, 2, 2), idle(3)])).toEqual(of(1, 5, 2));
    expect(allOf([idle(3), idle(1)])).toEqual(idle(4));
    const open = oneOf([of(1, 2), NOTHING]);
    expect(allOf([of(1, 1), open, idle(2)])).toEqual({ kind: 'all', of: [of(1, 3), open] });
  });

  const kinds = (outcomes: Outcomes) => {
    const { canScore, canBeAbsent, canBeMissed } = kindsOf(outcomes);
    return [canScore, canBeAbsent, canBeMissed].map((each) => (each ? '+' : '-')).join('');
  };
  const worthless = of(0, 0);
  test.each<readonly [string, string, Outcomes]>([
    ['a score', '+--', of(0, 2)],
    ['none, for nothing is asked', '-+-', NOTHING],
    ['none, for what is asked does not apply', '-+-', idle(2)],
    ['none, for what is asked is worth nothing', '--+', worthless],
    ['a score or none', '++-', oneOf([of(1, 2), NOTHING])],
    ['none, of either kind', '-++', oneOf([worthless, NOTHING])],
    ['a score for sure, by one part', '+--', allOf([of(1, 2), oneOf([of(1, 1), NOTHING])])],
    [
      'a score, by what applies in one part and has a size in another',
      '+--',
      allOf([oneOf([idle(2), idle(3)]), oneOf([worthless, of(1, 1)])]),
    ],
    ['anything', '+++', allOf([oneOf([worthless, NOTHING]), oneOf([of(1, 1), NOTHING])])],
  ])('come to %s: %s', (_, expected, outcomes) => {
    expect(kinds(outcomes)).toBe(expected);
  });
});

describe('the extremes of a ratio of sums', () => {
  const extremes = (outcomes: Outcomes) => {
    const [least, most] = [extremeRatio(outcomes, 'least'), extremeRatio(outcomes, 'most')];
    return [least, most].map((sums) => sums && [sums.points, sums.size]);
  };

  test('are those of the one outcome there is', () => {
    expect(extremes(of(1, 4, 3))).toEqual([
      [1, 4],
      [3, 4],
    ]);
    expect(extremes(of(0, 4))).toEqual([
      [0, 4],
      [0, 4],
    ]);
  });

  test('are none where nothing applies or has a size', () => {
    for (const outcomes of [
      NOTHING,
      idle(3),
      of(0, 0),
      oneOf([]),
      allOf([NOTHING, oneOf([idle(1), idle(2)])]),
    ])
      expect(extremes(outcomes)).toEqual([undefined, undefined]);
  });

  test('pass over what has no size or does not apply beside what has', () => {
    const some = oneOf([idle(9), of(0, 0), of(1, 2), NOTHING]);
    expect(extremes(some)).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  test('may be neither the fewest points nor the smallest size', () => {
    // 3/4 settled; then 1/1, 1/8 or 4/6 beside nothing: 4/5, 4/12, 7/10, 3/4.
    const whole = allOf([of(3, 4), oneOf([of(1, 1), of(1, 8), of(4, 6), NOTHING])]);
    expect(extremes(whole)).toEqual([
      [4, 12],
      [4, 5],
    ]);
  });

  test('are found part by part: each chooses for itself at the same ratio', () => {
    const part = oneOf([of(0, 1), of(3, 4), of(5, 9)]);
    // Both 3/4: 6/8. Both 0/1: 0.
    expect(extremes(allOf([part, part]))).toEqual([
      [0, 2],
      [6, 8],
    ]);
    // With 5/6 for sure: 5/7, 8/10 or 10/15.
    expect(extremes(allOf([of(5, 6), part]))).toEqual([
      [10, 15],
      [8, 10],
    ]);
  });

  test('need something that applies in the whole, from whichever part', () => {
    const either = oneOf([idle(4), of(4, 4)]);
    const other = oneOf([idle(2), of(1, 2)]);
    // Least: 1 of 2 beside 4 that do not apply: 1/6. Most: 5/6. Nothing that applies at all: no ratio.
    expect(extremes(allOf([either, other]))).toEqual([
      [1, 6],
      [5, 6],
    ]);
    expect(extremes(allOf([oneOf([idle(1), idle(2)]), of(1, 1)]))).toEqual([
      [1, 3],
      [1, 2],
    ]);
  });

  test('are told apart where products pass what a double holds', () => {
    const half = 2 ** 30;
    // 1 − 2/(2³¹ + 2) beside 1 − 2/(2³¹ + 1): of the products of 2⁶¹ that are compared, one is greater by 1.
    const [greater, less] = [of(half, half + 1), of(2 * half - 1, 2 * half + 1)];
    for (const order of [
      [greater, less],
      [less, greater],
    ])
      expect(extremes(oneOf(order))).toEqual([
        [2 * half - 1, 2 * half + 1],
        [half, half + 1],
      ]);
    // 1 − 1.5/(2³¹ + 1): no whole number of points.
    expect(extremes(oneOf([of(2 * half - 0.5, 2 * half + 1), greater]))).toEqual([
      [half, half + 1],
      [2 * half - 0.5, 2 * half + 1],
    ]);
  });

  test('come out along a curve, where points are no whole numbers', () => {
    expect(extremes(oneOf([of(0.5, 3), of(0.25, 1), of(0.1, 1)]))).toEqual([
      [0.1, 1],
      [0.25, 1],
    ]);
  });
});

describe('how good some outcomes are among all at a ratio', () => {
  const all = oneOf([of(3, 4), of(1, 4), NOTHING, idle(2)]);
  const standing = (these: Outcomes, points: number, size: number, bound: 'least' | 'most' = 'most') =>
    standingAt(these, all, { points, size }, bound);

  test('is told by what is left over it', () => {
    // At 3/4: 3 of 4 leaves 0, as does nothing.
    expect(standing(of(3, 4), 3, 4)).toEqual({ isAsGood: true, counts: true });
    expect(standing(NOTHING, 3, 4)).toEqual({ isAsGood: true, counts: false });
    expect(standing(of(1, 4), 3, 4)).toEqual({ isAsGood: false, counts: false });
    expect(standing(idle(2), 3, 4)).toEqual({ isAsGood: false, counts: false });
    // The ratio is the same in any terms.
    expect(standing(of(3, 4), 6, 8)).toEqual({ isAsGood: true, counts: true });
    // At 1/2: 3 of 4 leaves 1, nothing 0.
    expect(standing(NOTHING, 1, 2)).toEqual({ isAsGood: false, counts: false });
  });

  test('is told from below for the least', () => {
    expect(standing(of(1, 4), 1, 4, 'least')).toEqual({ isAsGood: false, counts: false });
    // At 1/4, 2 that do not apply take ½ away: nothing is lower.
    expect(standing(idle(2), 1, 4, 'least')).toEqual({ isAsGood: true, counts: false });
  });

  test('counts only with a size', () => {
    const worthless = of(0, 0);
    expect(standingAt(worthless, worthless, { points: 1, size: 2 }, 'most')).toEqual({
      isAsGood: true,
      counts: false,
    });
    for (const [these, those] of [
      [oneOf([]), oneOf([])],
      [oneOf([]), of(1, 2)],
      [of(1, 2), oneOf([])],
    ] as const)
      expect(standingAt(these, those, { points: 1, size: 2 }, 'most')).toEqual({
        isAsGood: false,
        counts: false,
      });
  });
});

describe('the bounds of an indicator', () => {
  const component = { slots: [], watched: new Map(), presences: [], reasons: [], indicators: [] };
  const part = (outcomes: Outcomes, ...reasons: readonly ('computed' | 'formula')[]) => ({
    component: { ...component },
    outcomes,
    reasons,
  });

  test('are the quotients of its sums, and depend on what is open', () => {
    const [settled, open] = [part(of(1, 2)), part(oneOf([of(0, 2), of(2, 2)]))];
    const bounds = indicatorBounds([settled, open]);
    expect(bounds).toMatchObject({
      interval: { low: 0.25, high: 0.75, exact: true, reasons: [] },
      least: { points: 1, size: 4 },
      most: { points: 3, size: 4 },
      mayLack: false,
      mayBeMissed: false,
    });
    expect([...bounds.dependsOn]).toEqual([open.component]);
  });

  test('take notice of why open parts admit too much, once each, and not of settled ones', () => {
    const free = of(0, 1, 1);
    const bounds = indicatorBounds([
      part(of(1, 2), 'formula'),
      part(free, 'computed'),
      part(free, 'computed'),
    ]);
    expect(bounds.interval).toMatchObject({ exact: false, reasons: ['computed'] });
  });

  test('are within the scale whatever noise there is', () => {
    expect(indicatorBounds([part(of(-1e-9, 1, 1 + 1e-9))]).interval).toMatchObject({ low: 0, high: 1 });
  });

  test('are none where no completion has a score, and may be missing where some have none', () => {
    expect(indicatorBounds([])).toMatchObject({ mayLack: true, mayBeMissed: false });
    expect(indicatorBounds([part(NOTHING)])).not.toHaveProperty('interval');
    expect(indicatorBounds([part(oneOf([of(1, 1), NOTHING]))])).toMatchObject({
      mayLack: true,
      mayBeMissed: false,
    });
    expect(indicatorBounds([part(oneOf([of(1, 1), of(0, 0)]))])).toMatchObject({
      mayLack: true,
      mayBeMissed: true,
    });
    const none = indicatorBounds([part(of(0, 0))]);
    expect(none).toMatchObject({ mayLack: true, mayBeMissed: true });
    expect(none).not.toHaveProperty('interval');
    expect(none).not.toHaveProperty('least');
    expect(none).not.toHaveProperty('most');
  });
});
