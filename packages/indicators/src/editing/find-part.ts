import { QUESTIONNAIRE_WORD } from '../checks/check-identity.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import { addressIn, listsOf, type ListedPart, type PartAddress, type PartList } from './part-address.js';

/** One step down a questionnaire: into a list, to a place in it. */
export interface Step {
  readonly list: PartList;
  readonly at: number;
}

/** Where a part stands now. */
export interface FoundPart {
  readonly part: ListedPart;
  /** The part in whose list it stands; `questionnaire` for the version's own lists. */
  readonly owner: PartAddress;
  /** From the version down to it; the last step is its place in its owner's list. */
  readonly steps: readonly [Step, ...Step[]];
}

interface Indexed {
  readonly part: ListedPart;
  readonly owner: PartAddress;
  readonly below: readonly Step[];
}

/** What lies within a part of the topmost lists. Parts never change, so neither does this; an edit renews one of them. */
const indexes = new WeakMap<object, ReadonlyMap<PartAddress, Indexed>>();

/** Finds a part by its address; undefined when there is none. Of parts that share an id the first counts. */
export function findPart(questionnaire: Questionnaire, address: PartAddress): FoundPart | undefined {
  for (const [list, parts] of listsOf(questionnaire)) {
    for (const [at, top] of parts.entries()) {
      const found = indexOf(top).get(address);
      if (found) return { part: found.part, owner: found.owner, steps: [{ list, at }, ...found.below] };
    }
  }
  return undefined;
}

/** The part at an address, or the version itself. */
export function partAt(questionnaire: Questionnaire, address: PartAddress): object | undefined {
  return address === QUESTIONNAIRE_WORD ? questionnaire : findPart(questionnaire, address)?.part;
}

function indexOf(top: ListedPart): ReadonlyMap<PartAddress, Indexed> {
  const known = indexes.get(top);
  if (known) return known;
  const index = new Map<PartAddress, Indexed>();
  const walk = (part: ListedPart, address: PartAddress, owner: PartAddress, below: readonly Step[]) => {
    if (!index.has(address)) index.set(address, { part, owner, below });
    for (const [list, parts] of listsOf(part))
      for (const [at, each] of parts.entries())
        walk(each, addressIn(address, each), address, [...below, { list, at }]);
  };
  walk(top, addressIn(QUESTIONNAIRE_WORD, top), QUESTIONNAIRE_WORD, []);
  indexes.set(top, index);
  return index;
}
