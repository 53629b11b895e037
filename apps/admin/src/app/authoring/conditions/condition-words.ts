import type { Condition, Relation } from '@kilim/indicators';
import type { Speech } from '../../language/speech';
import { answerWords } from '../../versions/answer-words';
import type { WordBook } from '../../versions/word-book';
import { formulaWords } from '../../versions/formula-words';

const RELATIONS: Readonly<Record<Relation, string>> = {
  equal: '=',
  notEqual: '≠',
  below: '<',
  atMost: '≤',
  above: '>',
  atLeast: '≥',
};

/** A condition as a sentence about other questions: “EDU.1 is at least 10 and not (…)”. */
export function conditionWords(condition: Condition, book: WordBook, say: Speech): string {
  switch (condition.op) {
    case 'answered':
      return say.t('condition.answered', { question: code(condition.question, book) });
    case 'equals':
      return say.t('condition.equals', {
        question: code(condition.question, book),
        value: answerWords(
          book.question(condition.question)?.question,
          { kind: 'value', value: condition.value },
          book,
          say,
        ),
      });
    case 'oneOf': {
      const options = condition.options.map((id) => `“${book.title(id)}”`);
      const row = condition.row === undefined ? '' : ` (${book.title(condition.row)})`;
      return say.t('condition.oneOf', {
        question: `${code(condition.question, book)}${row}`,
        options: options.join(say.t('condition.or')),
      });
    }
    case 'rankedWithin':
      return say.t('condition.rankedWithin', {
        question: code(condition.question, book),
        options: condition.options.map((id) => `“${book.title(id)}”`).join(say.t('condition.or')),
        places: say.number(condition.places),
      });
    case 'compare':
      return [
        formulaWords(condition.left, book, say),
        RELATIONS[condition.relation],
        formulaWords(condition.right, book, say),
      ].join(' ');
    case 'atLeast':
    case 'atMost':
      return say.t(`condition.${condition.op}`, {
        question: code(condition.question, book),
        value: say.number(condition.value),
      });
    case 'all':
      return join(condition.of, say.t('condition.and'), book, say);
    case 'any':
      return join(condition.of, say.t('condition.or'), book, say);
    case 'not':
      return say.t('condition.not', { condition: conditionWords(condition.of, book, say) });
  }
}

function join(conditions: readonly Condition[], word: string, book: WordBook, say: Speech): string {
  return conditions
    .map((each) => {
      const words = conditionWords(each, book, say);
      const isGroup = (each.op === 'all' || each.op === 'any') && each.of.length > 1;
      return isGroup ? `(${words})` : words;
    })
    .join(word);
}

function code(id: string, book: WordBook): string {
  return book.question(id)?.question.code ?? id;
}
