import { isCalendarDate } from '../definition/calendar-date.js';
import type { AnswerLeaf } from '../definition/looked-at.js';
import type { Question } from '../definition/question.js';

/** Why a leaf is never true, whatever is answered; undefined when it can be. The leaf fits its question. */
export function whyLeafIsImpossible(leaf: AnswerLeaf, question: Question): string | undefined {
  switch (leaf.op) {
    case 'answered':
    case 'oneOf':
    case 'rankedWithin':
      return undefined;
    case 'equals':
      if (question.kind === 'date' && !isCalendarDate(String(leaf.value)))
        return `“${String(leaf.value)}” is no date of the calendar`;
      if (question.kind === 'text' && String(leaf.value).trim() === '') return 'an answer is never blank';
      if (question.kind === 'text' && String(leaf.value).length > question.maxLength)
        return `an answer has at most ${String(question.maxLength)} characters`;
      return undefined;
    case 'atLeast': {
      const { maximum } = boundsOf(question);
      return leaf.value > maximum ? `the answer is at most ${String(maximum)}` : undefined;
    }
    case 'atMost': {
      const { minimum } = boundsOf(question);
      return leaf.value < minimum ? `the answer is at least ${String(minimum)}` : undefined;
    }
  }
}

/** The bounds of a number or share; open for all else. */
export function boundsOf(question: Question): { readonly minimum: number; readonly maximum: number } {
  switch (question.kind) {
    case 'number':
      return { minimum: question.minimum, maximum: question.maximum };
    case 'share':
      return { minimum: 0, maximum: 100 };
    case 'yesNo':
    case 'single':
    case 'multiple':
    case 'matrix':
    case 'ranking':
    case 'file':
    case 'date':
    case 'text':
    case 'computed':
    case 'set':
      return { minimum: -Infinity, maximum: Infinity };
  }
}
