import { isCalendarDate } from '../definition/calendar-date.js';
import type { AnswerLeaf } from '../definition/looked-at.js';
import type { Question } from '../definition/question.js';

/** Why a leaf is never true, whatever is answered; undefined when it can be. The leaf fits its question. */
export function whyLeafIsImpossible(leaf: AnswerLeaf, question: Question): string | undefined {
  const { minimum, maximum } = boundsOf(question);
  if (leaf.op === 'equals') return whyNeverEqual(String(leaf.value), question);
  if (leaf.op === 'atLeast' && leaf.value > maximum) return `the answer is at most ${String(maximum)}`;
  if (leaf.op === 'atMost' && leaf.value < minimum) return `the answer is at least ${String(minimum)}`;
  return undefined;
}

function whyNeverEqual(words: string, question: Question): string | undefined {
  if (question.kind === 'date' && !isCalendarDate(words)) return `“${words}” is no date of the calendar`;
  if (question.kind !== 'text') return undefined;
  if (words.trim() === '') return 'an answer is never blank';
  if (words.length > question.maxLength)
    return `an answer has at most ${String(question.maxLength)} characters`;
  return undefined;
}

/** The bounds of a number or share; open for all else. */
export function boundsOf(question: Question): { readonly minimum: number; readonly maximum: number } {
  if (question.kind === 'number') return { minimum: question.minimum, maximum: question.maximum };
  if (question.kind === 'share') return { minimum: 0, maximum: 100 };
  return { minimum: -Infinity, maximum: Infinity };
}
