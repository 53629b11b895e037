import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { CityFacts, CityResult } from './benchmark.js';
import { cohortOf, type CohortFilter } from './cohort.js';

const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined });
const facts: fc.Arbitrary<CityFacts> = fc
  .record({
    population: maybe(fc.integer({ min: 0, max: 1_000_000 })),
    foreignBorn: maybe(fc.integer({ min: 0, max: 60 })),
    country: maybe(fc.constantFrom('PL', 'NO')),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));
const results = fc
  .array(facts, { maxLength: 20 })
  .map((all) =>
    all.map((each, at): CityResult => ({ city: String(at), on: '2020', value: 50, facts: each })),
  );
const filter: fc.Arbitrary<CohortFilter> = fc
  .record({
    population: maybe(
      fc.constantFrom({ from: 200_000 }, { below: 200_000 }, { from: 100_000, below: 200_000 }),
    ),
    foreignBorn: maybe(fc.constantFrom({ from: 10, below: 15 }, { below: 15 })),
    countries: maybe(fc.constantFrom(['PL'], ['PL', 'NO'])),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));

function city(name: string, known: CityFacts): CityResult {
  return { city: name, on: '2020', value: 50, facts: known };
}

function names(of: readonly CityResult[]): readonly string[] {
  return of.map((each) => each.city);
}

describe('a cohort', () => {
  it('takes what lies on the lower boundary of a range and leaves what lies on the upper one', () => {
    const cities = [199_999, 200_000, 499_999, 500_000].map((population) =>
      city(String(population), { population }),
    );
    const { members } = cohortOf(cities, { population: { from: 200_000, below: 500_000 } });
    expect(names(members)).toEqual(['200000', '499999']);
  });

  it('does not guess where a fact is not known, and says so', () => {
    const cities = [
      city('known', { foreignBorn: 12 }),
      city('unknown', {}),
      city('other', { foreignBorn: 15 }),
    ];
    const { members, unplaced } = cohortOf(cities, { foreignBorn: { below: 15 } });
    expect([names(members), names(unplaced)]).toEqual([['known'], ['unknown']]);
  });

  it('leaves a city out for one thing that is known, whatever else is not', () => {
    const small = city('small', { population: 40_000 });
    const cohort = cohortOf([small], { population: { from: 200_000 }, foreignBorn: { below: 15 } });
    expect([cohort.members, cohort.unplaced]).toEqual([[], []]);
  });

  it('is all cities where nothing is asked', () => {
    fc.assert(
      fc.property(results, (all) => {
        expect(cohortOf(all, {})).toEqual({ filter: {}, members: all, unplaced: [] });
      }),
    );
  });

  it('grows only when less is asked', () => {
    fc.assert(
      fc.property(results, filter, (all, asked) => {
        const { foreignBorn: _, ...less } = asked;
        expect(names(cohortOf(all, less).members)).toEqual(
          expect.arrayContaining([...names(cohortOf(all, asked).members)]),
        );
      }),
    );
  });

  it('and its opposite share nobody, and together are all whose figure is known', () => {
    fc.assert(
      fc.property(results, fc.integer({ min: 0, max: 1_000_000 }), (all, bound) => {
        const small = cohortOf(all, { population: { below: bound } });
        const large = cohortOf(all, { population: { from: bound } });
        expect(small.unplaced).toEqual(large.unplaced);
        const sorted = [...small.members, ...large.members, ...small.unplaced]
          .map((each) => each.city)
          .sort();
        expect(sorted).toEqual(all.map((each) => each.city).sort());
      }),
    );
  });
});
