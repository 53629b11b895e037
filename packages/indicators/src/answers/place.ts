import type { Id } from '../definition/identity.js';

/** Stands between question and instance; no id holds it. */
const SEPARATOR = '@';

/** The instance of what stands in no repeated set. */
export const NO_INSTANCE = '';

/** A question and the instance it is asked of; {@link NO_INSTANCE} outside repeated sets. */
export interface Place {
  readonly question: Id;
  readonly instance: string;
}

/** The address of a question, or of one instance of it. */
export function addressOf(question: Id, instance: string = NO_INSTANCE): string {
  return instance === NO_INSTANCE ? question : question + SEPARATOR + instance;
}

/** The question and the instance of an address. */
export function placeOf(address: string): Place {
  const at = address.indexOf(SEPARATOR);
  return at < 0
    ? { question: address, instance: NO_INSTANCE }
    : { question: address.slice(0, at), instance: address.slice(at + 1) };
}
