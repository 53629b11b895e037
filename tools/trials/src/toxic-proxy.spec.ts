import { describe, expect, test } from '@jest/globals';
import { crowdAt } from '../../../apps/api/test/support/crowd.js';
import { inPlace } from '../../../apps/api/test/support/place.js';
import { ServerProcess } from '../../../apps/api/test/support/server-process.js';
import { Crowd } from './support/answering.js';
import { databases, effort, report } from './support/effort.js';
import { FATES, ToxicProxy } from './support/toxic-proxy.js';
import { expectNothingLost } from './support/witness.js';

const WRITERS = 32;
const SAVES = effort(20_000, 250);
const STALL_MS = effort(5000, 300);

describe.each(databases('postgres'))('a network that drops, doubles, cuts and stalls (%s)', (kind) => {
  test('loses no save and makes none twice: each takes effect exactly once', async () => {
    await inPlace(kind, async (place) => {
      const people = await crowdAt(place, { people: WRITERS, cities: 8 });
      const server = await ServerProcess.ours(place);
      const anyFate = () => FATES[Math.floor(Math.random() * FATES.length)] ?? 'passed';
      const proxy = await ToxicProxy.start(() => server.port, anyFate, STALL_MS);
      const load = await Crowd.while(
        people,
        () => ({ port: proxy.port, crashed: server.crashed }),
        (crowd) => crowd.until(SAVES),
      );
      await proxy.stop();
      await server.stop();
      expect([...proxy.met.keys()].sort()).toEqual([...FATES].sort());
      expect([...load.putOff.keys()]).toEqual([]);
      expect(await expectNothingLost(place, load.acknowledged)).toBe(load.acknowledged.length);
      report(`toxic network, ${kind}`, {
        ...{ acknowledged: load.acknowledged.length, lost: 0, madeTwice: 0, repliesLost: load.lost },
        ...Object.fromEntries(proxy.met),
      });
    });
  });
});
