import { QUESTIONNAIRE_WORD } from '../checks/check-identity.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import { addressIn, listsOf, type PartAddress, type PartList } from './part-address.js';
import { Shelf } from './shelf.js';

/** Where a part stands: in which list of whom. Its position there is not kept, since every insertion moves others. */
export interface PartPosition {
  /** `questionnaire` for the version's own lists. */
  readonly owner: PartAddress;
  readonly list: PartList;
}

interface PartIndex {
  readonly positions: Shelf<PartPosition>;
  /** Whether no two parts share an address: only then an edit says all that changes. */
  readonly isUnique: boolean;
}

/** Versions never change, so neither do these; an edit takes over what it does not touch. */
const indexes = new WeakMap<Questionnaire, PartIndex>();

/** Where the part at an address stands; of parts that share it the first counts. Linear in the version, once. */
export function positionOf(questionnaire: Questionnaire, address: PartAddress): PartPosition | undefined {
  const known = indexes.get(questionnaire) ?? indexOf(questionnaire);
  indexes.set(questionnaire, known);
  return known.positions.get(address);
}

/**
 * Says what an edit made of a version, so that where parts stand need not be gathered anew after each.
 *
 * @param gone what stands there no more
 * @param come what has come, or stands elsewhere
 */
export function carryPositions(
  before: Questionnaire,
  after: Questionnaire,
  gone: Iterable<PartAddress> = [],
  come: Iterable<readonly [PartAddress, PartPosition]> = [],
): void {
  const known = indexes.get(before);
  if (!known?.isUnique) return;
  let { positions } = known;
  for (const address of gone) positions = positions.with(address, undefined);
  for (const [address, position] of come) positions = positions.with(address, position);
  indexes.set(after, { positions, isUnique: true });
}

/** Where everything within a part stands. */
export function* positionsWithin(
  owner: PartAddress,
  part: object,
): Generator<readonly [PartAddress, PartPosition]> {
  for (const [list, parts] of listsOf(part))
    for (const each of parts) {
      const address = addressIn(owner, each);
      yield [address, { owner, list }];
      yield* positionsWithin(address, each);
    }
}

function indexOf(questionnaire: Questionnaire): PartIndex {
  const positions = new Map<PartAddress, PartPosition>();
  let isUnique = true;
  for (const [address, position] of positionsWithin(QUESTIONNAIRE_WORD, questionnaire)) {
    if (positions.has(address)) isUnique = false;
    else positions.set(address, position);
  }
  return { positions: Shelf.of(positions), isUnique };
}
