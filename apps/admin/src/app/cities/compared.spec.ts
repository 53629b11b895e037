import { beforeEach, describe, expect, it } from '@jest/globals';
import type { BenchmarkArea, EarlierAssessment, Sample } from '@kilim/contracts';
import { scoreAssessment, type Answers } from '@kilim/indicators';
import type { Say } from '../language/say';
import { BOOK, givenSpeech, SERVER_NOW } from '../testing/given';
import { beforePercent, compared, topAreas, type ComparedLine } from './compared';
import { profileOf } from './profile';
import { gapWords, methodWords, sampleWords } from './sample-words';
import { scoreLines } from './scores';

const CLAIMS: Answers = {
  'q-yes': { kind: 'value', value: true },
  'q-some': { kind: 'value', value: ['o-red'] },
  'q-share': { kind: 'value', value: 60 },
  'q-grid': { kind: 'value', value: { 'r-young': 'o-little', 'r-old': 'o-little' } },
};
const card = scoreAssessment(BOOK.compiled, CLAIMS, { basis: 'claimed' });
const area = (id: string, spread?: BenchmarkArea['spread']): BenchmarkArea => ({
  ...{ id, code: id, cities: 6 },
  ...(spread && { spread }),
});
const BEFORE = {
  round: { name: 'Round 2023' },
  version: { version: '2023.1', hash: 'b'.repeat(64) },
  areas: [
    { id: 'n-a', code: 'A', score: { kind: 'scored', value: 0.333 } },
    { id: 'n-b', code: 'B', score: { kind: 'notAsked' } },
  ],
} as unknown as EarlierAssessment;

const lines = (areas: readonly BenchmarkArea[], before?: EarlierAssessment): readonly ComparedLine[] =>
  compared(scoreLines(card, card), { areas, before, hasFindings: false });

describe('a city beside others and beside itself', () => {
  it('has the sample and the round before on each line that they have, and nothing invented elsewhere', () => {
    const [a, lens, b] = lines([area('n-a', { low: 0.201, median: 0.5, high: 0.8 }), area('n-b')], BEFORE);
    expect(a?.sample).toEqual({ low: 20, median: 50, high: 80 });
    expect(a && beforePercent(a)).toBe(33);
    expect(b?.sample).toBeUndefined();
    expect(b?.before).toEqual({ kind: 'notAsked' });
    expect(b && beforePercent(b)).toBeUndefined();
    expect(lens?.before).toBeUndefined();
  });

  it('has on its radar what stands on its own: composites instead of their members', () => {
    expect(topAreas(lines([])).map(({ id }) => id)).toEqual(['n-a', 'c-lens']);
  });
});

describe('what is strong and weak', () => {
  it('is read against the sample where there is one', () => {
    const profile = profileOf(
      lines([
        area('n-a', { low: 0.1, median: 0.3, high: 0.6 }),
        area('n-b', { low: 0.8, median: 0.9, high: 0.95 }),
      ]),
      card,
    );
    expect(profile.isAgainstSample).toBe(true);
    expect(profile.strong.map(({ id }) => id)).toEqual(['n-a']);
    expect(profile.weak.map(({ id }) => id)).toEqual(['n-b']);
  });

  it('is only what is certain while answers are open', () => {
    const open = scoreAssessment(
      BOOK.compiled,
      { 'q-share': { kind: 'value', value: 60 } },
      { basis: 'claimed' },
    );
    const sample = [area('n-a', { low: 0.5, median: 0.6, high: 0.7 })];
    const own = compared(scoreLines(open, open), { areas: sample, before: undefined, hasFindings: false });
    const profile = profileOf(own, open);
    expect([profile.strong, profile.weak]).toEqual([[], []]);
  });

  it('is not known at all before a first answer', () => {
    const empty = scoreAssessment(BOOK.compiled, {}, { basis: 'claimed' });
    const own = compared(scoreLines(empty, empty), { areas: [], before: undefined, hasFindings: false });
    expect(profileOf(own, empty)).toMatchObject({ isOpen: true, strong: [], weak: [], gains: [] });
    expect(profileOf(lines([]), card).isOpen).toBe(false);
  });

  it('names where most could be gained, in points of the index, through composites', () => {
    const { gains } = profileOf(lines([]), card);
    const missed = gains.reduce((sum, { points }) => sum + points, 0);
    const index = card.indices[0]?.score;
    expect(missed).toBeCloseTo(index?.kind === 'scored' ? 100 - index.value * 100 : NaN, 9);
    expect(gains.map(({ id }) => id)).toEqual(['n-b', 'n-a']);
  });

  it('names nothing without a sample when too little is settled', () => {
    expect(profileOf(lines([]), card)).toMatchObject({ isAgainstSample: false, strong: [], weak: [] });
  });
});

describe('the sample in words', () => {
  let say: Say;
  beforeEach(async () => {
    say = await givenSpeech();
  });
  const sample: Sample = {
    ...{ kind: 'round', name: 'Round 2026', cities: 7, submitted: 4, asOf: SERVER_NOW, minimum: 5 },
  };

  it('has name, size and date', () => {
    expect(sampleWords(sample, say)).toMatch(
      /^Sample: 7 cities of Round 2026 with a score on 10 Apr 2026, \d\d:\d\d, 4 of them submitted\.$/,
    );
  });

  it('says why nothing is shown where too few have a score', async () => {
    const small = { ...sample, cities: 3 };
    expect(sampleWords(small, say)).toMatch(
      /^No benchmark is shown: only 3 cities of Round 2026 have a score/,
    );
    await say.choose('pl');
    expect(sampleWords(small, say)).toMatch(
      /^Nie pokazujemy porównania: w rundzie „Round 2026” wynik mają tylko 3 miasta/,
    );
  });

  it('says why a line stands beside nothing though the sample as a whole is large enough', () => {
    const [one, all] = [[area('n-a', { low: 0.2, median: 0.5, high: 0.8 })], ['n-a', 'c-lens', 'n-b']];
    expect(gapWords(lines(one), sample, say)).toBe(
      'Where band or median are missing, fewer than 5 of them have a score.',
    );
    const whole = all.map((id) => area(id, { low: 0.2, median: 0.5, high: 0.8 }));
    expect(gapWords(lines(whole), sample, say)).toBeUndefined();
    expect(gapWords(lines([]), { ...sample, cities: 3 }, say)).toBeUndefined();
  });

  it('warns where the round before was asked or scored otherwise', () => {
    expect(methodWords(BEFORE, BOOK.version, say)).toMatch(/^Round 2023 used version 2023\.1/);
    expect(methodWords(BEFORE, { hash: 'b'.repeat(64) }, say)).toBeUndefined();
    expect(methodWords(undefined, BOOK.version, say)).toBeUndefined();
  });
});
