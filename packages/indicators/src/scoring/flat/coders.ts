import { isCalendarDate } from '../../definition/calendar-date.js';
import type { AnswerValue } from '../../answers/answer.js';
import { answerFaults } from '../../answers/validate-answer.js';
import { choiceCoder, matrixCoder, singleCoder } from './choice-coders.js';
import type { CodeOf } from './code-of.js';
import { ANSWERED, OPEN } from './codes.js';
import type { FlatSlot } from './layout.js';

/** What gives the codes of values in slots of one kind. */
export function coderOf(slots: readonly FlatSlot[]): CodeOf {
  switch (slots[0]?.compiled.question.kind) {
    case 'yesNo':
      return (_at, value) => (value === true ? ANSWERED + 1 : value === false ? ANSWERED : OPEN);
    case 'single':
      return singleCoder(slots);
    case 'multiple':
      return choiceCoder(slots);
    case 'matrix':
      return matrixCoder(slots);
    case 'number':
    case 'share':
      return figureCoder(slots);
    case 'text':
      return wordsCoder(slots, (value, longest) => value.length <= longest && !isBlank(value));
    case 'date':
      return wordsCoder(slots, isCalendarDate);
    default:
      return listCoder(slots);
  }
}

function figureCoder(slots: readonly FlatSlot[]): CodeOf {
  const questions = slots.map(({ compiled: { question } }) => question);
  const minima = Float64Array.from(questions, (each) => (each.kind === 'number' ? each.minimum : 0));
  const maxima = Float64Array.from(questions, (each) => (each.kind === 'number' ? each.maximum : 100));
  const scales = Float64Array.from(questions, (each) => 10 ** ('decimals' in each ? each.decimals : 0));
  const columns = Int32Array.from(slots, ({ figure }) => figure);
  return (at, value, { figures, capacity }, row) => {
    if (typeof value !== 'number' || !(value >= (minima[at] ?? 0) && value <= (maxima[at] ?? 0))) return OPEN;
    // The double next to a whole number of steps surely has no more decimal places; else they are counted.
    const scale = scales[at] ?? 1;
    const steps = Math.round(value * scale);
    const isOnStep = Number.isSafeInteger(steps) && steps / scale === value;
    if (!isOnStep && isFaulty(slots[at], value)) return OPEN;
    figures[(columns[at] ?? 0) * capacity + row] = value;
    return ANSWERED;
  };
}

/** Of texts and dates: which of the words that conditions ask for it is, if any. */
function wordsCoder(
  slots: readonly FlatSlot[],
  isValid: (value: string, longest: number) => boolean,
): CodeOf {
  const longest = slots.map(({ compiled: { question } }) =>
    'maxLength' in question ? question.maxLength : 0,
  );
  const named = slots.map((slot) => (slot.named.size > 0 ? slot.named : undefined));
  return (at, value) => {
    if (typeof value !== 'string' || !isValid(value, longest[at] ?? 0)) return OPEN;
    const words = named[at]?.get(value);
    return words === undefined ? ANSWERED : ANSWERED + 1 + words;
  };
}

/** What begins with a printed letter need not be looked at to its end. */
function isBlank(value: string): boolean {
  const first = value.charCodeAt(0);
  return !(first > 0x20 && first < 0x7f) && value.trim() === '';
}

/** Of rankings, files and repeated sets, whose values are lists. */
function listCoder(slots: readonly FlatSlot[]): CodeOf {
  return (at, value, { codes, figures, capacity }, row) => {
    const slot = slots[at];
    if (slot === undefined || !Array.isArray(value) || isFaulty(slot, value)) return OPEN;
    if (slot.compiled.question.kind === 'ranking')
      for (const [place, id] of value.entries())
        codes[(slot.column + 1 + place) * capacity + row] = slot.options.get(id) ?? 0;
    else figures[slot.figure * capacity + row] = value.length;
    return ANSWERED;
  };
}

function isFaulty(slot: FlatSlot | undefined, value: AnswerValue): boolean {
  return slot !== undefined && answerFaults(slot.compiled.question, { kind: 'value', value }).length > 0;
}
