import { describe, expect, test } from '@jest/globals';
import { percent, percentInterval, percentOf } from './round-score.js';
import type { IndicatorScore, MeanScore } from './scorecard.js';

const indicator = (numerator: number, denominator: number): IndicatorScore => ({
  id: 'ind-one',
  code: 'IA',
  score: { kind: 'scored', value: numerator / denominator },
  numerator,
  denominator,
  arithmetic: 'exact',
  applicable: 1,
  answered: 1,
  coverage: 1,
  rules: { unanswered: 'leaveOut', notApplicable: 'leaveOut', coverageToScore: 0, coverageToPublish: 0 },
  questions: [],
});
const mean = (value: number): MeanScore => ({
  id: 'mean',
  code: 'M',
  score: { kind: 'scored', value },
  coverage: 1,
  coverageToScore: 0,
  contributions: [],
});

describe('rounding to whole percentages', () => {
  test.each([
    [10_500_000, 12_000_000, 88],
    [1, 200, 1],
    [199, 40_000, 0],
    [0, 7, 0],
    [7, 7, 100],
    [2 ** 53 - 3, 2 ** 53 - 1, 100],
    [289, 200, 145],
    // Less than an eighth by less than what means are snapped to.
    [999_999_999_999_999, 8_000_000_000_000_000, 12],
  ])(
    'an indicator of %d out of %d is %d %%, half up, from the integers',
    (numerator, denominator, expected) => {
      expect(percent(indicator(numerator, denominator))).toBe(expected);
    },
  );

  test('a mean that is half but for float noise is rounded as the half it is', () => {
    // 0.145 × 100 is 14.499999999999998 in doubles.
    expect(percent(mean(0.145))).toBe(15);
    expect(percent(mean((0.1 + 0.2 + 0.135) / 3))).toBe(15);
    expect(percent(mean(0.665 - 1e-15))).toBe(67);
    expect(percent(mean(0.665 - 1e-11))).toBe(66);
  });

  test('without a score there is no percentage', () => {
    expect(percent({ ...mean(0), score: { kind: 'notAsked' } })).toBeUndefined();
  });

  test('bounds go outwards, but not for float noise', () => {
    expect(percentInterval({ low: 0.667, high: 0.671 })).toEqual({ low: 66, high: 68 });
    expect(percentInterval({ low: 0.67 - 1e-15, high: 0.67 + 1e-15 })).toEqual({ low: 67, high: 67 });
    expect(percentInterval({ low: 0, high: 1 })).toEqual({ low: 0, high: 100 });
    expect(percentOf(0.29, 'down')).toBe(29);
    expect(percentOf(0.57, 'up')).toBe(57);
  });
});
