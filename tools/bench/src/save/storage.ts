import type { AnswerSave } from '@kilim/contracts';
import { AnswerWriter } from '../../../../apps/api/src/assessments/saving/answer-writer.js';
import { quantile, rowOf, median, type Effort, type Row } from '../bench.js';
import type { DatabaseKind } from '../../../../apps/api/src/database/database.js';
import { givenCrowd, savesOf, startAt, type Answering } from '../../../../apps/api/test/support/crowd.js';
import { inPlace } from '../../../../apps/api/test/support/place.js';
import { syncedAppends } from '../references/disk.js';
import { CROWD } from './crowd.js';

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
      const writer = running.app.get(AnswerWriter);
      const crowd = (await givenCrowd(running, CROWD)).map((person) => ({
        ...person,
        nextSave: savesOf(person),
      }));
      // Once for nothing: what is read for the first time, and what is compiled while it runs.
      await save(writer, crowd, windowMs);
      const together = [];
      const alone = [];
      for (let round = 0; round < rounds; round += 1) {
        const disk = syncedAppends(place.folder, windowMs / 2);
        const many = await save(writer, crowd, windowMs);
        const one = await save(writer, crowd.slice(0, 1), windowMs / 2);
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

/** Somebody on the way from save to save. */
type Saving = Answering & { readonly nextSave: () => AnswerSave };

/** Everybody saves, the next save as soon as the last is on the disk; answers how long each took, in milliseconds. */
async function save(
  writer: AnswerWriter,
  people: readonly Saving[],
  windowMs: number,
): Promise<readonly number[]> {
  const took: number[] = [];
  const began = performance.now();
  await Promise.all(
    people.map(async ({ assessmentId, accountId, nextSave }) => {
      for (let now = began; now < began + windowMs;) {
        await writer.write({ assessmentId, actorId: accountId, saves: [nextSave()] });
        const after = performance.now();
        took.push(after - now);
        now = after;
      }
    }),
  );
  return took;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
