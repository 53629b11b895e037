import type { QuestionKind } from '../definition/question.js';
import type { Answer, AnswerValue } from './answer.js';

/**
 * Whether two answers to a question say the same. What was chosen of several, and what was given, says the same in any
 * order, as do the rows of a matrix; a ranking and a list of instances do not.
 *
 * @param kind what kind of question it is; undefined when it is not known: lists then only in the same order
 */
export function sameAnswer(
  kind: QuestionKind | undefined,
  a: Answer | null | undefined,
  b: Answer | null | undefined,
): boolean {
  return canonical(kind, a ?? null) === canonical(kind, b ?? null);
}

function canonical(kind: QuestionKind | undefined, answer: Answer | null): string {
  if (answer?.kind !== 'value') return answer?.kind ?? 'none';
  return JSON.stringify([sorted(kind, answer.value)]);
}

function sorted(kind: QuestionKind | undefined, value: AnswerValue): unknown {
  if (Array.isArray(value)) return kind === 'multiple' || kind === 'file' ? [...value].sort() : value;
  if (typeof value !== 'object') return value;
  return ['rows', ...Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))];
}
