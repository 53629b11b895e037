import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { CityResult } from './benchmark.js';
import { rankOf, standingOf } from './rank.js';

function cities(...values: readonly number[]): readonly CityResult[] {
  return values.map((value, at) => ({ city: String(at), on: '2020', value, facts: {} }));
}

const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 });

describe('the rank of a city', () => {
  it('is shared by equal ones, and the next is left out', () => {
    const scores = [90, 80, 80, 70];
    expect(scores.map((score) => rankOf(score, scores))).toEqual([1, 2, 2, 4]);
    expect(standingOf('1', cities(...scores), 4)).toEqual({
      ...{ kind: 'ranked', rank: 2, of: 4, tied: 1 },
      // One of three others is below, one the same.
      quantile: 0.5,
    });
  });

  it('is withheld in a small group, and there is none for a city outside it', () => {
    expect(standingOf('0', cities(1, 2, 3, 4), 5)).toEqual({ kind: 'withheld', of: 4, minimum: 5 });
    expect(standingOf('9', cities(1, 2, 3, 4), 1)).toEqual({ kind: 'absent' });
    expect(standingOf('0', cities(7), 1)).toMatchObject({ rank: 1, of: 1, quantile: 0.5 });
  });

  it('is the first place at which its value stands once all are put in order', () => {
    fc.assert(
      fc.property(values, (list) => {
        const inOrder = [...list].sort((a, b) => b - a);
        for (const value of list) expect(rankOf(value, list)).toBe(inOrder.indexOf(value) + 1);
      }),
    );
  });

  it('does not hang on order, and never falls when its value rises', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 5 }), (list, gain) => {
        const [own = 0, ...others] = list;
        expect(rankOf(own, [...list].reverse())).toBe(rankOf(own, list));
        expect(rankOf(own + gain, [own + gain, ...others])).toBeLessThanOrEqual(rankOf(own, list));
      }),
    );
  });

  it('and its quantile say the same: of two cities the better one has the higher of both', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 30 }), (list) => {
        const members = cities(...list);
        const [first, second] = ['0', '1'].map((name) => standingOf(name, members, 1));
        if (first?.kind !== 'ranked' || second?.kind !== 'ranked') throw new Error('Both are among them.');
        expect(Math.sign(first.quantile - second.quantile)).toBe(Math.sign(second.rank - first.rank));
        expect(first.quantile).toBeGreaterThanOrEqual(0);
        expect(first.quantile).toBeLessThanOrEqual(1);
      }),
    );
  });
});
