import { expect, test } from '@jest/globals';
import { crowdAt } from '../../../apps/api/test/support/crowd.js';
import { inPlace } from '../../../apps/api/test/support/place.js';
import { ServerProcess } from '../../../apps/api/test/support/server-process.js';
import { Crowd } from './support/answering.js';
import { effort, report } from './support/effort.js';
import { expectNothingLost } from './support/witness.js';

const RESTARTS = effort(10, 1);
/** 40 people who save five times a second. */
const WRITERS = 40;
const REST_MS = 200;
const STRETCH = effort(1000, 150);

test('PostgreSQL that is started again under load puts people off for a moment; no save is lost or made twice', async () => {
  await inPlace('postgres', async (place) => {
    const people = await crowdAt(place, { people: WRITERS, cities: 8 });
    const server = await ServerProcess.ours(place);
    const startsMs: number[] = [];
    const healthyMs: number[] = [];
    const load = await Crowd.while(
      people,
      () => server,
      async (crowd) => {
        for (let restart = 1; restart <= RESTARTS; restart += 1) {
          await crowd.untilMore(STRETCH);
          await place.postgres?.stop(restart % 2 === 0 ? 'fast' : 'immediate');
          await crowd.untilPutOff('server.busy', WRITERS);
          const began = performance.now();
          await place.postgres?.startAgain();
          startsMs.push(performance.now() - began);
          const isThere = performance.now();
          // As many as there are people: by then every connection of the pool has been used.
          await crowd.untilMore(WRITERS);
          healthyMs.push(performance.now() - isThere);
        }
      },
      REST_MS,
    );
    await server.stop();
    // One event for each save, however often it was repeated.
    expect(await expectNothingLost(place, load.acknowledged)).toBe(load.acknowledged.length);
    // Nobody met anything else than a server that is busy, and nobody went without a reply.
    expect([[...load.putOff.keys()], load.lost]).toEqual([['server.busy'], 0]);
    const slowest = Math.max(...healthyMs);
    // A machine that is busy with other things starts the database slowly, too.
    expect(slowest).toBeLessThan(Math.max(2000, 4 * Math.max(...startsMs)));
    report('database restart, postgres', {
      ...{ restarts: RESTARTS, acknowledged: load.acknowledged.length, lost: 0 },
      ...{ putOff: load.putOff.get('server.busy') ?? 0, slowestHealthyAgainMs: Math.round(slowest) },
    });
  });
});
