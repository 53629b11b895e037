import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { crowdAt } from '../../../apps/api/test/support/crowd.js';
import { inPlace } from '../../../apps/api/test/support/place.js';
import { ServerProcess } from '../../../apps/api/test/support/server-process.js';
import { Crowd } from './support/answering.js';
import { effort, IS_LONG, report } from './support/effort.js';
import { compileSyncedOnly, CuttableFolder } from './support/power.js';
import { expectNothingLost } from './support/witness.js';

const CUTS = effort(30, 1);
const STRETCH = effort(3300, 150);
const WRITERS = 32;
const ROWS = 300;
const INSERT = fileURLToPath(new URL('power-cut/insert.mjs', import.meta.url));

const library = compileSyncedOnly();
if (library === undefined)
  process.stderr.write(
    'Power cuts are simulated on Linux with a C compiler; there is none, so they are left out.\n',
  );
const describeWhereItCompiles = library === undefined ? describe.skip : describe;

describeWhereItCompiles('a simulated power cut', () => {
  test('takes what was not synced, and nothing else', async () => {
    await inPlace('sqlite', async (place) => {
      const survived = async (synchronous: string) => {
        const cuttable = new CuttableFolder(path.join(place.folder, synchronous), library ?? '');
        prepareTable(path.join(cuttable.folder, 'said.sqlite'));
        await cuttable.begin();
        const said = await insertUntilKilled(cuttable, synchronous);
        await cuttable.cut();
        const database = new Sqlite(path.join(cuttable.folder, 'said.sqlite'));
        const rows = database.prepare('SELECT MAX(number) AS kept FROM said').get() as {
          kept: number | null;
        };
        database.close();
        return { said, kept: rows.kept ?? 0 };
      };
      const full = await survived('FULL');
      expect(full.kept).toBeGreaterThanOrEqual(full.said);
      // What the server refuses to run with loses answers: the cut is a real one.
      const normal = await survived('NORMAL');
      expect(normal.kept).toBeLessThan(normal.said);
    });
  });

  test('in the middle of saves loses no answer that was acknowledged (sqlite)', async () => {
    await inPlace('sqlite', async (whole) => {
      const place = { ...whole, folder: path.join(whole.folder, 'data') };
      const cuttable = new CuttableFolder(place.folder, library ?? '');
      await cuttable.begin();
      const people = await crowdAt(place, { people: WRITERS, cities: 8 });
      await cuttable.begin();
      let server = await ServerProcess.ours(place, cuttable.environment);
      const load = await Crowd.while(
        people,
        () => server,
        async (crowd) => {
          for (let cut = 1; cut <= CUTS; cut += 1) {
            await crowd.until(cut * STRETCH);
            await server.kill();
            await cuttable.cut();
            await cuttable.begin();
            server = await ServerProcess.ours(place, cuttable.environment);
          }
          await crowd.until((CUTS + 1) * STRETCH);
        },
      );
      await server.kill();
      await cuttable.cut();
      const events = await expectNothingLost(place, load.acknowledged);
      report('power cut, sqlite', {
        cuts: CUTS + 1,
        acknowledged: load.acknowledged.length,
        lost: 0,
        events,
      });
    });
  });
});

/** In short, `database-restart` stops it in the same way. */
const inFull = IS_LONG ? test : test.skip;

inFull(
  'PostgreSQL that is stopped at once in the middle of saves loses no answer that was acknowledged',
  async () => {
    await inPlace('postgres', async (place) => {
      const people = await crowdAt(place, { people: WRITERS, cities: 8 });
      const server = await ServerProcess.ours(place);
      const load = await Crowd.while(
        people,
        () => server,
        async (crowd) => {
          for (let stop = 1; stop <= CUTS; stop += 1) {
            await crowd.until(stop * STRETCH);
            await place.postgres?.stop('immediate');
            await place.postgres?.startAgain();
          }
          await crowd.until((CUTS + 1) * STRETCH);
        },
      );
      await server.stop();
      const events = await expectNothingLost(place, load.acknowledged);
      const putOff = [...load.putOff.values()].reduce((sum, count) => sum + count, 0);
      report('power cut, postgres', {
        stops: CUTS,
        acknowledged: load.acknowledged.length,
        lost: 0,
        events,
        putOff,
      });
    });
  },
);

function prepareTable(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const database = new Sqlite(file);
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE said (number INTEGER PRIMARY KEY)');
  database.close();
}

/** Lets a program commit rows and kills it at the last; answers which it said was committed last. */
async function insertUntilKilled(cuttable: CuttableFolder, synchronous: string): Promise<number> {
  const file = path.join(cuttable.folder, 'said.sqlite');
  const child = spawn(process.execPath, [INSERT, file, synchronous, String(ROWS)], {
    env: { ...cuttable.environment, PATH: path.dirname(process.execPath) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = 0;
  child.stdout.on('data', (chunk) => {
    said = Math.max(said, ...String(chunk).split('\n').slice(0, -1).map(Number));
    if (said >= ROWS) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return said;
}
