import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { freeze, type CityResult } from './benchmark.js';

const results = fc.uniqueArray(
  fc.record({
    city: fc.constantFrom('Ardun', 'Belmy', 'Corvo', 'Dreska'),
    on: fc.integer({ min: 2010, max: 2024 }).map(String),
    value: fc.integer({ min: 0, max: 100 }),
    facts: fc.constant({}),
  }),
  { selector: ({ city, on }) => `${city} ${on}`, maxLength: 30 },
);
const year = fc.integer({ min: 2009, max: 2025 }).map(String);

function frozen(of: readonly CityResult[], asOf: string) {
  return freeze(of, { name: 'all', asOf, minimum: 5 });
}

describe('a benchmark', () => {
  it('holds the newest result of each city up to its date', () => {
    const oslo = (on: string, value: number): CityResult => ({ city: 'Oslo', on, value, facts: {} });
    const known = [oslo('2017', 85), oslo('2020', 86), oslo('2012', 80)];
    expect(frozen(known, '2019').results).toEqual([oslo('2017', 85)]);
    expect(frozen(known, '2020').results).toEqual([oslo('2020', 86)]);
    expect(frozen(known, '2011').results).toEqual([]);
  });

  it('is not moved by what comes in later, nor by the order of what was there', () => {
    fc.assert(
      fc.property(results, year, (all, asOf) => {
        const before = frozen(all, asOf);
        expect(frozen([...all].reverse(), asOf)).toEqual(before);
        expect(
          frozen(
            all.filter(({ on }) => on <= asOf),
            asOf,
          ),
        ).toEqual(before);
      }),
    );
  });

  it('names each city once', () => {
    fc.assert(
      fc.property(results, year, (all, asOf) => {
        const cities = frozen(all, asOf).results.map(({ city }) => city);
        expect(cities).toEqual([...new Set(cities)].sort());
      }),
    );
  });

  it('is refused where a city says two things of one time', () => {
    const twice = [60, 61].map((value): CityResult => ({ city: 'Lublin', on: '2020', value, facts: {} }));
    expect(() => frozen(twice, '2020')).toThrow('Lublin has two results of 2020.');
  });
});
