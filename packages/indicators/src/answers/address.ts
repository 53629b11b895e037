import * as z from 'zod';
import type { Id } from '../definition/identity.js';

/** Stands between question and instance; no id holds it. */
const SEPARATOR = '@';

/**
 * Where one answer stands: the question's id, or within a repeated set `<question id>@<instance id>`. Instances are
 * made by whoever lists them (a UUIDv7 in the product) and are ids like all others.
 */
export const Address = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9](@[a-z0-9][a-z0-9-]{1,38}[a-z0-9])?$/,
    'a question id, in a repeated set followed by @ and the instance',
  )
  .meta({ id: 'Address' });
export type Address = z.infer<typeof Address>;

/** The instance of what stands in no repeated set. */
export const NO_INSTANCE = '';

/** A question and the instance it is asked of; {@link NO_INSTANCE} outside repeated sets. */
export interface Place {
  readonly question: Id;
  readonly instance: string;
}

/** The address of a question, or of one instance of it. */
export function addressOf(question: Id, instance: string = NO_INSTANCE): Address {
  return instance === NO_INSTANCE ? question : question + SEPARATOR + instance;
}

/** The question and the instance of an address. */
export function placeOf(address: Address): Place {
  const at = address.indexOf(SEPARATOR);
  return at < 0
    ? { question: address, instance: NO_INSTANCE }
    : { question: address.slice(0, at), instance: address.slice(at + 1) };
}
