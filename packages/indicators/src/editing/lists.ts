import type * as z from 'zod';
import type { Questionnaire } from '../definition/questionnaire.js';
import type { PartPlace } from './change.js';
import type { Step } from './find-part.js';
import { isOptionalIn } from './part-schema.js';
import { addressIn, listOf, type ListedPart, type PartAddress, type PartList } from './part-address.js';

type Fields = Readonly<Record<string, unknown>>;

/** A copy of the version in which one part, at the end of the steps, is another; shares all that is beside the path. */
export function withPart(
  questionnaire: Questionnaire,
  steps: readonly Step[],
  change: (part: Fields) => Fields,
): Questionnaire {
  // Whoever calls this has held the outcome against the shape.
  return descend(questionnaire, steps, change) as unknown as Questionnaire;
}

function descend(part: Fields, [step, ...rest]: readonly Step[], change: (part: Fields) => Fields): Fields {
  if (step === undefined) return change(part);
  const list = listOf(part, step.list);
  const below = list[step.at];
  if (below === undefined) throw new Error(`There is nothing at place ${String(step.at)} of ${step.list}.`);
  const copy = list.slice();
  copy[step.at] = descend(below, rest, change);
  return { ...part, [step.list]: copy };
}

/** A list with a part put where the place says. */
export function withInserted(
  list: readonly ListedPart[],
  part: ListedPart,
  place: PartPlace,
): readonly ListedPart[] {
  const at = positionFor(list, place);
  return [...list.slice(0, at), part, ...list.slice(at)];
}

/** A list without the part at a position. */
export function withoutPart(list: readonly ListedPart[], at: number): readonly ListedPart[] {
  return [...list.slice(0, at), ...list.slice(at + 1)];
}

/**
 * A part with another list in it. A list that need not be there is not there when it is empty: so that taking out the
 * first that came in leaves the part as it was.
 */
export function withList(
  part: Fields,
  name: PartList,
  list: readonly ListedPart[],
  shape: z.ZodObject | undefined,
): Fields {
  if (list.length > 0 || !isOptionalIn(shape, name)) return { ...part, [name]: list };
  const { [name]: _, ...others } = part;
  return others;
}

/** The place of a part as it stands now, so that it can be put back there. */
export function placeOf(
  owner: PartAddress,
  name: PartList,
  list: readonly ListedPart[],
  at: number,
): PartPlace {
  const after = list[at - 1];
  const before = list[at + 1];
  return {
    into: owner,
    list: name,
    after: after ? addressIn(owner, after) : null,
    ...(before && { before: addressIn(owner, before) }),
  };
}

function positionFor(list: readonly ListedPart[], { into, after, before }: PartPlace): number {
  if (after === null) return 0;
  const find = (address: PartAddress) => list.findIndex((part) => addressIn(into, part) === address);
  const behind = find(after);
  if (behind >= 0) return behind + 1;
  const ahead = before === undefined ? -1 : find(before);
  return ahead >= 0 ? ahead : list.length;
}
