import type { DraftChange, PartPlace } from './change.js';
import { addressIn, partsWithin, type ListedPart, type PartAddress } from './part-address.js';

/**
 * What a change touches. `what` is a field, a text, or empty for the part as a whole, its coming and going. The part
 * `*` is the whole draft.
 */
export interface Touch {
  readonly part: PartAddress | '*';
  readonly what: string;
}

/**
 * What changes touch, with what takes them back: only that tells what was in a part that they removed.
 *
 * @param changes what was done
 * @param inverse what `applyChange` gave back for it
 */
export function touchesOf(
  changes: readonly DraftChange[],
  inverse: readonly DraftChange[],
): readonly Touch[] {
  return [...changes, ...inverse].flatMap((change) => touches(change));
}

/**
 * Whether two people got into each other's way: both touched the same field of the same part, or one of them removed
 * what the other changed. Who inserts or moves beside somebody else does not; the order of arrival decides.
 */
export function collide(one: readonly Touch[], other: readonly Touch[]): boolean {
  const byPart = new Map<string, string[]>();
  for (const { part, what } of one) byPart.set(part, [...(byPart.get(part) ?? []), what]);
  if (byPart.has('*')) return other.length > 0;
  return other.some(
    ({ part, what }) =>
      (part === '*' && one.length > 0) || (byPart.get(part) ?? []).some((each) => overlaps(each, what)),
  );
}

function touches(change: DraftChange): readonly Touch[] {
  switch (change.op) {
    case 'set':
      return [{ part: change.part, what: change.field }];
    case 'text':
      return [{ part: change.part, what: `text/${change.field}` }];
    case 'translate':
      return [{ part: change.part, what: `translation/${change.language}/${change.field}` }];
    case 'insert': {
      const part = change.value as ListedPart;
      const address = addressIn(change.place.into, part);
      const inside = [...partsWithin(address, part)].map((each) => ({ part: each.address, what: '' }));
      return [...inside, arrival(change.place, address)];
    }
    case 'remove':
      return [{ part: change.part, what: '' }];
    case 'move':
      return [{ part: change.part, what: 'place' }, arrival(change.place, change.part)];
    case 'addLanguage':
    case 'removeLanguage':
      return [
        { part: 'questionnaire', what: `translation/${change.language}` },
        ...Object.keys(change.op === 'addLanguage' ? (change.texts ?? {}) : {}).map((part) => ({
          part,
          what: `translation/${change.language}`,
        })),
      ];
    case 'accept':
      return [{ part: change.warning.part, what: `accepted/${change.warning.code}` }];
    case 'replace':
      return [{ part: '*', what: '' }];
  }
}

/** That a part comes to stand in another: that one has to be there. */
function arrival({ into, list }: PartPlace, part: PartAddress): Touch {
  return { part: into, what: `${list}/${part}` };
}

/** Whether one of two paths is the other or leads to it. */
function overlaps(one: string, other: string): boolean {
  return (
    one === other || one === '' || other === '' || one.startsWith(`${other}/`) || other.startsWith(`${one}/`)
  );
}
