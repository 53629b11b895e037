import { beforeEach, describe, expect, it } from '@jest/globals';
import { givenSpeech } from '../testing/given';
import { countryCode } from './country-code';
import type { Say } from './say';

let say: Say;
beforeEach(async () => {
  say = await givenSpeech('pl');
});

describe('a country', () => {
  it('is known by its two letters and by its English name', () => {
    expect(['PL', 'Poland', 'Germany', 'United Kingdom'].map(countryCode)).toEqual(['PL', 'PL', 'DE', 'GB']);
    expect(countryCode('Ruritania')).toBeUndefined();
  });

  it('is called what the reader calls it, and stays as it is written where nobody knows it', async () => {
    expect(['PL', 'Poland', 'Ruritania'].map((each) => say.country(each))).toEqual([
      'Polska',
      'Polska',
      'Ruritania',
    ]);
    await say.choose('en');
    expect(['PL', 'Poland'].map((each) => say.country(each))).toEqual(['Poland', 'Poland']);
  });
});
