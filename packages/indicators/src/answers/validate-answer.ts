import { isCalendarDate } from '../definition/calendar-date.js';
import { decimalPlaces } from '../definition/decimal-places.js';
import type { Id } from '../definition/identity.js';
import { rankedCount } from '../definition/points.js';
import type { Question, QuestionOf } from '../definition/question.js';
import { FILES_MAXIMUM } from '../definition/question-limits.js';
import type { Answer, AnswerValue } from './answer.js';
import type { Fault } from './fault.js';

/**
 * What is wrong with an answer to a question; nothing when it counts. A value as {@link validateAnswer} says; that it
 * does not apply may be declared only where the question allows it.
 */
export function answerFaults(question: Question, answer: Answer): readonly Fault[] {
  if (question.kind === 'computed') return CALCULATED;
  if (answer.kind === 'value') return validateAnswer(question, answer.value);
  return question.mayNotApply === true ? [] : [{ code: 'mustApply' }];
}

/**
 * What is wrong with a value as an answer to a question; nothing when it counts. The same for browser and server.
 *
 * | kind | valid when |
 * |---|---|
 * | yesNo | true or false |
 * | single | one of its options |
 * | multiple | `minimum` to `maximum` of its options, each once; an exclusive one alone |
 * | number, share | within its bounds (0 to 100 for a share), with at most `decimals` places as written |
 * | matrix | every row has one of the columns |
 * | ranking | `ranked` of its options, each once |
 * | file | `minimum` to `maximum` pieces of evidence, each once (whether they exist, the caller knows) |
 * | set | `minimum` to `maximum` instances, each once |
 * | computed | never: it is calculated |
 * | date | a date of the calendar |
 * | text | not blank, at most `maxLength` UTF-16 units |
 */
export function validateAnswer(question: Question, value: AnswerValue): readonly Fault[] {
  switch (question.kind) {
    case 'yesNo':
      return typeof value === 'boolean' ? [] : WRONG_TYPE;
    case 'single':
      if (typeof value !== 'string') return WRONG_TYPE;
      return question.options.some((option) => option.id === value) ? [] : [{ code: 'unknownOption' }];
    case 'multiple':
      return Array.isArray(value) ? validateChoices(question, value) : WRONG_TYPE;
    case 'number':
      return validateNumber(value, question.minimum, question.maximum, question.decimals);
    case 'share':
      return validateShare(value, question.decimals);
    case 'matrix':
      return typeof value === 'object' && !Array.isArray(value) ? validateRows(question, value) : WRONG_TYPE;
    case 'ranking':
      return Array.isArray(value) ? validateRanking(question, value) : WRONG_TYPE;
    case 'file':
      return Array.isArray(value)
        ? validateEntries(value, question.minimum ?? 1, question.maximum ?? FILES_MAXIMUM)
        : WRONG_TYPE;
    case 'set':
      return Array.isArray(value) ? validateEntries(value, question.minimum, question.maximum) : WRONG_TYPE;
    case 'computed':
      return CALCULATED;
    case 'date':
      if (typeof value !== 'string') return WRONG_TYPE;
      return isCalendarDate(value) ? [] : [{ code: 'noSuchDate' }];
    case 'text':
      return typeof value === 'string' ? validateText(value, question.maxLength) : WRONG_TYPE;
  }
}

const WRONG_TYPE: readonly Fault[] = [{ code: 'wrongType' }];
const CALCULATED: readonly Fault[] = [{ code: 'calculated' }];

