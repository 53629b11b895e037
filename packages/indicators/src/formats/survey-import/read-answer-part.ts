import { NUMBER_MAXIMUM } from '../../definition/formula.js';
import type { Id } from '../../definition/identity.js';
import type { PlainQuestion, QuestionOf } from '../../definition/question.js';
import { FILES_MAXIMUM } from '../../definition/question-limits.js';
import type { KnownValue } from '../survey-language/names.js';
import { numberIn, type Fields } from './fields.js';
import { addSpecialChoices, readChoices, type ReadChoices } from './read-choices.js';
import { readValidators } from './read-validators.js';
import type { Reading } from './reading.js';

/** What all questions have. */
export interface QuestionHead {
  readonly id: Id;
  readonly code: string;
  readonly required: boolean;
}

/** A question, and its choices and rows as the document knows them. */
export interface ReadPart {
  readonly question: PlainQuestion;
  readonly choices?: readonly KnownValue[];
  readonly rows?: readonly KnownValue[];
}

type Reader = (fields: Fields, head: QuestionHead, reading: Reading) => ReadPart;

const OPTIONS_MAXIMUM = 300;
const RANKED_MAXIMUM = 50;
const ROWS_MAXIMUM = 30;
const COLUMNS_MAXIMUM = 10;
const TEXT_MAXIMUM = 20_000;
const USUAL_LENGTH = 5_000;

/** How each type of SurveyJS that is one question here is read; the others are read elsewhere or lost. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['radiogroup', readOneOf],
  ['dropdown', readOneOf],
  ['buttongroup', readOneOf],
  ['checkbox', readSeveralOf],
  ['tagbox', readSeveralOf],
  [
    'imagepicker',
    (fields, head, reading) =>
      (fields.takeFlag('multiSelect') === true ? readSeveralOf : readOneOf)(fields, head, reading),
  ],
  ['rating', readRating],
  ['boolean', readBoolean],
  ['ranking', readRanking],
  ['matrix', readMatrix],
  ['text', readText],
  ['comment', readWords],
  ['slider', readSlider],
  ['file', readFile],
]);

/** Whether elements of a type are one question here. */
export function isPlainType(type: string): boolean {
  return READERS.has(type);
}

/** Reads what can be answered; undefined for a type that is no plain question here. */
export function readAnswerPart(
  type: string,
  fields: Fields,
  head: QuestionHead,
  reading: Reading,
): ReadPart | undefined {
  return READERS.get(type)?.(fields, head, reading);
}

/** The choices of a question, and the list as it stands in the document. */
export function takeChoices(fields: Fields, isSeveral: boolean, most: number, reading: Reading): ReadChoices {
  const read = readChoices(fields.takeList('choices'), most, reading);
  addSpecialChoices(fields, read, isSeveral, reading);
  return read;
}

function readOneOf(fields: Fields, head: QuestionHead, reading: Reading): ReadPart {
  const values = fields.peekList('choices').map(valueOf);
  if (values.length === 2 && values.includes(true) && values.includes(false)) {
    fields.take('choices');
    return { question: { kind: 'yesNo', ...head }, choices: YES_NO };
  }
  const { options, known } = takeChoices(fields, false, OPTIONS_MAXIMUM, reading);
  return { question: { kind: 'single', ...head, options }, choices: known };
}

const YES_NO: readonly KnownValue[] = [
  { value: true, id: 'yes' },
  { value: false, id: 'no' },
];

/** What a choice stands for: it itself, or its `value`. */
function valueOf(choice: unknown): unknown {
  if (typeof choice !== 'object' || choice === null || !Object.hasOwn(choice, 'value')) return choice;
  return (choice as { readonly value: unknown }).value;
}

function readSeveralOf(fields: Fields, head: QuestionHead, reading: Reading): ReadPart {
  const { options, known } = takeChoices(fields, true, OPTIONS_MAXIMUM, reading);
  const minimum = fields.takeCount('minSelectedChoices', 0, OPTIONS_MAXIMUM);
  const maximum = fields.takeCount('maxSelectedChoices', 0, OPTIONS_MAXIMUM);
  const counts = readValidators(fields, reading);
  return {
    question: {
      kind: 'multiple',
      ...head,
      options,
      ...definedAbove0({ minimum: minimum ?? counts.minCount, maximum: maximum ?? counts.maxCount }),
    },
    choices: known,
  };
}

/** 0 means no limit to SurveyJS. */
function definedAbove0(limits: { minimum: number | undefined; maximum: number | undefined }) {
  const { minimum, maximum } = limits;
  return {
    ...(minimum !== undefined && minimum > 0 && { minimum }),
    ...(maximum !== undefined && maximum > 0 && { maximum }),
  };
}

function readRating(fields: Fields, head: QuestionHead, reading: Reading): ReadPart {
  const given = fields.takeList('rateValues');
  const least = fields.takeNumber('rateMin') ?? 1;
  const step = fields.takeNumber('rateStep') ?? 1;
  const count = fields.takeCount('rateCount', 1, OPTIONS_MAXIMUM);
  const most = fields.takeNumber('rateMax') ?? (count === undefined ? 5 : least + (count - 1) * step);
  const places = step > 0 ? Math.max(0, Math.floor((most - least) / step)) + 1 : 1;
  if (given.length === 0 && places > OPTIONS_MAXIMUM)
    fields.lose('rating', 'A question has at most 300 choices.', 'Make it a number.');
  const made = Array.from({ length: Math.min(places, OPTIONS_MAXIMUM) }, (_, at) => ({
    value: Number((least + at * step).toPrecision(12)),
    path: fields.path,
  }));
  const { options, known } = readChoices(given.length > 0 ? given : made, OPTIONS_MAXIMUM, reading);
  return { question: { kind: 'single', ...head, options }, choices: known };
}

