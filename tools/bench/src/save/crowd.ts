import type { AnswerSave } from '@kilim/contracts';
import { uuidv7 } from 'uuidv7';
import { UnitOfWork } from '../../../../apps/api/src/database/unit-of-work.js';
import { asCity } from '../../../../apps/api/test/support/actors.js';
import { startApp, type RunningApp } from '../../../../apps/api/test/support/app.js';
import { givenRound, writingOf } from '../../../../apps/api/test/support/given.js';
import { saveOf, theVersion } from '../../../../apps/api/test/support/scene.js';
import type { Place } from '../place.js';

/** How many people answer at once. */
export const PEOPLE = 256;
/** In how many cities: eight colleagues answer together. */
const CITIES = 32;

/** Somebody who is signed in and has one question to answer. */
export interface Answering {
  readonly accountId: string;
  readonly assessmentId: string;
  readonly questionId: string;
  readonly cookie: string;
}

/** Starts our application in this process, on the database of a place. */
export function startOurs({ folder, url }: Place): Promise<RunningApp> {
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

/** A round of 32 cities and 256 people who are signed in, spread over them. */
export async function givenCrowd(running: RunningApp): Promise<readonly Answering[]> {
  const { cities } = await givenRound(writingOf(running.app), { cities: CITIES });
  const questions = theVersion().questions.filter(({ question }) => question.kind === 'text');
  return running.app.get(UnitOfWork).write({ actor: null }, async () => {
    const people: Answering[] = [];
    for (let place = 0; place < PEOPLE; place += 1) {
      const { cityId, assessmentId } = cities[place % CITIES] ?? { cityId: '', assessmentId: '' };
      const { accountId, cookie } = await asCity(running, cityId);
      const questionId = questions[Math.floor(place / CITIES)]?.question.id ?? '';
      people.push({ accountId, cookie, assessmentId, questionId });
    }
    return people;
  });
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
