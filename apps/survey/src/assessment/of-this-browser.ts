import { uuidv7 } from 'uuidv7';
import type { Surroundings } from './saver-surroundings.js';

/** What a saver takes from the browser it runs in: ids, the clock, time passing, chance. */
export const OF_THIS_BROWSER: Pick<Surroundings, 'newId' | 'now' | 'later' | 'random'> = {
  newId: uuidv7,
  now: () => new Date().toISOString(),
  later: (run, afterMs) => {
    const timer = setTimeout(run, afterMs);
    return () => {
      clearTimeout(timer);
    };
  },
  random: Math.random,
};
