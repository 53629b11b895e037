import { quantile, rowOf, median, type Effort, type Row } from '../bench.js';
import type { DatabaseKind } from '../../../../apps/api/src/database/database.js';
import { startAt } from '../../../../apps/api/test/support/crowd.js';
import { inPlace } from '../../../../apps/api/test/support/place.js';
import { syncedAppends } from '../references/disk.js';
import { givenSaving, saveAll } from './crowd.js';

/** How many times the disk's own rate durable saves of a crowd should reach. */
const GOAL = { sqlite: 12, postgres: 7 } as const;
/** How many waits for the disk a single person's save may cost. */
const ALONE = 2;

/**
 * Durable saves through the storage layer: decided, chained, written and on the disk, without HTTP. Beside it appends to
 * a file of the same disk, each on the disk before the next.
 */
export function measureStorage(kind: DatabaseKind, { rounds, windowMs }: Effort): Promise<readonly Row[]> {
  return inPlace(kind, async (place) => {
    const running = await startAt(place);
    try {
      const crowd = await givenSaving(running);
      // Once for nothing: what is read for the first time, and what is compiled while it runs.
      await saveAll(running, crowd, windowMs);
      const together = [];
      const alone = [];
      for (let round = 0; round < rounds; round += 1) {
        const disk = syncedAppends(place.folder, windowMs / 2);
        const many = await saveAll(running, crowd, windowMs);
        const one = await saveAll(running, crowd.slice(0, 1), windowMs / 2);
        together.push({ value: (many.length * 1000) / windowMs, baseline: 1000 / mean(disk) });
        alone.push({ value: quantile(one, 0.5), baseline: median(disk) });
      }
      return [
        rowOf(
          { name: `save.storage.${kind}`, unit: 'saves/s of 256 people', target: { atLeast: GOAL[kind] } },
          together,
        ),
        rowOf(
          { name: `save.storage.${kind}.alone`, unit: 'ms, median of one person', target: { atMost: ALONE } },
          alone,
        ),
      ];
    } finally {
      await running.close();
    }
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
