import { QUESTIONNAIRE_WORD } from '../checks/check-identity.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import { positionOf } from './part-index.js';
import { addressIn, listOf, type ListedPart, type PartAddress, type PartList } from './part-address.js';

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

/** Finds a part by its address; undefined when there is none. Of parts that share an id the first counts. */
export function findPart(questionnaire: Questionnaire, address: PartAddress): FoundPart | undefined {
  const position = positionOf(questionnaire, address);
  if (!position) return undefined;
  const { owner, list } = position;
  const above = owner === QUESTIONNAIRE_WORD ? undefined : findPart(questionnaire, owner);
  if (owner !== QUESTIONNAIRE_WORD && !above) return undefined;
  const siblings = listOf(above?.part ?? questionnaire, list);
  const at = siblings.findIndex((each) => addressIn(owner, each) === address);
  const part = siblings[at];
  if (!part) return undefined;
  const [first, ...others] = above?.steps ?? [];
  const step = { list, at };
  return { part, owner, steps: first ? [first, ...others, step] : [step] };
}

/** The part at an address, or the version itself. */
export function partAt(questionnaire: Questionnaire, address: PartAddress): object | undefined {
  return address === QUESTIONNAIRE_WORD ? questionnaire : findPart(questionnaire, address)?.part;
}
