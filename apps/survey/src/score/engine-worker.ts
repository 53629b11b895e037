import { compileQuestionnaire, influences, type Address, type Answer } from '@kilim/indicators';
import { scoresOf } from '../assessment/scores-of.js';
import type { Assignment, Changes, WorkedOut } from './engine-desk.js';

/** Works out beside the page what takes too long within it: told once of what, then asked again with each change. */
let assigned: ((changes: Changes) => WorkedOut[keyof WorkedOut]) | undefined;

self.onmessage = ({ data }: MessageEvent<Assignment | Changes>): void => {
  if (!(data instanceof Map)) assigned = assign(data as Assignment);
  else if (assigned) self.postMessage(assigned(data));
};

function assign({ questionnaire, task, of }: Assignment): typeof assigned {
  const compiled = compileQuestionnaire(questionnaire);
  const known = new Map<Address, Answer>();
  return (changes) => {
    for (const [address, answer] of changes)
      if (answer) known.set(address, answer);
      else known.delete(address);
    const answers = Object.fromEntries(known);
    if (task === 'scores') return scoresOf(compiled, answers);
    return of === undefined ? [] : influences(compiled, answers, { basis: 'claimed' }, of);
  };
}
