import type { CompiledQuestionnaire } from '../definition/compiled.js';
import type { Address } from './address.js';
import type { Answers } from './answer.js';
import { answersIn, questionStates } from './standing.js';

/**
 * The questions that are asked, given all answers of an assessment, by address and in the order of the form; of a
 * repeated set once per listed instance. The form shows exactly these. Answers to other questions may be kept; they
 * count for nothing until their question is asked again.
 */
export function visibleQuestions(compiled: CompiledQuestionnaire, answers: Answers): ReadonlySet<Address> {
  const visible = [...questionStates(compiled, answersIn(answers)).values()].filter(
    ({ isVisible }) => isVisible,
  );
  return new Set(visible.map(({ address }) => address));
}
