import { Database } from '../../../../apps/api/src/database/database.js';
import { startAt } from '../../../../apps/api/test/support/crowd.js';
import { inPlace } from '../../../../apps/api/test/support/place.js';
import { rowOf, type Effort, type Row } from '../bench.js';
import { recorded, replayed } from '../references/replay.js';
import { givenSaving, saveAll } from './crowd.js';

/** What part of its own statements' rate saving should keep: the rest is the price of deciding and chaining. */
const OF_STATEMENTS = 0.3;

/**
 * Durable saves through the storage layer beside the very same statements on SQLite without any of our code: the most
 * that saving could reach with the record as it is, on a disk that answers at once.
 */
export function measureStatements({ rounds, windowMs }: Effort): Promise<readonly Row[]> {
  return inPlace('sqlite', async (place) => {
    const running = await startAt(place);
    try {
      const crowd = await givenSaving(running);
      const database = running.app.get(Database);
      await saveAll(running, crowd, windowMs);
      const pairs = [];
      for (let round = 0; round < rounds; round += 1) {
        const many = await saveAll(running, crowd, windowMs);
        const recording = await recorded(database, place.folder, () => saveAll(running, crowd, windowMs));
        const tookMs = await replayed(recording);
        pairs.push({
          value: (many.length * 1000) / windowMs,
          baseline: (recording.result.length * 1000) / tookMs,
        });
      }
      return [
        rowOf(
          {
            name: 'save.statements.sqlite',
            unit: 'saves/s of 256 people',
            target: { atLeast: OF_STATEMENTS },
          },
          pairs,
        ),
      ];
    } finally {
      await running.close();
    }
  });
}
