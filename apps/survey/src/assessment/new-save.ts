import type { AnswerSave } from '@kilim/contracts';
import { placeOf, type Address } from '@kilim/indicators';
import type { Change } from './change.js';
import type { Surroundings } from './saver-surroundings.js';

/** What makes a change a save. */
export type SaveMaking = Pick<Surroundings, 'newId' | 'now' | 'seen'>;

/** A change made now, as a save with an id of its own; what it is made upon the outbox knows. */
export function newSave(making: SaveMaking, address: Address, change: Change): AnswerSave {
  const { question, instance } = placeOf(address);
  const every = {
    saveId: making.newId(),
    questionId: question,
    instanceId: instance,
    baseRevision: 0,
    typedAt: making.now(),
    ...making.seen(),
  };
  return { ...every, ...change } as AnswerSave;
}