function readBoolean(fields: Fields, head: QuestionHead): ReadPart {
  const values = { yes: fields.take('valueTrue') ?? true, no: fields.take('valueFalse') ?? false };
  return {
    question: { kind: 'yesNo', ...head },
    choices: [
      { value: values.yes, id: 'yes' },
      { value: values.no, id: 'no' },
    ],
  };
}

function readRanking(fields: Fields, head: QuestionHead, reading: Reading): ReadPart {
  const { options, known } = takeChoices(fields, false, RANKED_MAXIMUM, reading);
  const isSome = fields.takeFlag('selectToRankEnabled') === true;
  const most = fields.takeCount('maxSelectedChoices', 0, RANKED_MAXIMUM) ?? 0;
  const least = fields.takeCount('minSelectedChoices', 0, RANKED_MAXIMUM) ?? 0;
  const ranked = most > 0 ? most : least;
  if (isSome && most !== least)
    fields.lose(
      'ranking',
      'A ranking asks for a fixed number of places here.',
      'Say how many are put in order.',
    );
  const isPart = isSome && ranked > 0 && ranked < options.length;
  return { question: { kind: 'ranking', ...head, options, ...(isPart && { ranked }) }, choices: known };
}

function readMatrix(fields: Fields, head: QuestionHead, reading: Reading): ReadPart {
  const columns = readChoices(fields.takeList('columns'), COLUMNS_MAXIMUM, reading);
  const rows = readChoices(fields.takeList('rows'), ROWS_MAXIMUM, reading);
  const isAll = [fields.takeFlag('isAllRowRequired'), fields.takeFlag('eachRowRequired')].includes(true);
  if (fields.takeText('cellType') === 'checkbox')
    fields.lose(
      'cellType',
      'A row takes one choice here.',
      'Ask a question of several choices for each row.',
    );
  return {
    question: {
      kind: 'matrix',
      ...head,
      required: head.required || isAll,
      columns: columns.options,
      rows: rows.options,
    },
    choices: columns.known,
    rows: rows.known,
  };
}

/** One line: a number, a date or words, as its input type says. */
export function readText(fields: Fields, head: QuestionHead, reading: Reading): ReadPart {
  const type = fields.takeText('inputType') ?? 'text';
  if (type === 'number' || type === 'range') return readNumber(fields, head, reading);
  if (type === 'date') return { question: { kind: 'date', ...head } };
  if (type !== 'text')
    fields.lose(
      `inputType ${type}`,
      'It is asked for as words; their form is not looked at.',
      undefined,
      'inputType',
    );
  return readWords(fields, head, reading);
}

function readWords(fields: Fields, head: QuestionHead, reading: Reading): ReadPart {
  const validators = readValidators(fields, reading);
  const length = fields.takeCount('maxLength', 1, TEXT_MAXIMUM) ?? validators.maxLength;
  // −1 is SurveyJS's word for no limit of its own.
  if (length === undefined && fields.takeNumber('maxLength') !== -1 && fields.has('maxLength'))
    fields.lose('maxLength', 'A text has at most 20,000 characters.');
  return { question: { kind: 'text', ...head, maxLength: length ?? USUAL_LENGTH } };
}

function readNumber(fields: Fields, head: QuestionHead, reading: Reading): ReadPart {
  const validators = readValidators(fields, reading);
  const minimum = takeBound(fields, 'min') ?? validators.minValue ?? -NUMBER_MAXIMUM;
  const maximum = takeBound(fields, 'max') ?? validators.maxValue ?? NUMBER_MAXIMUM;
  return { question: figure(fields, head, minimum, maximum) };
}

function readSlider(fields: Fields, head: QuestionHead, reading: Reading): ReadPart {
  if (fields.take('sliderType') === 'range')
    fields.lose(
      'sliderType',
      'A question has one number here.',
      'Ask for the two ends as two numbers.',
      'sliderType',
    );
  readValidators(fields, reading);
  return { question: figure(fields, head, takeBound(fields, 'min') ?? 0, takeBound(fields, 'max') ?? 100) };
}

function figure(fields: Fields, head: QuestionHead, minimum: number, maximum: number): QuestionOf<'number'> {
  const step = fields.takeNumber('step');
  fields.lose('unit', 'SurveyJS knows no units: “number” stands for it.', 'Say in what it is counted.');
  return {
    kind: 'number',
    ...head,
    unit: 'number',
    minimum,
    maximum,
    decimals: step === undefined ? DECIMALS_MAXIMUM : decimalsOf(step),
  };
}

const DECIMALS_MAXIMUM = 6;

function decimalsOf(step: number): number {
  for (let places = 0; places < DECIMALS_MAXIMUM; places += 1)
    if (Number(step.toFixed(places)) === step) return places;
  return DECIMALS_MAXIMUM;
}

function takeBound(fields: Fields, key: 'min' | 'max'): number | undefined {
  const number = numberIn(fields.peek(key));
  return number !== undefined && Math.abs(number) <= NUMBER_MAXIMUM ? fields.takeNumber(key) : undefined;
}

function readFile(fields: Fields, head: QuestionHead): ReadPart {
  const isSeveral = fields.takeFlag('allowMultiple') === true;
  const most = fields.takeCount('maxFiles', 1, FILES_MAXIMUM);
  const maximum = isSeveral ? most : 1;
  return { question: { kind: 'file', ...head, ...(maximum !== undefined && { maximum }) } };
}
