import type { ConditionSpeech } from '@kilim/indicators';
import type { Speech } from '../language/speech';
import { answerWords, figure } from './answer-words';
import type { WordBook } from './word-book';

/** What conditions and formulas are put into words with: questions by their codes, values by their texts. */
export function conditionSpeech(book: WordBook, say: Speech): ConditionSpeech {
  const codeOf = (id: string): string => book.question(id)?.question.code ?? id;
  return {
    say: (key, facts) => say.t(`condition.${key}`, facts),
    calculation: (key, facts) => say.t(`formula.${key}`, facts),
    equals: (id, value) =>
      say.t('condition.equals', {
        question: codeOf(id),
        value: answerWords(book.question(id)?.question, { kind: 'value', value }, book, say),
      }),
    codeOf,
    titleOf: (id) => book.title(id),
    number: (value) => figure(value, say),
  };
}