function validateChoices(question: QuestionOf<'multiple'>, chosen: readonly Id[]): readonly Fault[] {
  if (chosen.length === 0) return [{ code: 'nothingChosen' }];
  const options = new Map(question.options.map((option) => [option.id, option]));
  const faults: Fault[] = [];
  if (chosen.some((id) => !options.has(id))) faults.push({ code: 'unknownOption' });
  if (new Set(chosen).size < chosen.length) faults.push({ code: 'repeatedOption' });
  const isAlone = chosen.some((id) => options.get(id)?.exclusive === true);
  if (new Set(chosen).size > 1 && isAlone) faults.push({ code: 'exclusiveWithOthers' });
  if (!isAlone) faults.push(...validateCount(chosen, question.minimum ?? 1, question.maximum ?? Infinity));
  return faults;
}

function validateRanking(question: QuestionOf<'ranking'>, ranked: readonly Id[]): readonly Fault[] {
  const options = new Set(question.options.map((option) => option.id));
  const faults: Fault[] = [];
  if (ranked.some((id) => !options.has(id))) faults.push({ code: 'unknownOption' });
  if (new Set(ranked).size < ranked.length) faults.push({ code: 'repeatedOption' });
  const wanted = rankedCount(question);
  if (ranked.length < wanted) faults.push({ code: 'notAllRanked', limit: wanted });
  if (ranked.length > wanted) faults.push({ code: 'tooMany', limit: wanted });
  return faults;
}

function validateEntries(entries: readonly Id[], minimum: number, maximum: number): readonly Fault[] {
  const repeated: readonly Fault[] =
    new Set(entries).size < entries.length ? [{ code: 'repeatedEntry' }] : [];
  return [...repeated, ...validateCount(entries, minimum, maximum)];
}

function validateCount(entries: readonly Id[], minimum: number, maximum: number): readonly Fault[] {
  if (entries.length < minimum) return [{ code: 'tooFew', limit: minimum }];
  return entries.length > maximum ? [{ code: 'tooMany', limit: maximum }] : [];
}

function validateNumber(
  value: AnswerValue,
  minimum: number,
  maximum: number,
  decimals: number,
): readonly Fault[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return WRONG_TYPE;
  const faults: Fault[] = [];
  if (value < minimum) faults.push({ code: 'belowMinimum', limit: minimum });
  if (value > maximum) faults.push({ code: 'aboveMaximum', limit: maximum });
  if (decimalPlaces(value) > decimals) faults.push({ code: 'tooManyDecimals', limit: decimals });
  return faults;
}

function validateShare(value: AnswerValue, decimals: number): readonly Fault[] {
  return validateNumber(value, 0, 100, decimals).map((fault) => {
    if (fault.code !== 'aboveMaximum' || typeof value !== 'number') return fault;
    const suggestion = withPointMoved(value, decimals);
    return suggestion === undefined ? fault : { ...fault, suggestion };
  });
}

/** The share that results when a lost decimal point is put back (312 → 31.2); undefined when none would be valid. */
function withPointMoved(value: number, decimals: number): number | undefined {
  for (let places = 1; places <= decimals; places += 1) {
    // By way of its text, so that 31.2 comes out and not 31.200000000000003.
    const moved = Number(`${String(value)}e-${String(places)}`);
    if (moved <= 100) return decimalPlaces(moved) <= decimals ? moved : undefined;
  }
  return undefined;
}

function validateRows(question: QuestionOf<'matrix'>, chosen: Readonly<Record<Id, Id>>): readonly Fault[] {
  const rows = new Set(question.rows.map((row) => row.id));
  const columns = new Set(question.columns.map((column) => column.id));
  const faults: Fault[] = [];
  if (Object.keys(chosen).some((row) => !rows.has(row))) faults.push({ code: 'unknownRow' });
  if (Object.values(chosen).some((column) => !columns.has(column))) faults.push({ code: 'unknownOption' });
  if (question.rows.some((row) => !Object.hasOwn(chosen, row.id))) faults.push({ code: 'rowsOpen' });
  return faults;
}

function validateText(value: string, maxLength: number): readonly Fault[] {
  if (value.trim() === '') return [{ code: 'blank' }];
  return value.length > maxLength ? [{ code: 'tooLong', limit: maxLength }] : [];
}
