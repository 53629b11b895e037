import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RunningApp, startApp } from './support/app.js';
import { makeSqlite } from './support/databases.js';

const SCRIPT = `console.log(${'"long enough to be packed",'.repeat(100)} 1);`;
let folder: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kilim-dist-'));
  await mkdir(path.join(folder, 'assets'));
  const page =
    '<!doctype html><html lang="en"><meta property="csp-nonce" nonce="KILIM_NONCE"><script nonce="KILIM_NONCE"></script>';
  await writeFile(path.join(folder, 'index.html'), page);
  await writeFile(path.join(folder, 'assets/index-Bx3kP9q2.js'), SCRIPT);
  await writeFile(path.join(folder, 'assets/index-Bx3kP9q2.js.map'), '{}');
  await writeFile(path.join(folder, 'noto-sans-400-latin.woff2'), 'a font');
  await writeFile(path.join(folder, 'sw.js'), '// a worker');
  await writeFile(path.join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  running = await startApp(makeSqlite, { SURVEY_DIST: folder });
});
afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

const asPage = { headers: { accept: 'text/html,*/*;q=0.8', 'sec-fetch-dest': 'document' } };
const asScript = { headers: { accept: '*/*', 'sec-fetch-dest': 'script' } };

test('stamps the nonce of the policy into the page, another one each time', async () => {
  const nonces = [];
  for (const address of ['/survey/', '/survey/assessments/1/sections/EDU.2', '/survey/index.html']) {
    const response = await running.fetch(address, asPage);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const [, nonce = ''] =
      /script-src 'self' 'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '') ?? [];
    const html = await response.text();
    expect(html.split(`nonce="${nonce}"`)).toHaveLength(3);
    expect(html).not.toContain('KILIM_NONCE');
    nonces.push(nonce);
  }
  expect(new Set(nonces).size).toBe(3);
});

test('puts the chosen theme into pages, but not into the one that is kept for when there is no network', async () => {
  const beginningOf = async (address: string, theme: string) => {
    const headers = { ...asPage.headers, cookie: `other=1; kilim_theme=${theme}` };
    return (await (await running.fetch(address, { headers })).text()).slice(15, 50);
  };
  expect(await beginningOf('/survey/', 'dark')).toContain('<html data-theme="dark" lang="en">');
  expect(await beginningOf('/survey/preview', 'light')).toContain('<html data-theme="light" lang="en">');
  expect(await beginningOf('/survey/', '"><script>')).toContain('<html lang="en">');
  expect(await beginningOf('/survey/shell.html', 'dark')).toContain('<html lang="en">');
});

test('lets only the preview of a draft be framed, and only by pages of ours', async () => {
  const policyOf = async (address: string, destination: string) => {
    const headers = { ...asPage.headers, 'sec-fetch-dest': destination };
    const response = await running.fetch(address, { headers });
    const policy = response.headers.get('content-security-policy') ?? '';
    return [/frame-ancestors '(\w+)'/.exec(policy)?.[1], response.headers.get('x-frame-options')];
  };
  expect(await policyOf('/survey/preview', 'iframe')).toEqual(['self', 'SAMEORIGIN']);
  expect(await policyOf('/survey/', 'document')).toEqual(['none', 'DENY']);
  expect(await policyOf('/survey/preview/other', 'document')).toEqual(['none', 'DENY']);
});

test('serves files as what they are; hashed ones for ever', async () => {
  const script = await running.fetch('/survey/assets/index-Bx3kP9q2.js', asScript);
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(await script.text()).toBe(SCRIPT);
  const icon = await running.fetch('/survey/favicon.svg', asScript);
  expect(icon.headers.get('content-type')).toBe('image/svg+xml');
  expect(icon.headers.get('cache-control')).toBe('no-cache');
  const font = await running.fetch('/survey/noto-sans-400-latin.woff2', asScript);
  expect(font.headers.get('content-type')).toBe('font/woff2');
  expect(font.headers.get('cache-control')).toBe('no-cache');
});

test.each(['br', 'gzip'])('packs files with %s for whoever can unpack them', async (encoding) => {
  const address = '/survey/assets/index-Bx3kP9q2.js';
  const packed = await running.fetch(address, { headers: { 'accept-encoding': encoding } });
  expect(packed.headers.get('content-encoding')).toBe(encoding);
  expect(packed.headers.get('vary')).toContain('accept-encoding');
  expect(await packed.text()).toBe(SCRIPT);
  const plain = await running.fetch(address, { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
});

test('gives the worker the page to keep, and lets it fetch what comes from here and nothing else', async () => {
  const worker = await running.fetch('/survey/sw.js', { headers: { 'sec-fetch-dest': 'serviceworker' } });
  expect(worker.headers.get('content-security-policy')).toBe("default-src 'none'; connect-src 'self'");
  expect(worker.headers.get('cache-control')).toBe('no-cache');
  const shell = await running.fetch('/survey/shell.html', { headers: { 'sec-fetch-dest': 'empty' } });
  expect(shell.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(shell.headers.get('content-security-policy')).toContain("script-src 'self' 'nonce-");
  const asked = await running.fetch('/survey/assessments/1', {
    headers: { accept: 'text/html,*/*;q=0.8', 'sec-fetch-dest': 'empty' },
  });
  expect(asked.status).toBe(200);
});

test('says when a file has not changed', async () => {
  const first = await running.fetch('/survey/favicon.svg');
  const etag = first.headers.get('etag') ?? '';
  const again = await running.fetch('/survey/favicon.svg', { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
});

test.each([
  '/survey/assets/gone-12345678.js',
  '/survey/assets/index-Bx3kP9q2.js.map',
  '/survey/..%2f..%2fpackage.json',
  '/survey/%2e%2e/%2e%2e/etc/passwd',
  '/survey/assets/..%5c..%5cindex.html',
])('has no file at %s', async (address) => {
  expect((await running.fetch(address, asScript)).status).toBe(404);
});

test('takes a program without a browser at its word: a file that is gone is no page', async () => {
  expect((await running.fetch('/survey/assets/gone-12345678.js')).status).toBe(404);
  expect((await running.fetch('/survey/')).status).toBe(200);
});

test('leads to the address that its relative links need', async () => {
  const response = await running.fetch('/survey');
  expect([response.status, response.headers.get('location')]).toEqual([302, '/survey/']);
});

test('says clearly that an app has not been built', async () => {
  const response = await running.fetch('/admin/', asPage);
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('The dashboard has not been built');
});
