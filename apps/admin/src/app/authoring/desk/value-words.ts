import {
  Condition,
  conditionWords,
  Formula,
  formulaWords,
  TEXT_FIELDS,
  type PartAddress,
} from '@kilim/indicators';
import { conditionSpeech } from '../../versions/condition-speech';
import type { Speech } from '../../language/speech';
import type { WordBook } from '../../versions/word-book';
import type { DraftBook } from './draft-book';

/** Fields that have a name of their own on the screen; others go by what they are called in the document. */
const NAMED = [
  ...TEXT_FIELDS,
  'code',
  ...(['points', 'weight', 'indicator', 'askedIf', 'bands', 'curve', 'cap', 'minimum', 'maximum'] as const),
  ...(['required', 'mayNotApply', 'rules', 'formula', 'holds', 'marks', 'severity', 'exclusive'] as const),
  ...(['decimals', 'kind', 'place', 'version', 'weightTotal', 'quality'] as const),
] as const;
type Named = (typeof NAMED)[number];

/** What of a part: a field, a text, a text in a language; in the reader's words. */
export function fieldWords(what: string, say: Speech): string {
  const [first = '', second = '', third = ''] = what.split('/');
  if (first === 'text') return nameOf(second, say);
  if (first === 'translation') return `${nameOf(third, say)} (${say.languageName(second)})`;
  return nameOf(first, say);
}

/** A part by its code and the codes of what it is in; the questionnaire itself, which has none, in words. */
export function partWords(part: PartAddress, book: DraftBook, say: Speech): string {
  if (part === 'questionnaire') return say.t('tree.whole');
  return part
    .split('/')
    .map((id) => book.code(id))
    .join(' · ');
}

/** Where in a draft something stands: the part, and what of it. */
export function placeWords(part: PartAddress, what: string, book: DraftBook, say: Speech): string {
  return `${partWords(part, book, say)}, ${fieldWords(what, say)}`;
}

/** A value as one reads it: a condition as a sentence, a formula as on paper, all else as it stands. */
export function valueWords(value: unknown, book: WordBook, say: Speech): string {
  if (value === undefined || value === null) return say.t('value.none');
  if (typeof value === 'string') return book.question(value) ? book.title(value) : value;
  if (typeof value === 'number') return say.number(value, undefined);
  if (typeof value === 'boolean') return say.t(value ? 'answer.yes' : 'answer.no');
  const condition = Condition.safeParse(value);
  if (condition.success) return conditionWords(condition.data, conditionSpeech(book, say));
  const formula = Formula.safeParse(value);
  if (formula.success) return formulaWords(formula.data, conditionSpeech(book, say));
  if (typeof value === 'object' && 'text' in value && typeof value.text === 'string') return value.text;
  return JSON.stringify(value, null, 1);
}

function nameOf(field: string, say: Speech): string {
  if (field === '') return say.t('field.whole');
  return isNamed(field) ? say.t(`field.name.${field}`) : field;
}

function isNamed(field: string): field is Named {
  return (NAMED as readonly string[]).includes(field);
}
