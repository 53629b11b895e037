import { describe, expect, test } from '@jest/globals';
import { addressOf, listAnswers } from '@kilim/contracts';
import { crowdAt, type Answering } from '../../../apps/api/test/support/crowd.js';
import { inPlace } from '../../../apps/api/test/support/place.js';
import { ServerProcess } from '../../../apps/api/test/support/server-process.js';
import { Crowd } from './support/answering.js';
import { databases, effort, report } from './support/effort.js';
import { SmallDisk } from './support/small-disk.js';
import { expectNothingLost } from './support/witness.js';

const WRITERS = 16;
const FILLINGS = effort(10, 1);
const STRETCH = effort(500, 100);
/** So often somebody is put off before there is room again. */
const PUT_OFF = 100;
/** An empty PostgreSQL takes about 60. */
const MEGABYTES = { sqlite: 64, postgres: 256 } as const;

const isPermitted = SmallDisk.isPermitted();
if (!isPermitted)
  process.stderr.write('A full disk is tried on one of its own, which this machine does not let us mount.\n');

(isPermitted ? describe : describe.skip).each(databases('sqlite'))('a full disk (%s)', (kind) => {
  test('puts people off with a clear problem, loses nothing, and is written again when there is room', async () => {
    await SmallDisk.with(MEGABYTES[kind], (disk) =>
      inPlace(
        kind,
        async (place) => {
          const people = await crowdAt(place, { people: WRITERS, cities: 4 });
          const server = await ServerProcess.ours(place);
          const load = await Crowd.while(
            people,
            () => server,
            async (crowd) => {
              for (let filling = 1; filling <= FILLINGS; filling += 1) {
                await crowd.untilMore(STRETCH);
                const full = crowd.untilPutOff('server.full', PUT_OFF);
                await disk.fill();
                await full;
                expect(await statusOfReading(server, people[0])).toBe(200);
                await disk.free();
              }
              await crowd.untilMore(STRETCH);
            },
          );
          await server.stop();
          // Its log lies on the same disk.
          expect(await server.printed()).toContain('Lines of the log are missing');
          const events = await expectNothingLost(place, load.acknowledged);
          expect(events).toBe(load.acknowledged.length);
          report(`disk full, ${kind}`, {
            ...{ fillings: FILLINGS, acknowledged: load.acknowledged.length, lost: 0 },
            ...Object.fromEntries(load.putOff),
          });
        },
        disk.folder,
      ),
    );
  });
});

async function statusOfReading(server: ServerProcess, person: Answering | undefined): Promise<number> {
  const address = addressOf(listAnswers.path, { assessmentId: person?.assessmentId ?? '' });
  const headers = { cookie: person?.cookie ?? '' };
  return (await fetch(`http://127.0.0.1:${String(server.port)}${address}`, { headers })).status;
}
