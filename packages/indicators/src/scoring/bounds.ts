import type { QuestionStates } from '../answers/standing.js';
import type { CompiledQuestionnaire } from '../definition/compiled.js';
import type { Id } from '../definition/identity.js';
import { indicatorBounds } from './bounds-indicator.js';
import { meanBounds } from './bounds-mean.js';
import { prospects } from './bounds-visibility.js';
import type { Possible } from './possible.js';

/**
 * What the completions of the open answers can make of every indicator, composite and index, by id.
 *
 * Sound: no completion scores outside. The questions of an indicator (and the members of a mean) are taken to be free
 * of each other, which admits more than the completions that conditions, validations, formulas and minimum coverage
 * allow, never fewer. Answering one more question leaves fewer completions and so never widens an interval.
 */
export function possibleScores(
  compiled: CompiledQuestionnaire,
  states: QuestionStates,
): ReadonlyMap<Id, Possible> {
  const known = prospects(compiled, states);
  const possible = new Map<Id, Possible>();
  for (const indicator of compiled.indicators)
    possible.set(indicator.id, indicatorBounds(indicator, states, known));
  for (const mean of [...compiled.composites, ...compiled.indices])
    possible.set(mean.id, meanBounds(mean, possible));
  return possible;
}
