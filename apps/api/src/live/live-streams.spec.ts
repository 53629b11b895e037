import { once } from 'node:events';
import { createServer, get, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Streams } from '../audit/streams.service.js';
import type { Commits } from '../database/commits.js';
import type { Notices } from '../database/notices.js';
import type { LiveDoor } from './live-door.service.js';
import type { LiveEvents } from './live-events.service.js';
import { LiveStreams } from './live-streams.service.js';
import type { RecordEvent } from './live-subject.js';
import type { Visitors } from './visitors.service.js';

const subject = { kind: 'assessment', id: 'a' } as const;
const listener = { accountId: 'me', token: 't', subject, after: 0, visitId: undefined };

/** Streams over a record that is empty, and what they ask of others. */
class Surroundings {
  /** The streams whose lengths were asked for. */
  readonly asked: string[] = [];
  /** Answers what is being read of the record. */
  answer: (events: readonly RecordEvent[]) => void = () => undefined;
  resume = (): void => undefined;
  move = (_subjectId: string): void => undefined;
  isAway = false;

  readonly streams = new LiveStreams(
    {
      after: () =>
        new Promise<readonly RecordEvent[]>((resolve) => {
          this.answer = resolve;
        }),
    } as unknown as LiveEvents,
    {
      onChange: (run: (subjectId: string) => void) => (this.move = run),
      eventOf: () =>
        this.isAway
          ? Promise.reject(new Error('The database is away.'))
          : Promise.resolve({ kind: 'visitors', visitors: [] }),
    } as unknown as Visitors,
    {
      lengths: (ids: readonly string[]) => {
        this.asked.push(...ids);
        return Promise.resolve(new Map());
      },
    } as unknown as Streams,
    { closedFor: () => Promise.resolve(undefined) } as unknown as LiveDoor,
    { subscribe: () => undefined } as unknown as Commits,
    {
      subscribe: () => undefined,
      onResume: (run: () => void) => (this.resume = run),
    } as unknown as Notices,
  );
}

/** A response to somebody who is there, and what makes them leave. */
async function aResponse(): Promise<{ response: ServerResponse; leave: () => Promise<void> }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const request = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
  request.on('error', () => undefined);
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
  const leave = async () => {
    const closed = once(response, 'close');
    request.destroy();
    await closed;
    server.close();
  };
  return { response, leave };
}

test('a stream that ends while it is told what it has missed leaves nothing behind', async () => {
  const around = new Surroundings();
  around.streams.onApplicationBootstrap();
  const { response, leave } = await aResponse();
  const opening = around.streams.open(response, listener, 0);
  await leave();
  around.answer([]);
  await opening;
  around.resume();
  await pause(10);
  around.streams.beforeApplicationShutdown();
  expect(around.asked).toEqual([]);
});

test('not being able to say who is there ends nothing', async () => {
  const around = new Surroundings();
  around.streams.onApplicationBootstrap();
  const { response, leave } = await aResponse();
  const opening = around.streams.open(response, listener, 0);
  around.answer([]);
  await opening;
  const unhandled: unknown[] = [];
  const note = (error: unknown) => unhandled.push(error);
  process.on('unhandledRejection', note);
  around.isAway = true;
  around.move(subject.id);
  await pause(20);
  process.off('unhandledRejection', note);
  await leave();
  around.streams.beforeApplicationShutdown();
  expect(unhandled).toEqual([]);
});
