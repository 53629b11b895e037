import { describe, expect, test } from '@jest/globals';
import { Ledger, unitOf } from './ledger.js';

describe('how many questions share one number decides how fast they are added up', () => {
  const limits = (count: number, points: number, size = points) =>
    Array.from({ length: count }, () => ({ points, size }));

  // Digits of points, of sizes, and three times of how many there are: 53 in all.
  test.each([
    ['one of 25 digits', 1, limits(1, 2 ** 25 - 1), true],
    ['one of 50 digits, with points beside', 1, limits(1, 0, 2 ** 49), true],
    ['one with a digit too many', 1, limits(1, 0, 2 ** 50), false],
    ['one that would fit in greater units', 1, limits(1, 2 ** 26), false],
    ['the same in greater units', 4, limits(1, 2 ** 26), true],
    ['three of 20 digits', 1, limits(3, 2 ** 20), true],
    ['seven of 20 digits', 1, limits(7, 2 ** 19), true],
    ['eight of as many', 1, limits(8, 2 ** 19), false],
    ['none', 1, [], true],
  ])('%s', (_, unit, all, expected) => {
    expect(Ledger.fits(unit, all)).toBe(expected);
  });

  test.each([
    [[6, 4, 10], 2],
    [[0, 3], 3],
    [[7], 7],
    [[5, 0], 5],
    [[1_500_000, 500_000, 2_000_000], 500_000],
    [[3, 7], 1],
    [[], 1],
    [[0, 0], 1],
  ])('in units as great as all allow: %p', (millionths, unit) => {
    expect(unitOf(millionths)).toBe(unit);
  });
});
