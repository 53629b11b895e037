import { endpoints } from '@kilim/contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RunningApp, startApp } from './support/app.js';
import { makeSqlite } from './support/databases.js';

/** What is served and is no request of the contract. */
const OUTSIDE = [
  'GET /',
  'GET /method',
  'GET /admin',
  'GET /admin/*',
  'GET /survey',
  'GET /survey/*',
  'GET /survey/preview',
  'GET /api/openapi.json',
  'GET /healthz',
  'GET /readyz',
];

let running: RunningApp;
let served: readonly string[];
beforeAll(async () => {
  running = await startApp(makeSqlite);
  // Fastify adds a HEAD to each GET.
  served = running.routes
    .filter(({ method }) => method !== 'HEAD')
    .map(({ method, path }) => `${method} ${path}`);
});
afterAll(() => running.close());

const contract = Object.values(endpoints).map(({ method, path }) => `${method} /api${path}`);

test('every endpoint of the contract is served, once', () => {
  expect(served.filter((route) => contract.includes(route)).sort()).toEqual([...contract].sort());
});

test('everything that is served stands in the contract or on the list of what does not', () => {
  expect(served.filter((route) => !contract.includes(route)).sort()).toEqual([...OUTSIDE].sort());
});

test('every endpoint is documented under its name', async () => {
  const document = (await (await running.fetch('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  for (const [name, { method, path }] of Object.entries(endpoints)) {
    const operation = document.paths[`/api${path.replace(/:(\w+)/g, '{$1}')}`]?.[method.toLowerCase()];
    expect({ name, operationId: operation?.operationId }).toEqual({ name, operationId: name });
  }
});
