import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Settings } from '../src/config/settings.js';
import type { Database } from '../src/database/database.js';
import { Notices } from '../src/database/notices.js';
import { makePostgres } from './support/databases.js';

test('a connection that is still being made when the server stops does not outlive it', async () => {
  const postgres = createServer().listen(0, '127.0.0.1');
  await once(postgres, 'listening');
  const { port } = postgres.address() as AddressInfo;
  const settings = { databaseUrl: `postgres://kilim@127.0.0.1:${String(port)}/kilim` } as Settings;
  const notices = new Notices(settings, { kind: 'postgres' } as Database);
  notices.onApplicationBootstrap();
  const [socket] = (await once(postgres, 'connection')) as [Socket];
  // It has asked to be let in and is not answered, as by a PostgreSQL that recovers from a crash.
  await once(socket, 'data');
  const ended = once(socket.resume(), 'end');
  await notices.beforeApplicationShutdown();
  await ended;
  expect(socket.readableEnded).toBe(true);
  postgres.close();
});

test('a notice that somebody of another version tells is passed over, and the next is heard', async () => {
  const testDatabase = await makePostgres();
  if (testDatabase.place.kind !== 'postgres') throw new Error('It is no PostgreSQL.');
  const notices = new Notices(
    { databaseUrl: testDatabase.place.url } as Settings,
    { kind: 'postgres' } as Database,
  );
  const heard: string[] = [];
  const listening = new Promise<void>((resolve) => notices.onResume(resolve));
  notices.subscribe('visitors', (payload) => {
    heard.push(JSON.parse(payload) as string);
  });
  notices.onApplicationBootstrap();
  await listening;
  await notices.tell('visitors', 'no JSON');
  await notices.tell('visitors', '"the next"');
  while (heard.length === 0) await pause(5);
  expect(heard).toEqual(['the next']);
  await notices.beforeApplicationShutdown();
  await testDatabase.remove();
});
