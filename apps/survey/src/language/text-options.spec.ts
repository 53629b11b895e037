import { expect, it } from '@jest/globals';
import type { InterfaceLanguage } from '@kilim/contracts';
import { createInstance, type TFunction } from 'i18next';
import { startTexts } from './given-texts.arbitrary.js';

async function said(language: InterfaceLanguage): Promise<TFunction> {
  const texts = createInstance();
  await startTexts(texts, language);
  return texts.t;
}

it('writes numbers in texts as the reader does', async () => {
  const [english, polish] = [await said('en'), await said('pl')];
  const asked = {
    en: english('section.asked', { count: 2000 }),
    pl: polish('section.asked', { count: 26_437 }),
  };
  expect(asked.en).toContain('2,000 ');
  expect(asked.pl).toMatch(/26\s437 /u);
});

it('leaves words as they are, whatever is in them', async () => {
  const city = 'Nowe <b>Miasto</b> 1204';
  expect((await said('en'))('print.heading', { city })).toContain(city);
});
