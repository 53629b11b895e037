import { listPublishedFigures } from '@kilim/contracts';
import { checkRanks } from '@kilim/indicators';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenActor } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { makeSqlite } from './support/databases.js';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp(makeSqlite);
});
afterAll(() => running.close());

it('shows published figures to whoever is signed in, with what each column means and how far ranks can be checked', async () => {
  const { cookie } = await givenActor(running);
  const { body } = await call(running, listPublishedFigures, {}, cookie);
  const [set] = body.sets;
  if (!set) throw new Error('There is no set.');
  expect(set.about.en).toContain('The questionnaire here is another one');
  const bilbao = set.results.find(({ subject, year }) => subject === 'Bilbao' && year === 2013);
  expect(bilbao).toMatchObject({ country: 'ES', measure: 'INDEX', score: 64 });
  expect(bilbao?.source).toContain('newsletter30/bilbao_en.asp');
  expect(checkRanks(set).filter(({ check }) => check.kind === 'unchecked')).toHaveLength(3);
});
