import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { PROBLEMS, ProblemDocument, type ProblemCode } from '@kilim/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import { problemOf, sendProblem } from '../src/http/problem.filter.js';
import { limitRequestTime } from '../src/http/request-time.js';
import { type RunningApp, startApp } from './support/app.js';
import { makeSqlite } from './support/databases.js';

/** What a server writes until it ends the connection. */
async function said(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (part) => (text += part.toString()));
  socket.on('error', () => undefined);
  await once(socket, 'close');
  return text;
}

function problemIn(text: string): ProblemDocument {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const problem = ProblemDocument.parse(JSON.parse(body));
  expect(problem).toMatchObject(PROBLEMS[problem.code]);
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${String(problem.status)} `));
  expect(head).toMatch(/^content-type: application\/problem\+json; charset=utf-8$/im);
  expect(head).toMatch(/^cache-control: no-store$/im);
  expect(head).toMatch(/^connection: close$/im);
  return problem;
}

describe('what is no request that could be read', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(makeSqlite);
  });
  afterAll(() => running.close());

  const send = (text: string) => {
    const { hostname, port } = new URL(running.url);
    const socket = connect(Number(port), hostname, () => socket.write(text));
    return said(socket);
  };
  const get = 'GET /healthz HTTP/1.1\r\nHost: x\r\n';
  const post = 'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

  it.each<[string, string, ProblemCode]>([
    ['no HTTP at all', 'hello\r\n\r\n', 'request.malformed'],
    ['a broken header', `${get}Broken header\r\n\r\n`, 'request.malformed'],
    ['a length that is none', `${post}Content-Length: ten\r\n\r\n`, 'request.malformed'],
    ['headers of a hundred kilobytes', `${get}X: ${'x'.repeat(100_000)}\r\n\r\n`, 'request.headersTooLarge'],
    ['no host', 'GET /api/session HTTP/1.1\r\nConnection: close\r\n\r\n', 'request.malformed'],
    ['a body in broken pieces', `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, 'request.malformed'],
  ])('%s is refused as a problem, and with the headers of every response', async (_name, text, code) => {
    const answer = await send(text);
    expect(problemIn(answer).code).toBe(code);
    expect(answer).toMatch(/^x-content-type-options: nosniff$/im);
  });

  it('does not count as such for what it expects beside, nor without a host in HTTP/1.0', async () => {
    const session = (version: string, header: string) =>
      send(`GET /api/session HTTP/${version}\r\n${header}\r\nConnection: close\r\n\r\n`);
    for (const answer of [await session('1.1', 'Host: x\r\nExpect: a-miracle'), await session('1.0', 'X: y')])
      expect(problemIn(answer).code).toBe('session.required');
  });

  it('is answered also where the connection served a request before', async () => {
    const { hostname, port } = new URL(running.url);
    const socket = connect(Number(port), hostname, () => socket.write(`${get}\r\n`));
    socket.once('data', () => socket.write('hello\r\n\r\n'));
    const [, first, second] = (await said(socket)).split('HTTP/1.1 ');
    expect(first).toMatch(/^200 /);
    expect(problemIn(`HTTP/1.1 ${second ?? ''}`).code).toBe('request.malformed');
  });
});

describe('a request that comes too slowly', () => {
  it('is told so where its body is waited for', async () => {
    const server = fastify();
    limitRequestTime(server, 200);
    server.setErrorHandler((error, { id }, reply) => sendProblem(reply, problemOf(error), id));
    server.post('/', () => 'read');
    const { port } = new URL(await server.listen({ port: 0, host: '127.0.0.1' }));
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(
        'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"a":',
      ),
    );
    const answer = await Promise.race([said(socket), pause(3000, '', { ref: false })]);
    const problem = problemIn(answer);
    expect(problem.code).toBe('request.timeout');
    expect(problem.detail).toBe('It did not arrive whole within 0.2 seconds. Send it again.');
    await server.close();
  });
});
