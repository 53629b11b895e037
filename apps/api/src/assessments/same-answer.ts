import { isDeepStrictEqual } from 'node:util';
import type { Answer, AnswerValue } from '@kilim/indicators';

/** Whether two answers say the same; a multiple choice says the same in any order. */
export function sameAnswer(a: Answer | null | undefined, b: Answer | null | undefined): boolean {
  return isDeepStrictEqual(withOrderedChoices(a ?? null), withOrderedChoices(b ?? null));
}

function withOrderedChoices(answer: Answer | null): Answer | null {
  if (answer?.kind !== 'value') return answer;
  return { kind: 'value', value: ordered(answer.value) };
}

function ordered(value: AnswerValue): AnswerValue {
  return Array.isArray(value) ? [...value].sort() : value;
}
