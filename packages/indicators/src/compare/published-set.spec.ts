import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { CityFacts, CityResult } from './benchmark.js';
import { checkRanks } from './check-ranks.js';
import { cohortOf } from './cohort.js';
import { readPublished, type PublishedRank } from './published-set.js';
import { standingOf } from './rank.js';

const FOLDER = new URL('../../benchmarks/icc-published/', import.meta.url);
const file = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const files = {
  results: file('results.csv'),
  ranks: file('ranks.csv'),
  codebook: JSON.parse(file('codebook.json')) as unknown,
};
const set = readPublished(files);
const checks = checkRanks(set);

function named({ city, year, group }: PublishedRank): string {
  return `${city} ${String(year)}, ${group}`;
}

describe('the published figures', () => {
  it('are thirty results and fifteen ranks, each with an address where it was read', () => {
    expect([set.results.length, set.ranks.length]).toEqual([30, 15]);
    for (const { source } of [...set.results, ...set.ranks]) expect(source).toMatch(/^https?:\/\//);
  });

  it('have each column of both tables explained, and explain nothing that is not there', () => {
    const head = (text: string): readonly string[] => text.slice(0, text.indexOf('\n')).split(',');
    expect(Object.keys(set.columns.results)).toEqual(head(files.results));
    expect(Object.keys(set.columns.ranks)).toEqual(head(files.ranks));
    const used = new Set(set.ranks.flatMap(({ group, note }) => [group, note]));
    expect([...Object.keys(set.groups), ...Object.keys(set.notes)].filter((name) => !used.has(name))).toEqual(
      [],
    );
  });

  it('are refused with a name that the codebook does not explain, or a score that is none', () => {
    const strange = files.ranks.replace(',all,', ',everybody,');
    expect(() => readPublished({ ...files, ranks: strange })).toThrow('does not explain everybody');
    const tooHigh = files.results.replace(',INDEX,62,', ',INDEX,162,');
    expect(() => readPublished({ ...files, results: tooHigh })).toThrow('100');
  });

  it('give each ranked city the score that stands among the results', () => {
    for (const { city, year, score } of set.ranks) {
      const result = set.results.find(
        (each) => each.subject === city && each.year === year && each.measure === 'INDEX',
      );
      expect({ city, year, score }).toEqual({ city, year, score: result?.score ?? null });
    }
  });
});

describe('the published ranks', () => {
  it('agree with the scores that are known, wherever those say anything', () => {
    const checked = checks.filter(({ check }) => check.kind !== 'unchecked');
    expect(checked).toHaveLength(12);
    for (const { published, check } of checked)
      expect([named(published), check]).toEqual([
        named(published),
        expect.objectContaining({ agrees: true }),
      ]);
  });

  it('say where the known scores say nothing, and why: the list that comes along is that list', () => {
    const silent = checks.flatMap(({ published: { city, year, group }, check }) =>
      check.kind === 'unchecked' ? [{ city, year, group, reason: check.reason }] : [],
    );
    expect(silent).toEqual(set.unchecked);
  });

  it('bound what they cannot give: no sample was ever published whole', () => {
    const ranges = checks.flatMap(({ published, check }) =>
      check.kind === 'byScores'
        ? [[named(published), check.range.best, published.rank, check.range.worst]]
        : [],
    );
    expect(ranges).toEqual([
      ['Bilbao 2013, all', 2, 21, 54],
      ['Ballarat 2016, all', 1, 4, 75],
      ['Erlangen 2016, all', 4, 32, 74],
      ['Odesa 2017, all', 5, 17, 88],
      ['Ansan 2020, population-over-500k', 2, 4, 26],
      ['Oslo 2020, population-over-500k', 1, 1, 25],
    ]);
  });

  it('are noticed where they contradict what is known', () => {
    const wrong = files.ranks.replace(',85,1,26,', ',85,26,26,').replace(',64,16,30,', ',64,22,30,');
    const faulty = checkRanks(readPublished({ ...files, ranks: wrong })).flatMap(({ published, check }) =>
      check.kind !== 'unchecked' && !check.agrees ? [named(published)] : [],
    );
    expect(faulty).toEqual(['Bilbao 2013, population-over-200k', 'Oslo 2020, population-over-500k']);
  });
});

describe('all ranks that one result was given', () => {
  /** Ranks of one result among all cities and in groups, where all sizes are known or may be chosen. */
  const results = [...new Set(set.ranks.map(({ city, year }) => `${city} ${String(year)}`))]
    .map((name) => set.ranks.filter(({ city, year }) => `${city} ${String(year)}` === name))
    .filter(([first]) => first?.score !== null);

  it.each(results.map((ranks) => [`${ranks[0]?.city ?? ''} ${String(ranks[0]?.year)}`, ranks] as const))(
    '%s, come out of one sample at once',
    (_name, ranks) => {
      const sample = smallestSample(ranks);
      for (const { city, rank, of, group } of ranks) {
        const { members, unplaced } = cohortOf(sample, set.groups[group] ?? {});
        expect(unplaced).toEqual([]);
        expect(standingOf(city, members, 1)).toMatchObject({ kind: 'ranked', rank, tied: 0 });
        if (of !== null) expect(members).toHaveLength(of);
      }
    },
  );
});

/**
 * A sample that agrees with all ranks of one result and with nothing else: as many cities above and below as the ranks
 * say, in each group as many as it says. Who they were nobody has published; only how many.
 */
function smallestSample(ranks: readonly PublishedRank[]): readonly CityResult[] {
  const [{ city = '', score } = {}] = ranks;
  const own = score ?? 0;
  const widest = ranks.reduce((a, b) => ((b.of ?? b.rank) > (a.of ?? a.rank) ? b : a));
  const above = widest.rank - 1;
  const below = (widest.of ?? widest.rank) - widest.rank;
  const at = (name: string, value: number, place: number, isAbove: boolean): CityResult => ({
    city: name,
    on: '2020',
    value,
    facts: Object.assign(
      {},
      ...ranks.map((rank): CityFacts => {
        const count = isAbove ? rank.rank - 1 : (rank.of ?? rank.rank) - rank.rank;
        return inside(rank.group, place < count);
      }),
    ) as CityFacts,
  });
  return [
    {
      ...at(city, own, 0, true),
      facts: Object.assign({}, ...ranks.map(({ group }) => inside(group, true))) as CityFacts,
    },
    ...Array.from({ length: above }, (_, place) => at(`above ${String(place)}`, own + 1, place, true)),
    ...Array.from({ length: below }, (_, place) => at(`below ${String(place)}`, own - 1, place, false)),
  ];
}

/** Facts that put a city inside a group, or outside it. */
function inside(group: string, isInside: boolean): CityFacts {
  const { population, foreignBorn } = set.groups[group] ?? {};
  const value = ({
    from,
    below,
  }: {
    readonly from?: number | undefined;
    readonly below?: number | undefined;
  }): number => (isInside ? (from ?? (below ?? 1) - 1) : from === undefined ? (below ?? 0) : from - 1);
  return {
    ...(population && { population: value(population) }),
    ...(foreignBorn && { foreignBorn: value(foreignBorn) }),
  };
}
