import type { CompiledMean } from '../definition/compiled.js';
import type { Id } from '../definition/identity.js';
import type { Possible } from './possible.js';
import { choose } from './bounds-quotient.js';
import { weightedMean } from './weighted-mean.js';

/** The bounds of a mean from those of its members, which are taken to be free of each other; `members` are in id order. */
export function meanBounds(mean: CompiledMean, possible: ReadonlyMap<Id, Possible>): Possible {
  const terms = mean.members.flatMap(({ of, weight }) => {
    const member = possible.get(of);
    if (!member?.interval) return [];
    const { low, high } = member.interval;
    return [
      { least: low * weight, most: high * weight, size: weight, isOptional: !member.isSure, low, high },
    ];
  });
  // Members that are in no completion asked, or apply in none, are not needed.
  const needed = mean.members.filter(({ of }) => isNeeded(possible.get(of)));
  if (terms.length === 0) return { isSure: false, mayBeMissed: needed.length > 0 };
  const low = weightedMean(choose(terms, 'least').map((term) => ({ value: term.low, weight: term.size })));
  const high = weightedMean(choose(terms, 'most').map((term) => ({ value: term.high, weight: term.size })));
  const sure = terms.filter((term) => !term.isOptional).reduce((sum, term) => sum + term.size, 0);
  const all = needed.reduce((sum, { weight }) => sum + weight, 0);
  const isSure = sure > 0 && sure / all >= mean.coverageToScore;
  return { isSure, mayBeMissed: !isSure, interval: { low, high } };
}

function isNeeded(member: Possible | undefined): boolean {
  return member !== undefined && (member.interval !== undefined || member.mayBeMissed);
}
