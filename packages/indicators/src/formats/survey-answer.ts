import type { AnswerValue } from '../answers/answer.js';
import type { Question } from '../definition/question.js';

/**
 * Our value as the section form of SurveyJS holds it: a number stands in its text field as text, with the decimal mark
 * of the reader's language.
 */
export function toSurveyValue(
  question: Question,
  value: AnswerValue,
  decimalMark: '.' | ',' = '.',
): AnswerValue {
  if (!isNumeric(question) || typeof value !== 'number') return value;
  return String(value).replace('.', decimalMark);
}

/**
 * What the section form of SurveyJS holds as our value; undefined for what it holds when nothing is answered. A number
 * that cannot be read without guessing stays the text that was typed, which `validateAnswer` marks.
 */
export function fromSurveyValue(question: Question, value: unknown): AnswerValue | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(String);
  if (typeof value === 'object') {
    const rows = Object.entries(value).map(([row, column]) => [row, String(column)] as const);
    return rows.length === 0 ? undefined : Object.fromEntries(rows);
  }
  if (typeof value === 'string') return isNumeric(question) ? readTypedNumber(value) : value;
  return typeof value === 'boolean' || typeof value === 'number' ? value : String(value);
}

/**
 * A number as people type it, with a decimal point or comma, and spaces between groups of three digits (120 000). Left
 * as text: all else, `1,234` or `1.234`, each of which is a thousand in some countries and about one in others, and more
 * digits than a number can have.
 */
export function readTypedNumber(typed: string): number | string {
  const text = typed.trim().replaceAll(/[\u00a0\u2009\u202f]/g, ' ');
  const match = /^([-−]?)(\d+|\d{1,3}(?: \d{3})+)(?:([.,])(\d+))?$/.exec(text);
  if (match === null) return typed;
  const [, sign = '', whole = '', point, decimals = ''] = match;
  if (point !== undefined && decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) return typed;
  const digits = whole.replaceAll(' ', '') + (point === undefined ? '' : `.${decimals}`);
  const value = Number(digits);
  if (!Number.isFinite(value)) return typed;
  return sign === '' ? value : -value;
}

function isNumeric(question: Question): boolean {
  return question.kind === 'number' || question.kind === 'share';
}
