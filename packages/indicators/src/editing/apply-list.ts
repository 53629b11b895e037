import { QUESTIONNAIRE_WORD } from '../checks/check-identity.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import { applied, refused, unfit, type Outcome } from './apply-outcome.js';
import { carriedBy, takeAway, withCarried } from './carried.js';
import type { DraftChangeOf, PartPlace } from './change.js';
import type { DraftDocument } from './draft-document.js';
import { findPart, partAt, type FoundPart } from './find-part.js';
import { placeOf, withInserted, withList, withoutPart, withPart } from './lists.js';
import {
  addressIn,
  isAddress,
  listOf,
  partsWithin,
  type ListedPart,
  type PartAddress,
} from './part-address.js';
import { carryPositions, positionsWithin } from './part-index.js';
import { elementOf, mostIn, shapeAt } from './part-schema.js';
import { readValue } from './read-value.js';
import { shapeOn, type Terms } from './terms.js';

/** Puts a new part into a list, with all that is in it and said about it. */
export function applyInsert(document: DraftDocument, change: DraftChangeOf<'insert'>, terms: Terms): Outcome {
  const { place } = change;
  const { into } = place;
  const shape = shapeOfOwner(document, into, terms);
  if (!shape) return refused('missing', { part: into, what: place.list });
  const element = elementOf(shape, place.list);
  if (!element) return misfit(into, place, `It has no list “${place.list}”.`);
  const crowded = terms === 'offered' ? crowdedPlace(document.questionnaire, place) : undefined;
  if (crowded) return crowded;
  const read = readValue(place.list, change.value, element);
  if (!read.ok) return unfit({ part: into, what: place.list }, read.fault, '/value');

  const part = read.data as ListedPart;
  const address = addressIn(into, part);
  const inside = new Set<PartAddress>();
  for (const each of partsWithin(address, part)) {
    if (!isAddress(each.address) || inside.has(each.address))
      return misfit(into, place, `“${each.address.slice(0, 80)}” is no id of its own.`);
    if (partAt(document.questionnaire, each.address))
      return refused('exists', { part: each.address, wanted: change.value });
    inside.add(each.address);
  }
  const carried = { texts: change.texts ?? {}, accepted: change.accepted ?? [] };
  const spokenOf = [...Object.keys(carried.texts), ...carried.accepted.map((each) => each.part)];
  if (!spokenOf.every((each) => inside.has(each)))
    return misfit(into, place, 'It says something about parts that are not in it.');

  const questionnaire = withPart(document.questionnaire, stepsOf(document, into), (owner) => ({
    ...owner,
    [place.list]: withInserted(listOf(owner, place.list), part, place),
  }));
  const own = [address, { owner: into, list: place.list }] as const;
  carryPositions(document.questionnaire, questionnaire, [], [own, ...positionsWithin(address, part)]);
  return applied(withCarried({ ...document, questionnaire }, carried), { op: 'remove', part: address });
}

/** Takes a part out with all that is in it and said about it; the inverse puts all of it back. */
export function applyRemove(document: DraftDocument, change: DraftChangeOf<'remove'>): Outcome {
  const found = findPart(document.questionnaire, change.part);
  if (!found) return refused('missing', { part: change.part });
  const { questionnaire, place } = without(document, found);
  const inside = [...partsWithin(change.part, found.part)].map((each) => each.address);
  carryPositions(document.questionnaire, questionnaire, inside);
  const { texts, accepted } = carriedBy(document, inside);
  return applied(takeAway({ ...document, questionnaire }, inside), {
    ...{ op: 'insert', place, value: found.part },
    ...(Object.keys(texts).length > 0 && { texts }),
    ...(accepted.length > 0 && { accepted: [...accepted] }),
  });
}

/** Puts a part elsewhere. */
export function applyMove(document: DraftDocument, change: DraftChangeOf<'move'>, terms: Terms): Outcome {
  const { part: address, place } = change;
  const found = findPart(document.questionnaire, address);
  if (!found) return refused('missing', { part: address, what: 'place' });
  if (!partAt(document.questionnaire, place.into)) return refused('missing', { part: place.into });
  const isWithin = [...partsWithin(address, found.part)].some((each) => each.address === place.into);
  if (isWithin) return misfit(address, place, 'A part can not be moved into itself.');
  const taken = without(document, found);
  // Where nothing is found any more, nothing stands, whatever was known of it.
  carryPositions(document.questionnaire, taken.questionnaire);
  const owner = findPart(taken.questionnaire, place.into);
  const shape = shapeAt(taken.questionnaire, owner?.steps ?? []);
  const element = shape && elementOf(shape, place.list);
  if (!element?.safeParse(found.part).success)
    return misfit(address, place, `Such a part can not stand in “${place.list}” there.`);
  const isOther = found.owner !== place.into || taken.place.list !== place.list;
  const crowded = terms === 'offered' && isOther ? crowdedPlace(taken.questionnaire, place) : undefined;
  if (crowded) return crowded;
  const moved = addressIn(place.into, found.part);
  if (moved !== address && findPart(taken.questionnaire, moved))
    return refused('exists', { part: moved, wanted: found.part });
  const questionnaire = withPart(taken.questionnaire, owner?.steps ?? [], (part) => ({
    ...part,
    [place.list]: withInserted(listOf(part, place.list), found.part, place),
  }));
  const gone = moved === address ? [] : [address];
  const come = [[moved, { owner: place.into, list: place.list }]] as const;
  carryPositions(taken.questionnaire, questionnaire, gone, come);
  return applied({ ...document, questionnaire }, { op: 'move', part: moved, place: taken.place });
}

/** The version without a part, and where it stood. */
function without(
  { questionnaire }: DraftDocument,
  found: FoundPart,
): { readonly questionnaire: DraftDocument['questionnaire']; readonly place: PartPlace } {
  const last = found.steps[found.steps.length - 1] ?? found.steps[0];
  const owner = partAt(questionnaire, found.owner) ?? questionnaire;
  const place = placeOf(found.owner, last.list, listOf(owner, last.list), last.at);
  const above = found.steps.slice(0, -1);
  const shape = shapeAt(questionnaire, above);
  const changed = withPart(questionnaire, above, (part) =>
    withList(part, last.list, withoutPart(listOf(part, last.list), last.at), shape),
  );
  return { questionnaire: changed, place };
}

/** Refuses a place in a list that holds as many parts as a version may have there. */
function crowdedPlace(questionnaire: Questionnaire, { into, list }: PartPlace): Outcome | undefined {
  const owner = findPart(questionnaire, into);
  const most = mostIn(questionnaire, owner?.steps ?? [], list);
  if (listOf(owner?.part ?? questionnaire, list).length < most) return undefined;
  const message = `“${list}” holds at most ${String(most)} here, and no more fit in. Put it elsewhere, or take something out first.`;
  return refused('misfit', { part: into, what: list, message, within: '/place' });
}

function stepsOf({ questionnaire }: DraftDocument, address: PartAddress) {
  return findPart(questionnaire, address)?.steps ?? [];
}

function shapeOfOwner(document: DraftDocument, owner: PartAddress, terms: Terms) {
  const exists = owner === QUESTIONNAIRE_WORD || findPart(document.questionnaire, owner);
  return exists ? shapeAt(document.questionnaire, stepsOf(document, owner), shapeOn(terms)) : undefined;
}

function misfit(part: PartAddress, place: PartPlace, message: string): Outcome {
  return refused('misfit', { part, what: place.list, message });
}
