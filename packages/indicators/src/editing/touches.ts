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
 * What was touched, by part: to be held against many changes. Two people got into each other's way when both touched the
 * same field of the same part, or one of them removed what the other changed. Who inserts or moves beside somebody else
 * does not; the order of arrival decides.
 */
export class Touched {
  private readonly parts = new Map<PartAddress | '*', TouchedPart>();

  constructor(touches: readonly Touch[]) {
    for (const { part, what } of touches) {
      const known = this.parts.get(part) ?? { whats: new Set(), leading: new Set() };
      this.parts.set(part, known);
      known.whats.add(what);
      for (const path of leadingTo(what)) known.leading.add(path);
    }
  }

  /** Whether there is nothing with which anybody could collide. */
  get isEmpty(): boolean {
    return this.parts.size === 0;
  }

  collidesWith({ part, what }: Touch): boolean {
    if (this.parts.has('*') || (part === '*' && !this.isEmpty)) return true;
    const known = this.parts.get(part);
    if (!known) return false;
    return known.leading.has(what) || leadingTo(what).some((path) => known.whats.has(path));
  }
}

interface TouchedPart {
  readonly whats: Set<string>;
  /** They and every path that leads to one of them. */
  readonly leading: Set<string>;
}

/** A path and those that lead to it: `a/b` → ``, `a`, `a/b`. */
function leadingTo(path: string): readonly string[] {
  const keys = path === '' ? [] : path.split('/');
  return ['', ...keys.map((_, at) => keys.slice(0, at + 1).join('/'))];
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
