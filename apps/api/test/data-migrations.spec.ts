import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { checkpointHash, GENESIS } from '../src/audit/chain-hash.js';
import { openCore } from './support/core.js';
import { describeOnBothDatabases, type TestDatabase } from './support/databases.js';
import { givenBefore } from './support/earlier-schema.js';

const PERSON = uuidv7();
const CITY = uuidv7();
const AT = '2026-11-27T12:00:00.000Z';
const MEMBERSHIPS =
  'INSERT INTO membership (id, account_id, role, scope, scope_id, granted_at, ended_at) VALUES';

describeOnBothDatabases('bringing a database up to date', (make) => {
  let testDatabase: TestDatabase;
  beforeEach(async () => {
    testDatabase = await make();
  });
  afterEach(() => testDatabase.remove());

  it('puts checkpoints in the order in which they are chained, whatever their ids say', async () => {
    await givenBefore(testDatabase, 'CheckpointOrder', async (source) => {
      let previous = GENESIS;
      for (const id of ['2', '1', '3']) {
        const at = `2026-11-27T0${id}:00:00.000Z`;
        const hash = checkpointHash(previous, at, []);
        await source.query(
          `INSERT INTO checkpoint (id, at, heads, previous_hash, hash) VALUES ('${id}', '${at}', '[]', '${previous}', '${hash}')`,
        );
        previous = hash;
      }
    });
    const core = await openCore(testDatabase);
    const ordered = (await core.audit.checkpointsAfter(0, 100)).map(({ id, sequence }) => ({ id, sequence }));
    expect(ordered).toEqual(['2', '1', '3'].map((id, place) => ({ id, sequence: place + 1 })));
    expect(await core.verifier.verifyAll()).toEqual([]);
    await expect(core.database.writer.query('DELETE FROM checkpoint')).rejects.toThrow('append-only');
    await core.close();
  });

  it('ends the roles that somebody was given twice, on record, and lets nobody be given one twice', async () => {
    const given = (id: string, scopeId: string | null, ended = false) =>
      `('${id}', '${PERSON}', 'cityLead', 'city', ${scopeId === null ? 'NULL' : `'${scopeId}'`}, '${AT}', ${ended ? `'${AT}'` : 'NULL'})`;
    await givenBefore(testDatabase, 'RolesHeldOnce', async (source) => {
      await source.query(
        `INSERT INTO account (id, email, name, language, password_hash, created_at) VALUES ('${PERSON}', 'a', 'A', 'en', '', '${AT}')`,
      );
      await source.query(`INSERT INTO stream_head VALUES ('administration', '', 0, '${GENESIS}')`);
      const rows = [
        given('1', CITY),
        given('2', CITY),
        given('3', null),
        given('4', null),
        given('5', CITY, true),
      ];
      await source.query(`${MEMBERSHIPS} ${rows.join()}`);
    });
    const core = await openCore(testDatabase);
    const { writer } = core.database;
    const held: readonly { id: string }[] = await writer.query(
      'SELECT id FROM membership WHERE ended_at IS NULL ORDER BY id',
    );
    expect(held.map(({ id }) => id)).toEqual(['1', '3']);
    const entries = await core.audit.entriesAfter('administration', '', 0, 10);
    expect(entries.map(({ row }) => row)).toMatchObject(
      ['2', '4'].map((subjectId) => ({ action: 'membership.ended', subjectId })),
    );
    expect(await core.verifier.verifyAll()).toEqual([]);
    await expect(writer.query(`${MEMBERSHIPS} ${given('6', CITY)}`)).rejects.toThrow(/unique/i);
    await expect(writer.query(`${MEMBERSHIPS} ${given('7', null)}`)).rejects.toThrow(/unique/i);
    await writer.query(`${MEMBERSHIPS} ${given('8', CITY, true)}`);
    await core.close();
  });
});
