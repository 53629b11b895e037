import type { AnswerSave } from '@kilim/contracts';
import { AnswerWriter } from '../../../../apps/api/src/assessments/saving/answer-writer.js';
import type { RunningApp } from '../../../../apps/api/test/support/app.js';
import { givenCrowd, savesOf, type Answering } from '../../../../apps/api/test/support/crowd.js';

/** 256 people answer at once, eight colleagues in each of 32 cities. */
export const CROWD = { people: 256, cities: 32 } as const;

/** Somebody on the way from save to save. */
export type Saving = Answering & { readonly nextSave: () => AnswerSave };

/** The crowd in a running application. */
export async function givenSaving(running: RunningApp): Promise<readonly Saving[]> {
  const crowd = await givenCrowd(running, CROWD);
  return crowd.map((person) => ({ ...person, nextSave: savesOf(person) }));
}

/**
 * Everybody saves through the storage layer, the next save as soon as the last is on the disk.
 *
 * @returns how long each took, in milliseconds
 */
export async function saveAll(
  { app }: RunningApp,
  people: readonly Saving[],
  windowMs: number,
): Promise<readonly number[]> {
  const writer = app.get(AnswerWriter);
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
