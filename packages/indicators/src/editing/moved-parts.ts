import type { DraftDocument } from './draft-document.js';
import { findPart } from './find-part.js';
import { addressIn, listsOf, partsWithin, type PartAddress } from './part-address.js';

/**
 * The parts that stand elsewhere than before: in another part's list, or before or behind siblings that kept their
 * order. As few as explain the new order.
 */
export function movedParts(old: DraftDocument, now: DraftDocument): ReadonlySet<PartAddress> {
  const moved = new Set<PartAddress>();
  for (const { address: owner, part } of partsWithin('questionnaire', now.questionnaire)) {
    for (const [, list] of listsOf(part)) {
      const siblings = list.map((each) => addressIn(owner, each));
      const places: { readonly address: PartAddress; readonly at: number }[] = [];
      for (const address of siblings) {
        const before = findPart(old.questionnaire, address);
        if (!before) continue;
        if (before.owner === owner) places.push({ address, at: before.steps.at(-1)?.at ?? 0 });
        else moved.add(address);
      }
      const kept = longestRising(places.map(({ at }) => at));
      for (const [at, { address }] of places.entries()) if (!kept.has(at)) moved.add(address);
    }
  }
  return moved;
}

/** The positions of a longest rising subsequence. */
function longestRising(values: readonly number[]): ReadonlySet<number> {
  /** At each length the position that ends the lowest such sequence. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [at, value] of values.entries()) {
    const found = ends.findIndex((end) => (values[end] ?? 0) >= value);
    const length = found < 0 ? ends.length : found;
    previous[at] = ends[length - 1];
    ends[length] = at;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) kept.add(at);
  return kept;
}
