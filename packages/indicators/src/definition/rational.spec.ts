import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  add,
  compareRationals,
  divide,
  multiply,
  rational,
  roundRational,
  subtract,
  toNumber,
  type Rational,
} from './rational.js';

const decimal = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }));
const written = decimal.map(([digits, places]) => Number(`${String(digits)}e-${String(places)}`));

describe('exact fractions', () => {
  test('calculate as on paper, where binary fractions do not', () => {
    expect(toNumber(add(rational(0.1), rational(0.2)))).toBe(0.3);
    expect(toNumber(multiply(rational(1.1), rational(1.1)))).toBe(1.21);
    expect(toNumber(divide(rational(0.3), rational(0.1)) as Rational)).toBe(3);
    expect(toNumber(multiply(divide(rational(1), rational(49)) as Rational, rational(49)))).toBe(1);
  });

  test('give a number back as it was written', () => {
    fc.assert(fc.property(written, (value) => expect(toNumber(rational(value))).toBe(value)));
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) =>
        expect(toNumber(rational(value))).toBe(value === 0 ? 0 : value),
      ),
    );
  });

  test('undo what was done', () => {
    fc.assert(
      fc.property(written, written, (a, b) => {
        expect(toNumber(subtract(add(rational(a), rational(b)), rational(b)))).toBe(a === 0 ? 0 : a);
        if (b === 0) return;
        const there = divide(multiply(rational(a), rational(b)), rational(b));
        expect(there && toNumber(there)).toBe(a === 0 ? 0 : a);
      }),
    );
  });

  test('stand to each other as the numbers do', () => {
    fc.assert(
      fc.property(written, written, (a, b) => {
        expect(Math.sign(compareRationals(rational(a), rational(b)))).toBe(Math.sign(a - b));
      }),
    );
  });

  test('are never divided by 0, and have no number beyond what a double holds', () => {
    expect(divide(rational(1), rational(0))).toBeUndefined();
    expect(toNumber(multiply(rational(1e300), rational(1e300)))).toBeUndefined();
    expect(roundRational(multiply(rational(1e300), rational(1e300)), 2)).toBeUndefined();
    expect(toNumber(multiply(rational(1e-300), rational(1e-300)))).toBe(0);
  });

  test.each<[number, number, number, number]>([
    [1, 8, 2, 0.13],
    [-1, 8, 2, -0.13],
    [1.005, 1, 2, 1.01],
    [2, 3, 0, 1],
    [1, 3, 3, 0.333],
    [5, 2, 0, 3],
    [-5, 2, 0, -3],
  ])('%d ÷ %d to %d places is %d, a half away from 0', (top, bottom, places, expected) => {
    expect(roundRational(divide(rational(top), rational(bottom)) as Rational, places)).toBe(expected);
  });
});
