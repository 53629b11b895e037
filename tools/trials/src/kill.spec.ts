import { describe, expect, test } from '@jest/globals';
import { crowdAt } from '../../../apps/api/test/support/crowd.js';
import { freePort } from '../../../apps/api/test/support/own-postgres.js';
import { inPlace } from '../../../apps/api/test/support/place.js';
import { ServerProcess } from '../../../apps/api/test/support/server-process.js';
import { Crowd } from './support/answering.js';
import { databases, effort, IS_LONG, report } from './support/effort.js';
import { expectNothingLost } from './support/witness.js';

const WRITERS = 32;
const KILLS = effort(30, 1);
/** Saves acknowledged before each kill, and after the last. */
const STRETCH = effort(3300, 150);

describe.each(databases('postgres'))('killing the server in the middle of saves (%s)', (kind) => {
  test('loses no answer that it acknowledged, and it is soon ready again', async () => {
    await inPlace(kind, async (place) => {
      const people = await crowdAt(place, { people: WRITERS, cities: 8 });
      const PORT = String(await freePort());
      let server = await ServerProcess.ours(place, { PORT });
      const first = server.readyAfterMs;
      const again: number[] = [];
      const load = await Crowd.while(
        people,
        () => server,
        async (crowd) => {
          for (let kill = 1; kill <= KILLS; kill += 1) {
            await crowd.until(kill * STRETCH);
            await server.kill();
            server = await ServerProcess.ours(place, { PORT });
            again.push(server.readyAfterMs);
          }
          await crowd.until((KILLS + 1) * STRETCH);
        },
      );
      await server.stop();
      const events = await expectNothingLost(place, load.acknowledged);
      const slowest = Math.max(...again);
      // Beside all the other tests a machine is too busy for times to say anything.
      if (IS_LONG) expect(slowest).toBeLessThan(Math.max(3000, first * 4));
      report(`kill -9, ${kind}`, {
        ...{ kills: KILLS, writers: WRITERS, acknowledged: load.acknowledged.length, lost: 0, events },
        ...{ repliesLost: load.lost, slowestReadyAgainMs: Math.round(slowest) },
      });
    });
  });
});
