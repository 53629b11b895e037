import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Questionnaire } from '@kilim/indicators';
import { shippedVersion } from '../src/questionnaires/shipped-version.js';
import { startApp, type RunningApp } from './support/app.js';
import { makeSqlite } from './support/databases.js';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp(makeSqlite);
});
afterAll(() => running.close());

const page = async (address: string, language = '', cookie = ''): Promise<string> => {
  const response = await running.fetch(address, { headers: { 'accept-language': language, cookie } });
  expect(response.status).toBe(200);
  const [, nonce = ''] =
    /style-src 'self' 'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '') ?? [];
  const html = await response.text();
  expect(html.split(`nonce="${nonce}"`)).toHaveLength(2);
  return html;
};

it('explains the method to whoever asks, in the language of the link, else the one chosen in the apps, else the browser’s', async () => {
  expect(await page('/method')).toContain('<h1>How the index is calculated</h1>');
  expect(await page('/method', 'de-DE,pl;q=0.8,en;q=0.5')).toContain('<html lang="pl">');
  expect(await page('/method?language=pl', 'en')).toContain('<h1>Jak oblicza się indeks</h1>');
  expect(await page('/method?language=xx', 'en')).toContain('<html lang="en">');
  expect(await page('/method', 'en', 'kilim_language=pl')).toContain('<html lang="pl">');
  expect(await page('/method?language=en', 'pl', 'kilim_language=pl')).toContain('<html lang="en">');
});

it('wears the theme that was chosen in the apps', async () => {
  expect(await page('/method', 'en', 'kilim_theme=dark')).toContain('<html lang="en" data-theme="dark">');
});

it('counts as the questionnaire does', async () => {
  const { sections, indicators, version } = Questionnaire.parse(shippedVersion().questionnaire);
  const scored = sections
    .flatMap(({ questions }) => questions)
    .filter((each) => each.indicator !== undefined);
  expect(await page('/method?language=en')).toContain(
    `${String(indicators.length)} areas with ${String(scored.length)} scored questions`,
  );
  expect(await page('/method?language=pl')).toContain(
    `${String(indicators.length)} obszarów z ${String(scored.length)} pytaniami punktowanymi`,
  );
  expect(await page('/method')).toContain(`version ${version}`);
});

it('explains every word of the glossary in both languages, with links that lead somewhere', async () => {
  const { glossary = [] } = Questionnaire.parse(shippedVersion().questionnaire);
  for (const language of ['en', 'pl']) {
    const html = await page(`/method?language=${language}`);
    expect(html.match(/<dt /g)).toHaveLength(glossary.length);
    const places = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !places.has(id))).toEqual([]);
  }
});
