import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { possibleRank, splitAbove } from './possible-rank.js';
import { rankOf } from './rank.js';

/** Exact scores, no two alike, as they were before anybody rounded them. */
const exact = fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 40 });

describe('the ranks that are possible in a sample that is known in part', () => {
  it('leave out those for whom a better or a worse place is known', () => {
    expect(possibleRank(70, [85, 72, 71, 63], 93)).toEqual({ best: 4, worst: 92 });
    expect(possibleRank(70, [], 93)).toEqual({ best: 1, worst: 93 });
  });

  it('take a rounded score that looks the same for a better or a worse one', () => {
    expect(possibleRank(63, [63], 2)).toEqual({ best: 1, worst: 2 });
  });

  it('are none where more cities are known than there were', () => {
    expect(possibleRank(63, [64, 65], 2)).toBeUndefined();
  });

  it('hold the true one, whoever is known', () => {
    const known = fc.infiniteStream(fc.boolean());
    fc.assert(
      fc.property(exact, known, ([own = 0, ...others], isKnown) => {
        const points = (score: number): number => Math.round(score / 100);
        const told = others.filter(() => isKnown.next().value).map(points);
        const rank = rankOf(own, [own, ...others]);
        const range = possibleRank(points(own), told, others.length + 1);
        expect(range?.best).toBeLessThanOrEqual(rank);
        expect(range?.worst).toBeGreaterThanOrEqual(rank);
      }),
    );
  });

  it('are the true one alone, once all are known and none look alike', () => {
    fc.assert(
      fc.property(exact, ([own = 0, ...others]) => {
        const rank = rankOf(own, [own, ...others]);
        expect(possibleRank(own, others, others.length + 1)).toEqual({ best: rank, worst: rank });
      }),
    );
  });
});

describe('a rank among all and a rank in a group', () => {
  it('say together who stands above: above Bilbao in 2013, 15 large cities and 5 small ones', () => {
    const amongAll = { rank: 21, of: 56 };
    expect(splitAbove(amongAll, { rank: 16, of: 30 })).toEqual({ inGroup: 15, outside: 5 });
    expect(splitAbove(amongAll, { rank: 7, of: 31 })).toEqual({ inGroup: 6, outside: 14 });
  });

  it('contradict each other where one stands lower in the group than among all, or too many below it', () => {
    expect(splitAbove({ rank: 3, of: 20 }, { rank: 4, of: 10 })).toBeUndefined();
    expect(splitAbove({ rank: 18, of: 20 }, { rank: 2, of: 5 })).toBeUndefined();
    expect(splitAbove({ rank: 3, of: 20 }, { rank: 4 })).toBeUndefined();
    expect(splitAbove({ rank: 3, of: 20 }, { rank: 2, of: 1 })).toBeUndefined();
  });

  it('never contradict each other in a sample that there is, and count who is there', () => {
    const sample = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.boolean()), {
      ...{ selector: ([score]) => score, minLength: 1, maxLength: 40 },
    });
    fc.assert(
      fc.property(sample, ([[own] = [0], ...others]) => {
        const group = others.filter(([, isIn]) => isIn).map(([score]) => score);
        const all = others.map(([score]) => score);
        const inAll = { rank: rankOf(own, all), of: all.length + 1 };
        const inGroup = { rank: rankOf(own, group), of: group.length + 1 };
        const above = { inGroup: inGroup.rank - 1, outside: inAll.rank - inGroup.rank };
        expect(splitAbove(inAll, inGroup)).toEqual(above);
        expect(splitAbove(inAll, { rank: inGroup.rank })).toEqual(above);
        expect(splitAbove({ rank: inAll.rank }, inGroup)).toEqual(above);
      }),
    );
  });
});
