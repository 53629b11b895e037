import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { readSession } from '@kilim/contracts';
import { expect, test } from '@jest/globals';
import { ChainVerifier } from '../src/audit/chain-verifier.js';
import { AuditRepository } from '../src/audit/audit.repository.js';
import { Accounts } from '../src/session/accounts.service.js';
import { givenAccount, givenActor, PASSWORD, signInOverHttp } from './support/actors.js';
import { call, startApp } from './support/app.js';
import { describeOnBothDatabases, type TestDatabase } from './support/databases.js';

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
    expect(await second.app.get(AuditRepository).checkpoints()).toHaveLength(1);
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

  test('finishes what is under way when it is told to stop', async () => {
    const database = await twice();
    const first = await startApp(database.make);
    const { accountId } = await givenAccount(first);
    const accounts = first.app.get(Accounts);
    const grants = Array.from({ length: 20 }, () =>
      accounts.grant(null, { accountId, role: 'administrator', scope: 'installation' }),
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
