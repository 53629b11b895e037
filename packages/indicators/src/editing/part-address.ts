import * as z from 'zod';
import { isReserved } from '../checks/check-identity.js';
import type { Id } from '../definition/identity.js';

/**
 * What a change is about: the id of a part, or for a member of a mean, which has no id of its own, `<mean>/<member>`.
 * The word `questionnaire` stands for the version itself. Never a place in a list: lists move under one's hands.
 */
export const PartAddress = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,38}[a-z0-9](\/[a-z0-9][a-z0-9-]{1,38}[a-z0-9])?$/, 'an id, or <mean>/<member>')
  .meta({ id: 'PartAddress' });
export type PartAddress = z.infer<typeof PartAddress>;

/** Whether a word is an address, and none that means something else. */
export function isAddress(word: string): boolean {
  return PartAddress.safeParse(word).success && !isReserved(word);
}

/** The lists in which parts stand. */
export const PartList = z
  .enum([
    'sections',
    'questions',
    'options',
    'columns',
    'rows',
    'indicators',
    'composites',
    'indices',
    'members',
    'validations',
    'glossary',
  ])
  .meta({ id: 'PartList' });
export type PartList = z.infer<typeof PartList>;

/** A part as it stands in a list. */
export interface ListedPart {
  readonly id?: Id;
  /** A member of a mean instead of an id. */
  readonly of?: Id;
  readonly [field: string]: unknown;
}

/** The address of a part that stands in a list of `owner`. */
export function addressIn(owner: PartAddress, part: ListedPart): PartAddress {
  return part.id ?? `${owner}/${part.of ?? ''}`;
}

const LISTS: ReadonlySet<string> = new Set(PartList.options);

/** The lists that a part has now, by name. */
export function listsOf(part: object): readonly (readonly [PartList, readonly ListedPart[]])[] {
  const lists: (readonly [PartList, readonly ListedPart[]])[] = [];
  for (const [name, list] of Object.entries(part))
    if (LISTS.has(name) && Array.isArray(list)) lists.push([name as PartList, list as readonly ListedPart[]]);
  return lists;
}

/** A part's list; empty where it has none yet. */
export function listOf(part: object, list: PartList): readonly ListedPart[] {
  return ((part as Readonly<Record<string, unknown>>)[list] as readonly ListedPart[] | undefined) ?? [];
}

/** A part and everything in it, the part first, each with its address. */
export function* partsWithin(
  address: PartAddress,
  part: object,
): Generator<{ readonly address: PartAddress; readonly part: object }> {
  yield { address, part };
  for (const [, list] of listsOf(part))
    for (const each of list) yield* partsWithin(addressIn(address, each), each);
}
