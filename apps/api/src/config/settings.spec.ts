import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { settingsPage } from './settings-page.js';
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

test.each(['foo', '10.0.0.0/99', '10.0.0.0/', '::1/64/2', '10.0.0.1 172.16.0.1'])(
  'take no proxy called %s, and name the variable',
  (proxy) => {
    expect(messageOf({ TRUSTED_PROXIES: `10.0.0.1,${proxy}` })).toMatch(
      /^TRUSTED_PROXIES must be addresses or CIDR/,
    );
    expect(settingsFrom({ TRUSTED_PROXIES: '::1/64,loopback' }).trustedProxies).toHaveLength(2);
  },
);

test.each([' ', '1e3', '0x50', '80.0', '-1'])('take no port written as “%s”', (port) => {
  expect(messageOf({ PORT: port })).toBe(`PORT must be a whole number from 0 to 65535; it is “${port}”.`);
});

test('are refused with one sentence for each wrong variable: what it is and what is allowed', () => {
  const wrong = {
    PORT: '70000',
    DATABASE_URL: 'mysql://me:secret@x/y',
    KILIM_MODE: 'test',
    LOG_LEVEL: 'loud',
  };
  expect(messageOf(wrong).split('\n')).toEqual([
    'PORT must be a whole number from 0 to 65535; it is “70000”.',
    // Not repeated: it may hold a password.
    'DATABASE_URL must be an address such as postgres://kilim@localhost:5432/kilim.',
    'KILIM_MODE must be demo or production; it is “test”.',
    'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent; it is “loud”.',
  ]);
});

test('never show a demo, whose passwords are public, to other machines', () => {
  expect(messageOf({ KILIM_MODE: 'demo', HOST: '0.0.0.0' })).toMatch(/^HOST must be 127\.0\.0\.1 while/);
  expect(settingsFrom({ KILIM_MODE: 'demo', HOST: 'localhost' }).mode).toBe('demo');
});

test('log for people in a demo and for programs elsewhere, unless told otherwise', () => {
  expect(settingsFrom({ KILIM_MODE: 'demo' }).logFormat).toBe('text');
  expect(settingsFrom({}).logFormat).toBe('json');
  expect(settingsFrom({ KILIM_MODE: 'demo', LOG_FORMAT: 'json' }).logFormat).toBe('json');
});

test('stand on their page as they are in the code; `npm run docs` writes it', () => {
  const page = new URL('../../../../docs/settings.md', import.meta.url);
  expect(readFileSync(page, 'utf8')).toBe(settingsPage());
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
