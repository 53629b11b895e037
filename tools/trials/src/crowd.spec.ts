import { describe, expect, test } from '@jest/globals';
import { crowdAt } from '../../../apps/api/test/support/crowd.js';
import { inPlace } from '../../../apps/api/test/support/place.js';
import { ServerProcess } from '../../../apps/api/test/support/server-process.js';
import { Crowd, type Acknowledged } from './support/answering.js';
import { databases, effort, report } from './support/effort.js';
import { expectNothingLost } from './support/witness.js';

const PEOPLE = 200;
const SAVES = effort(100_000, 1500);
/**
 * So often may somebody be served before the last of all that came at once is served for the first time: they come one
 * after the other all the same, and the first find nobody else there. Taken up one in each group, it is over 20 times.
 */
const FAIR = 15;

describe.each(databases('sqlite'))('two hundred people at once (%s)', (kind) => {
  test('are all acknowledged by one server, and none of their answers is lost', async () => {
    await inPlace(kind, async (place) => {
      const people = await crowdAt(place, { people: PEOPLE, cities: 25 });
      const server = await ServerProcess.ours(place);
      const began = performance.now();
      const load = await Crowd.while(
        people,
        () => server,
        (crowd) => crowd.until(SAVES),
      );
      const seconds = (performance.now() - began) / 1000;
      await server.stop();
      // Nobody was put off and no reply was lost: every save was acknowledged the first time.
      expect([...load.putOff.keys(), load.lost]).toEqual([0]);
      expect(await expectNothingLost(place, load.acknowledged)).toBe(load.acknowledged.length);
      const aheadOfTheLast = mostBeforeAll(load.acknowledged);
      expect(aheadOfTheLast).toBeLessThanOrEqual(FAIR);
      const sorted = load.tookMs.sort((a, b) => a - b);
      const percentile = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
      report(`two hundred people, ${kind}`, {
        ...{ people: PEOPLE, acknowledged: load.acknowledged.length, lost: 0, aheadOfTheLast },
        perSecond: Math.round(load.acknowledged.length / seconds),
        ...{
          p50Ms: percentile(0.5),
          p95Ms: percentile(0.95),
          p99Ms: percentile(0.99),
          mostMs: percentile(1),
        },
      });
    });
  });
});

/** How often somebody had been served before everybody had been served once; each answers a question of their own. */
function mostBeforeAll(acknowledged: readonly Acknowledged[]): number {
  const last = acknowledged.findLastIndex(({ revision }) => revision === 1);
  return Math.max(...acknowledged.slice(0, last).map(({ revision }) => revision));
}
