import { PROBLEMS, ProblemDocument, type ProblemCode } from '@kilim/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SessionService } from '../src/session/session.service.js';
import { asCity, type TestActor } from './support/actors.js';
import { type RunningApp, startApp } from './support/app.js';
import { makeSqlite } from './support/databases.js';
import { type GivenRound, givenRound, writingOf } from './support/given.js';

let running: RunningApp;
let round: GivenRound;
let city: TestActor;
let answersPath: string;

beforeAll(async () => {
  running = await startApp(makeSqlite);
  round = await givenRound(writingOf(running.app));
  city = await asCity(running, round.cities[0]?.cityId ?? '');
  answersPath = `/api/assessments/${round.cities[0]?.assessmentId ?? ''}/answer-events`;
});
afterAll(() => running.close());

const JSON_TYPE = { 'content-type': 'application/json' };
const send = (method: string, path: string, body?: string, headers: Record<string, string> = JSON_TYPE) =>
  running.fetch(path, {
    method,
    headers: { cookie: city.cookie, ...headers },
    ...(body === undefined ? {} : { body }),
  });

async function problemOf(response: Response): Promise<ProblemDocument> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const problem = ProblemDocument.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem).toMatchObject(PROBLEMS[problem.code]);
  return problem;
}

describe('bad input', () => {
  const body = (value: unknown) => JSON.stringify(value);
  const cases: [string, () => Promise<Response>, ProblemCode][] = [
    ['broken JSON', () => send('POST', answersPath, '{"saves": ['), 'request.malformed'],
    ['an empty body', () => send('POST', answersPath, ''), 'request.malformed'],
    ['no body at all', () => send('POST', answersPath, undefined, {}), 'request.invalid'],
    [
      'a prototype in disguise',
      () => send('POST', answersPath, '{"__proto__": {"a": 1}}'),
      'request.malformed',
    ],
    [
      'a form',
      () => send('POST', answersPath, 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }),
      'request.mediaType',
    ],
    [
      'plain text',
      () => send('POST', answersPath, '{}', { 'content-type': 'text/plain' }),
      'request.mediaType',
    ],
    [
      'five megabytes of text',
      () => send('POST', answersPath, body({ saves: 'x'.repeat(5_000_000) })),
      'request.tooLarge',
    ],
    ['a list instead of an object', () => send('POST', answersPath, '[]'), 'request.invalid'],
    ['null', () => send('POST', answersPath, 'null'), 'request.invalid'],
    ['an unknown route', () => send('GET', '/api/nothing-here'), 'route.missing'],
    ['an unknown page', () => send('GET', '/nothing-here'), 'route.missing'],
    ['a method that is not supported', () => send('PUT', answersPath, '{}'), 'route.missing'],
    ['an id that is none', () => send('GET', '/api/assessments/1%20OR%201=1'), 'resource.missing'],
    ['a broken escape in the address', () => send('GET', '/api/assessments/%E0%A4%A'), 'request.malformed'],
    [
      'a limit that is no number',
      () => send('GET', `${answersPath.replace('answer-events', 'history')}?limit=many`),
      'request.invalid',
    ],
  ];

  test.each(cases)('%s is refused as a problem', async (_name, request, code) => {
    expect((await problemOf(await request())).code).toBe(code);
  });

  test('an unknown page is told on a page to whoever looks with a browser, and only pages', async () => {
    const look = (method: string, path: string) =>
      running.fetch(path, { method, headers: { accept: 'text/html,*/*' }, redirect: 'manual' });
    const response = await look('GET', '/nothing-here?of=that');
    expect([response.status, response.headers.get('location')]).toEqual([
      302,
      '/survey/nothing-here?of=that',
    ]);
    expect((await look('GET', '/api/nothing-here')).status).toBe(404);
    expect((await look('POST', '/nothing-here')).status).toBe(404);
  });

  test('is told by JSON pointer, place by place', async () => {
    const save = {
      saveId: 7,
      questionId: 'a/b',
      instanceId: '',
      baseRevision: -1,
      kind: 'set',
      value: 1,
      extra: 1,
    };
    const response = await send('POST', answersPath, body({ saves: [save], more: true }));
    const problem = await problemOf(response);
    expect(problem.code).toBe('request.invalid');
    const places = problem.places.map(({ in: part, pointer }) => `${part} ${pointer}`);
    expect(places).toEqual(
      expect.arrayContaining([
        'body /saves/0/saveId',
        'body /saves/0/questionId',
        'body /saves/0/baseRevision',
        'body /saves/0/language',
        'body /saves/0/extra',
        'body /more',
      ]),
    );
  });

  test('names a hundred places at most', async () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${String(index)}`, 1]));
    const problem = await problemOf(await send('POST', answersPath, body(many)));
    expect(problem.places).toHaveLength(100);
  });

  test('is logged by an id and tells nothing about the server', async () => {
    const text = await (await send('POST', answersPath, '{')).text();
    expect(text).not.toMatch(/node_modules|\.ts|\.js|at /);
  });
});

describe('a fault of the server', () => {
  test('is answered by an id to look it up with, and by nothing of what it was', async () => {
    const service = running.app.get(SessionService);
    service.read = () => Promise.reject(new Error('password of the database: hunter2'));
    try {
      const response = await send('GET', '/api/session', undefined, {});
      const text = await response.clone().text();
      expect(text).not.toContain('hunter2');
      const problem = await problemOf(response);
      expect(problem.code).toBe('internal');
      expect(problem.requestId).toMatch(/^[0-9a-f-]{36}$/);
    } finally {
      Reflect.deleteProperty(service, 'read');
    }
  });

  test('is what an answer that breaks the contract is', async () => {
    const service = running.app.get(SessionService);
    service.read = () => Promise.resolve({ passwordHash: 'secret' } as never);
    try {
      const response = await send('GET', '/api/session', undefined, {});
      expect(await response.clone().text()).not.toContain('secret');
      expect((await problemOf(response)).code).toBe('internal');
    } finally {
      Reflect.deleteProperty(service, 'read');
    }
  });
});

describe('requests that change something', () => {
  const signOutWith = (headers: Record<string, string>) => send('DELETE', '/api/session', undefined, headers);

  test.each([
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from another host of the same site', { 'sec-fetch-site': 'same-site' }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from an origin that is hidden', { origin: 'null' }],
    ['with an origin that only looks alike', { origin: 'http://127.0.0.1.evil.example' }],
  ])('%s are refused', async (_name, headers) => {
    expect((await problemOf(await signOutWith(headers))).code).toBe('request.crossSite');
  });

  test('from another site are refused before anything is looked at', async () => {
    const headers = { 'content-type': 'text/plain', origin: 'https://evil.example' };
    const response = await send('POST', '/api/session', '{"email":"a","password":"b"}', headers);
    expect((await problemOf(response)).code).toBe('request.crossSite');
  });

  test('from our own pages and from programs pass', async () => {
    const own = await asCity(running, round.cities[0]?.cityId ?? '');
    const page = { 'sec-fetch-site': 'same-origin', origin: running.url, cookie: own.cookie };
    expect((await signOutWith(page)).status).toBe(204);
    const program = await asCity(running, round.cities[0]?.cityId ?? '');
    expect((await signOutWith({ cookie: program.cookie })).status).toBe(204);
  });

  test('tell browsers of other sites nothing', async () => {
    const response = await running.fetch('/api/session', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the headers of every response', () => {
  const pages = ['/survey/', '/admin/rounds/1'];
  const others = ['/api/session', '/api/openapi.json', '/nothing-here', '/healthz', '/', '/%zz'];
  const headersOf = async (address: string) =>
    (await running.fetch(address, { headers: { accept: 'text/html' } })).headers;

  test.each([...pages, ...others])('of %s keep other sites out and tell nothing', async (address) => {
    const headers = await headersOf(address);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).toMatch(address.startsWith('/admin') ? /base-uri 'self'/ : /base-uri 'none'/);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toMatch(/camera=\(\)/);
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test.each(pages)('of the page %s let it run what is ours or bears its nonce', async (address) => {
    const [first, second] = [await headersOf(address), await headersOf(address)];
    const policy = first.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{24}'/);
    expect(policy).toMatch(/style-src 'self' 'nonce-[\w+/]{24}'/);
    expect(policy).toMatch(/style-src-attr 'none'/);
    expect(policy).toMatch(/object-src 'none'/);
    expect(second.get('content-security-policy')).not.toBe(policy);
  });

  test.each(others)('of %s, which is no page, let nothing run at all', async (address) => {
    expect((await headersOf(address)).get('content-security-policy')).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  test('of the API forbid to keep anything', async () => {
    expect((await send('GET', '/api/session')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('the documentation', () => {
  test('is made from the contract: every endpoint with its responses and problems', async () => {
    const response = await running.fetch('/api/openapi.json');
    const document = (await response.json()) as {
      paths: Record<
        string,
        Record<string, { responses: Record<string, { description: string }>; summary: string }>
      >;
      components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> };
    };
    const save = document.paths['/api/assessments/{assessmentId}/answer-events']?.['post'];
    expect(save?.summary).toMatch(/^Save a few changes/);
    expect(save?.responses['409']?.description).toBe(
      'answer.stale, answer.saveIdReused, answer.tooMany, assessment.locked, round.closed',
    );
    expect(save?.responses['409']).toMatchObject({
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDocument' } } },
    });
    expect(Object.keys(save?.responses ?? {})).toEqual(
      expect.arrayContaining(['400', '401', '403', '404', '408', '413', '415', '431', '500', '503', '507']),
    );
    const list = document.paths['/api/assessments/{assessmentId}/answers']?.['get'];
    expect(Object.keys(list?.responses ?? {})).not.toEqual(expect.arrayContaining(['413']));
    expect(list?.responses['503']?.description).toBe('server.busy');
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['AnswerSave', 'CurrentAnswer', 'ProblemDocument', 'Scorecard']),
    );
    const watch = document.paths['/api/assessments/{assessmentId}/events']?.['get'];
    expect(watch?.responses['200']).toMatchObject({
      content: { 'text/event-stream': { schema: { $ref: '#/components/schemas/LiveEvent' } } },
    });
    expect(document.components.securitySchemes).toHaveProperty('session');
    // Every reference leads somewhere.
    const names = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/([^"]+)/g)].map(
      ([, name]) => name,
    );
    for (const name of new Set(names)) expect(document.components.schemas).toHaveProperty([name ?? '']);
    expect(JSON.stringify(document)).not.toMatch(/"#\/\$defs/);
  });

  test('and all other data are packed for whoever can unpack them, unless they are few', async () => {
    const ask = async (address: string, accepted: string) => {
      const reply = await running.fetch(address, { headers: { 'accept-encoding': accepted } });
      return { encoding: reply.headers.get('content-encoding'), text: await reply.text(), reply };
    };
    const plain = await ask('/api/openapi.json', 'identity');
    expect(plain.encoding).toBeNull();
    for (const encoding of ['br', 'gzip']) {
      const packed = await ask('/api/openapi.json', encoding);
      expect(packed.encoding).toBe(encoding);
      expect(packed.reply.headers.get('vary')).toContain('accept-encoding');
      expect(Number(packed.reply.headers.get('content-length'))).toBeLessThan(plain.text.length / 4);
      expect(packed.text).toBe(plain.text);
      expect((await ask('/api/session', encoding)).encoding).toBeNull();
    }
  });
});

describe('health', () => {
  test('says that the server lives and is ready', async () => {
    expect(await (await running.fetch('/healthz')).json()).toEqual({ status: 'alive' });
    const ready = await running.fetch('/readyz');
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
  });
});
