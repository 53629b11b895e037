import type { AnswerSave } from '@kilim/contracts';
import { uuidv7 } from 'uuidv7';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { asCity } from './actors.js';
import { startApp, type RunningApp } from './app.js';
import { givenRound, writingOf } from './given.js';
import type { Place } from './place.js';
import { saveOf, theVersion } from './scene.js';

/** Somebody who is signed in and has one question to answer. */
export interface Answering {
  readonly accountId: string;
  readonly assessmentId: string;
  readonly questionId: string;
  readonly cookie: string;
}

/** Starts our application in this process, on the database of a place. */
export function startAt({ folder, url }: Place): Promise<RunningApp> {
  return startApp(() =>
    Promise.resolve({
      place:
        url === undefined ? { kind: 'sqlite', file: `${folder}/kilim.sqlite` } : { kind: 'postgres', url },
      folder,
      // The place is removed as a whole.
      remove: () => Promise.resolve(),
    }),
  );
}

/** A round of so many cities, and so many people who are signed in, spread over them; each has a question to themselves. */
export async function givenCrowd(
  running: RunningApp,
  { people: count, cities: cityCount }: { readonly people: number; readonly cities: number },
): Promise<readonly Answering[]> {
  const { cities } = await givenRound(writingOf(running.app), { cities: cityCount });
  const questions = theVersion().questions.filter(({ question }) => question.kind === 'text');
  return running.app.get(UnitOfWork).write({ actor: null }, async () => {
    const people: Answering[] = [];
    for (let place = 0; place < count; place += 1) {
      const { cityId, assessmentId } = cities[place % cityCount] ?? { cityId: '', assessmentId: '' };
      const { accountId, cookie } = await asCity(running, cityId);
      const questionId = questions[Math.floor(place / cityCount)]?.question.id;
      if (questionId === undefined) throw new Error('There are not enough questions for so many people.');
      people.push({ accountId, cookie, assessmentId, questionId });
    }
    return people;
  });
}

/** A crowd at an empty place, for a server that is started there afterwards. */
export async function crowdAt(
  place: Place,
  size: { readonly people: number; readonly cities: number },
): Promise<readonly Answering[]> {
  const running = await startAt(place);
  try {
    return await givenCrowd(running, size);
  } finally {
    await running.close();
  }
}

/** Answers the question again and again from the first time on, each time with other words and upon the one before. */
export function savesOf({ questionId }: Answering): () => AnswerSave {
  let baseRevision = 0;
  return () => {
    const value = `The city council adopted the strategy in reading ${String(baseRevision)}; it names five aims.`;
    const save = saveOf(questionId, value, { saveId: uuidv7(), baseRevision });
    baseRevision += 1;
    return save;
  };
}
