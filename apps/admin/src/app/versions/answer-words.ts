import type { Answer, AnswerValue, Question } from '@kilim/indicators';
import { optionsOf } from '@kilim/indicators';
import type { Speech } from '../language/speech';
import type { WordBook } from './word-book';

/**
 * An answer in the version's own words. A value that does not fit its question is shown as it stands, in quotes:
 * nothing that somebody entered is hidden.
 *
 * @param answer null or undefined: none
 */
export function answerWords(
  question: Question | undefined,
  answer: Answer | null | undefined,
  book: WordBook,
  say: Speech,
): string {
  if (answer === null || answer === undefined) return say.t('answer.none');
  if (answer.kind === 'notApplicable') return say.t('answer.notApplicable');
  return question === undefined ? asItStands(answer.value) : valueWords(question, answer.value, book, say);
}

/**
 * An answer as the parts one reads one by one: each choice, each line of a matrix. Every other answer is one part.
 */
export function answerParts(
  question: Question | undefined,
  answer: Answer | null | undefined,
  book: WordBook,
  say: Speech,
): readonly string[] {
  const words = answerWords(question, answer, book, say);
  if (answer?.kind !== 'value' || question === undefined) return [words];
  const { value } = answer;
  if (question.kind === 'multiple' && Array.isArray(value))
    return value.map((id) => optionWords(question, id, book));
  if (question.kind === 'ranking' && Array.isArray(value))
    return value.map((id, at) => `${String(at + 1)}. ${optionWords(question, id, book)}`);
  if (question.kind === 'matrix' && isRecord(value))
    return question.rows.flatMap(({ id }) =>
      Object.hasOwn(value, id) ? [`${book.title(id)}: ${optionWords(question, value[id] ?? '', book)}`] : [],
    );
  return [words];
}

function valueWords(question: Question, value: AnswerValue, book: WordBook, say: Speech): string {
  switch (question.kind) {
    case 'yesNo':
      return typeof value === 'boolean' ? say.t(value ? 'answer.yes' : 'answer.no') : asItStands(value);
    case 'single':
      return typeof value === 'string' ? optionWords(question, value, book) : asItStands(value);
    case 'multiple':
      return Array.isArray(value)
        ? value.map((id) => optionWords(question, id, book)).join('; ')
        : asItStands(value);
    case 'ranking':
      return Array.isArray(value)
        ? value.map((id, at) => `${String(at + 1)}. ${optionWords(question, id, book)}`).join('; ')
        : asItStands(value);
    case 'file':
      return Array.isArray(value) ? say.n('answer.pieces', value.length) : asItStands(value);
    case 'set':
      return Array.isArray(value) ? say.n('answer.instances', value.length) : asItStands(value);
    case 'computed':
    case 'number':
      return typeof value === 'number' ? withUnit(question.id, value, book, say) : asItStands(value);
    case 'share':
      return typeof value === 'number' ? `${figure(value, say)}\u202f%` : asItStands(value);
    case 'matrix':
      return isRecord(value)
        ? question.rows
            .filter(({ id }) => Object.hasOwn(value, id))
            .map(({ id }) => `${book.title(id)}: ${optionWords(question, value[id] ?? '', book)}`)
            .join('; ')
        : asItStands(value);
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? say.localDate(value)
        : asItStands(value);
    case 'text':
      return typeof value === 'string' ? value : asItStands(value);
  }
}

function optionWords(question: Question, id: string, book: WordBook): string {
  return optionsOf(question).some((option) => option.id === id) ? book.title(id) : asItStands(id);
}

function withUnit(id: string, value: number, book: WordBook, say: Speech): string {
  const unit = book.find(id, 'unit')?.text;
  return unit === undefined ? figure(value, say) : `${figure(value, say)} ${unit}`;
}

/** A number with all the places it was entered with. */
export function figure(value: number, say: Speech): string {
  return say.number(value, placesOf(value));
}

function placesOf(value: number): number {
  const [, places = ''] = String(value).split('.');
  return Math.min(places.length, 6);
}

function asItStands(value: AnswerValue): string {
  return `“${typeof value === 'string' ? value : JSON.stringify(value)}”`;
}

function isRecord(value: AnswerValue): value is Record<string, string> {
  return typeof value === 'object' && !Array.isArray(value);
}
