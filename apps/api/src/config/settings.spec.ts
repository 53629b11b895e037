import path from 'node:path';
import { expect, test } from '@jest/globals';
import { SettingsError, settingsFrom } from './settings.js';

test('are complete without a single variable: SQLite in ./data, this machine only, no demo', () => {
  const settings = settingsFrom({});
  expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', mode: 'production', logLevel: 'info' });
  expect(settings.dataDir).toBe(path.resolve('data'));
  expect(settings.databaseUrl).toBeUndefined();
  expect(settings.isSecure).toBe(false);
  expect(settings.adminDist).toMatch(/apps\/admin\/dist\/browser$/);
  expect(settings.surveyDist).toMatch(/apps\/survey\/dist$/);
});

test('count an empty variable as absent', () => {
  expect(settingsFrom({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000 });
});

test('are secure behind https, and have no slash at the end of the public address', () => {
  const settings = settingsFrom({ PUBLIC_URL: 'https://index.example.org/' });
  expect(settings).toMatchObject({ isSecure: true, publicUrl: 'https://index.example.org' });
});

test('take a list of proxies', () => {
  expect(settingsFrom({ TRUSTED_PROXIES: '10.0.0.1, 172.16.0.0/12' }).trustedProxies).toEqual([
    '10.0.0.1',
    '172.16.0.0/12',
  ]);
});

test('are refused with one sentence for each wrong variable', () => {
  const wrong = { PORT: 'many', DATABASE_URL: 'mysql://x', KILIM_MODE: 'test', LOG_LEVEL: 'loud' };
  const sentences = messageOf(wrong).split('\n');
  expect(sentences.map((sentence) => sentence.split(':')[0])).toEqual([
    'PORT',
    'DATABASE_URL',
    'KILIM_MODE',
    'LOG_LEVEL',
  ]);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z_]+: .+\.$/);
});

test('never show a demo, whose passwords are public, to other machines', () => {
  expect(messageOf({ KILIM_MODE: 'demo', HOST: '0.0.0.0' })).toMatch(/^HOST: is 127\.0\.0\.1/);
  expect(settingsFrom({ KILIM_MODE: 'demo', HOST: 'localhost' }).mode).toBe('demo');
});

function messageOf(environment: Record<string, string>): string {
  try {
    settingsFrom(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  throw new Error('They were not refused.');
}
