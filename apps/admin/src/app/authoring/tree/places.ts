import {
  applyChanges,
  findPart,
  partAt,
  type DraftChange,
  type DraftDocument,
  type PartAddress,
  type PartList,
  type PartPlace,
} from '@kilim/indicators';

/** A part among those it stands beside. */
export interface Seat {
  readonly owner: PartAddress;
  readonly list: PartList;
  /** The addresses of all that stand in the list, in order. */
  readonly among: readonly PartAddress[];
  readonly at: number;
}

/** The addresses in one list of a part. */
export function listedIn(
  document: DraftDocument,
  owner: PartAddress,
  list: PartList,
): readonly PartAddress[] {
  const part = partAt(document.questionnaire, owner) as Readonly<Record<string, unknown>> | undefined;
  const parts = (part?.[list] ?? []) as readonly { readonly id?: string; readonly of?: string }[];
  return parts.map(({ id, of }) => id ?? `${owner}/${of ?? ''}`);
}

/** Where a part stands; undefined when it is gone. */
export function seatOf(document: DraftDocument, part: PartAddress): Seat | undefined {
  const found = findPart(document.questionnaire, part);
  const step = found?.steps.at(-1);
  if (found === undefined || step === undefined) return undefined;
  return {
    owner: found.owner,
    list: step.list,
    among: listedIn(document, found.owner, step.list),
    at: step.at,
  };
}

/** The place right behind or before a part. */
export function beside(
  document: DraftDocument,
  part: PartAddress,
  side: 'before' | 'after',
): PartPlace | undefined {
  const seat = seatOf(document, part);
  if (seat === undefined) return undefined;
  const { owner, list, among, at } = seat;
  const after = among[side === 'after' ? at : at - 1] ?? null;
  const before = among[side === 'after' ? at + 1 : at];
  return { into: owner, list, after, ...(before !== undefined && { before }) };
}

/** The place at the end of a list. */
export function atEnd(document: DraftDocument, into: PartAddress, list: PartList): PartPlace {
  return { into, list, after: listedIn(document, into, list).at(-1) ?? null };
}

/** One step up or down; a question at the edge of its page goes over to the next one. Undefined at the end of all. */
export function stepPlace(document: DraftDocument, part: PartAddress, by: -1 | 1): PartPlace | undefined {
  const seat = seatOf(document, part);
  if (seat === undefined) return undefined;
  const { owner, list, among, at } = seat;
  const neighbour = among[at + by];
  if (neighbour !== undefined) return beside(document, neighbour, by === 1 ? 'after' : 'before');
  const { sections } = document.questionnaire;
  const page = sections.findIndex(({ id }) => id === owner);
  const next = page < 0 ? undefined : sections[page + by];
  if (list !== 'questions' || next === undefined) return undefined;
  return by === -1 ? atEnd(document, next.id, 'questions') : { into: next.id, list, after: null };
}

/** Moves parts one step, as they stand together; those at the edge stay. */
export function stepMoves(
  document: DraftDocument,
  parts: readonly PartAddress[],
  by: -1 | 1,
): readonly DraftChange[] {
  const chosen = new Set(parts);
  const ordered = inOrder(document, parts);
  const stuck = new Set<PartAddress>();
  const changes: DraftChange[] = [];
  let current = document;
  for (const part of by === -1 ? ordered : ordered.toReversed()) {
    const seat = seatOf(current, part);
    const neighbour = seat?.among[seat.at + by];
    const place = stepPlace(current, part, by);
    if (place === undefined || (neighbour !== undefined && chosen.has(neighbour) && stuck.has(neighbour))) {
      stuck.add(part);
      continue;
    }
    const change: DraftChange = { op: 'move', part, place };
    const outcome = applyChanges(current, [change]);
    if (!outcome.ok) continue;
    current = outcome.document;
    changes.push(change);
  }
  return changes;
}

/** Moves parts to a place, in their order. */
export function movesTo(
  document: DraftDocument,
  parts: readonly PartAddress[],
  place: PartPlace,
): readonly DraftChange[] {
  const moving = new Set(parts);
  const among = listedIn(document, place.into, place.list);
  const from = place.after === null ? -1 : among.indexOf(place.after);
  // Who moves along is no neighbour to hold on to.
  const still = among.slice(0, from + 1).findLast((address) => !moving.has(address)) ?? null;
  const next = among.slice(from + 1).find((address) => !moving.has(address));
  let after = place.after === null ? null : still;
  return inOrder(document, parts).map((part): DraftChange => {
    const here: PartPlace = {
      ...{ into: place.into, list: place.list, after },
      ...(next !== undefined && { before: next }),
    };
    after = part.includes('/') ? `${place.into}/${part.split('/')[1] ?? ''}` : part;
    return { op: 'move', part, place: here };
  });
}

/** Parts in the order of the document. */
export function inOrder(document: DraftDocument, parts: readonly PartAddress[]): readonly PartAddress[] {
  const key = (part: PartAddress): string =>
    (findPart(document.questionnaire, part)?.steps ?? [])
      .map(({ list, at }) => `${list}${String(at).padStart(5, '0')}`)
      .join('/');
  return parts.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
