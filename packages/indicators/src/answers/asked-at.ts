import type { CompiledQuestion, CompiledQuestionnaire } from '../definition/compiled.js';
import type { Address } from './address.js';
import { NO_INSTANCE, placeOf } from './place.js';

/**
 * The question that an address is of, where the version asks one of that kind: in a repeated set with an instance, else
 * without. Undefined for unknown ids and for computed questions, which nobody answers.
 */
export function questionAskedAt(
  compiled: CompiledQuestionnaire,
  address: Address,
): CompiledQuestion | undefined {
  const { question, instance } = placeOf(address);
  const found = compiled.byId.get(question);
  if (found === undefined || found.question.kind === 'computed') return undefined;
  return (found.set === undefined) === (instance === NO_INSTANCE) ? found : undefined;
}

/** Whether the version asks a question at an address, for some instance of its set when it stands in one. */
export function isAskedAt(compiled: CompiledQuestionnaire, address: Address): boolean {
  return questionAskedAt(compiled, address) !== undefined;
}
