import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { checkpointHash, GENESIS } from '../src/audit/chain-hash.js';
import { openCore } from './support/core.js';
import { describeOnBothDatabases, type TestDatabase } from './support/databases.js';
import { givenBefore } from './support/earlier-schema.js';

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
    const ordered = (await core.audit.checkpoints()).map(({ id, sequence }) => ({ id, sequence }));
    expect(ordered).toEqual(['2', '1', '3'].map((id, place) => ({ id, sequence: place + 1 })));
    expect(await core.verifier.verifyAll()).toEqual([]);
    await expect(core.database.writer.query('DELETE FROM checkpoint')).rejects.toThrow('append-only');
    await core.close();
  });
});
