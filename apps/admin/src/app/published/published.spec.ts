import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkRanks, readPublished } from '@kilim/indicators';
import { givenSpeech } from '../testing/given';
import { codebookOf, overallTable, sheetOf } from './figure-tables';
import { checkWords, groupWords } from './rank-words';

const folder = path.resolve('../../packages/indicators/benchmarks/icc-published');
const file = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const set = readPublished({
  ...{ results: file('results.csv'), ranks: file('ranks.csv') },
  codebook: JSON.parse(file('codebook.json')) as unknown,
});

describe('the published figures', () => {
  it('list the overall results of cities, the highest first, and say where a year is not known', async () => {
    const { rows } = overallTable(set, await givenSpeech());
    expect(rows).toHaveLength(17);
    expect(rows[0]).toEqual(['Guro (Seoul)', 'South Korea', '2020', 87]);
    expect(rows).toContainEqual(['Salisbury', 'Australia', 'year not given', 77]);
    expect(rows.at(-1)?.[0]).toBe('Rochester (MN)');
  });

  it('can be taken away as they came, each column explained in the codebook', () => {
    const [head = [], first] = sheetOf('results', set);
    expect(first?.slice(0, 6)).toEqual(['Melitopol', 'city', 'UA', 2011, 'INDEX', 62]);
    const explained = codebookOf(set, 'pl')
      .filter(([table]) => table === 'results')
      .map(([, name]) => name);
    expect(explained).toEqual(head);
    expect(sheetOf('ranks', set)).toHaveLength(1 + 15);
  });
});

describe('a published rank', () => {
  const check = (city: string, group: string) =>
    checkRanks(set).find(({ published }) => published.city === city && published.group === group)?.check;

  it('says among which cities it holds', async () => {
    const say = await givenSpeech();
    expect(groupWords({}, say)).toBe('all cities');
    expect(groupWords({ population: { from: 200_000 } }, say)).toBe('cities of 200,000 inhabitants or more');
    expect(groupWords({ population: { below: 500_000 }, foreignBorn: { from: 10, below: 15 } }, say)).toBe(
      'cities of fewer than 500,000 inhabitants and 10\u202f% to less than 15\u202f% of residents born abroad',
    );
  });

  it('says in one sentence what the known scores make of it, also when they say nothing', async () => {
    const say = await givenSpeech();
    const words = (city: string, group: string) => {
      const found = check(city, group);
      return found && checkWords(found, say);
    };
    expect(words('Bilbao', 'all')).toBe(
      'Agrees: with the 3 other scores known of that sample, places 2 to 54 are possible.',
    );
    expect(words('Bilbao', 'population-over-200k')).toBe(
      'Fits the rank among all: of the 20 cities above, 15 are in this group.',
    );
    expect(words('Duisburg', 'all')).toBe('Cannot be checked: the score that was ranked is not known.');
  });
});
