import type { Answer, AnswerValue, Id, Question, TextBook } from '@kilim/indicators';
import { useMoments } from '../language/moments.js';
import { useTranslation } from 'react-i18next';
import { useWork } from './work.js';

/** Puts an answer into words, for where it is told rather than asked: history, comparison, read-only pages. */
export function useAnswerWords(): (question: Question, answer: Answer | null | undefined) => string {
  const { t } = useTranslation();
  const { texts } = useWork();
  const moments = useMoments();
  const words = {
    yes: t('answer.yes'),
    no: t('answer.no'),
    pieces: (count: number) => t('answer.pieces', { count }),
    instances: (count: number) => t('answer.instances', { count }),
    number: moments.number,
    date: moments.issued,
  };
  return (question, answer) => {
    if (!answer) return t('answer.none');
    if (answer.kind === 'notApplicable') return t('answer.notApplicable');
    return valueWords(question, answer.value, texts, words);
  };
}

/** Where one choice or row ends: there are commas in them. */
const PART_END = '; ';

interface Words {
  readonly yes: string;
  readonly no: string;
  pieces(count: number): string;
  instances(count: number): string;
  number(value: number): string;
  date(written: string): string;
}

/** A value in words. One that does not fit its question is told as it was typed. */
export function valueWords(question: Question, value: AnswerValue, texts: TextBook, words: Words): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return withUnit(question, words.number(value), texts);
  if (typeof value === 'string') return wordsOfString(question, value, texts, words);
  if (Array.isArray(value)) return wordsOfList(question, value, texts, words);
  return Object.entries(value)
    .map(([row, column]) => `${texts.title(row)}: ${texts.title(column)}`)
    .join(PART_END);
}

function wordsOfList({ kind }: Question, value: readonly Id[], texts: TextBook, words: Words): string {
  if (kind === 'file') return words.pieces(value.length);
  if (kind === 'set') return words.instances(value.length);
  const titles = value.map((id) => texts.title(id));
  const told = kind === 'ranking' ? titles.map((title, at) => `${String(at + 1)}. ${title}`) : titles;
  return told.join(PART_END);
}

function wordsOfString(question: Question, value: string, texts: TextBook, words: Words): string {
  if (question.kind === 'single') return texts.title(value);
  if (question.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return words.date(value);
  return value;
}

/** A figure with what it counts; a share with a thin space before its sign. */
export function withUnit(question: Question, figure: string, texts: TextBook): string {
  if (question.kind === 'share') return `${figure}\u202f%`;
  const hasUnit = question.kind === 'number' || question.kind === 'computed';
  const unit = unitOf(hasUnit ? question.id : undefined, texts);
  return unit === undefined ? figure : `${figure} ${unit}`;
}

function unitOf(questionId: Id | undefined, texts: TextBook): string | undefined {
  return questionId === undefined ? undefined : texts.find(questionId, 'unit')?.text;
}
