import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { readSession } from '@kilim/contracts';
import { expect, test } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { ChainVerifier } from '../src/audit/chain-verifier.js';
import { AuditRepository } from '../src/audit/audit.repository.js';
import { SessionService } from '../src/session/session.service.js';
import { Accounts } from '../src/session/accounts.service.js';
import { givenAccount, givenActor, PASSWORD, signInOverHttp } from './support/actors.js';
import { call, startApp } from './support/app.js';
import { describeOnBothDatabases, type TestDatabase } from './support/databases.js';
import { deferred } from './support/deferred.js';

describeOnBothDatabases('the server', (make) => {
  /** The same database for two starts, one after the other. */
  async function twice(): Promise<{ make: () => Promise<TestDatabase>; remove: () => Promise<void> }> {
    const testDatabase = await make();
    const kept = { ...testDatabase, remove: () => Promise.resolve() };
    return {
      make: () => Promise.resolve(kept),
      remove: async () => {
        await testDatabase.remove();
        await rm(testDatabase.folder, { recursive: true, force: true });
      },
    };
  }

  test('keeps accounts, sessions and chains over a restart', async () => {
    const database = await twice();
    const first = await startApp(database.make);
    const { email } = await givenAccount(first);
    const { cookie } = await givenActor(first);
    await first.close();
    const second = await startApp(database.make);
    expect((await call(second, readSession, {}, cookie)).status).toBe(200);
    expect((await signInOverHttp(second, email, PASSWORD)).status).toBe(200);
    expect(await second.app.get(ChainVerifier).verifyAll()).toEqual([]);
    // Sealed when the first one stopped.
    expect(await second.app.get(AuditRepository).checkpointsAfter(0, 100)).toHaveLength(1);
    await second.close();
    await database.remove();
  });

  test('stops at once, though a browser holds a connection on which it has asked nothing', async () => {
    const running = await startApp(make);
    const socket = connect(Number(new URL(running.url).port), '127.0.0.1');
    await once(socket, 'connect');
    // So that the server knows of it, too.
    await call(running, readSession, {});
    const closed = once(socket, 'close');
    await Promise.all([running.close(), closed]);
  });

  test('tells whoever still asks on an open connection that it stops, in the words of the contract', async () => {
    const running = await startApp(make);
    const { cookie } = await givenActor(running);
    const service = running.app.get(SessionService);
    const mayEnd = deferred();
    const isAsked = deferred();
    const read = service.read.bind(service);
    service.read = async (actor) => {
      isAsked.resolve();
      await mayEnd.promise;
      return read(actor);
    };
    const request = `GET /api/session HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\n\r\n`;
    const socket = connect(Number(new URL(running.url).port), '127.0.0.1', () => socket.write(request));
    let text = '';
    socket.on('data', (part) => (text += part.toString()));
    await isAsked.promise;
    const closed = Promise.all([running.close(), once(socket, 'close')]);
    await pause(500);
    socket.write(request);
    await pause(100);
    mayEnd.resolve();
    await closed;
    const [, first, second] = text.split('HTTP/1.1 ');
    expect(first).toMatch(/^200 /);
    expect(second).toMatch(/^503 /);
    expect(second).toMatch(/^content-type: application\/problem\+json/im);
    expect(second).toMatch(/"code":"server\.busy".*"detail":"The server is stopping\./);
  });

  test('finishes what is under way when it is told to stop', async () => {
    const database = await twice();
    const first = await startApp(database.make);
    const { accountId } = await givenAccount(first);
    const accounts = first.app.get(Accounts);
    const grants = Array.from({ length: 20 }, () =>
      accounts.grant(null, { accountId, role: 'cityLead', scope: 'city', scopeId: uuidv7() }),
    );
    await Promise.all([...grants, first.close()]);
    const second = await startApp(database.make);
    expect(await second.app.get(ChainVerifier).verifyAll()).toEqual([]);
    const heads = await second.app.get(AuditRepository).heads();
    expect(heads.map(({ sequence }) => sequence)).toEqual([21]);
    await second.close();
    await database.remove();
  });
});
