import { ANSWERED, OPEN } from './codes.js';
import { BITS, type FlatSlot } from './layout.js';
import { Numbering } from './numbering.js';
import type { CodeOf } from './packer.js';

/** Of single choices among any number of options. */
export function singleCoder(slots: readonly FlatSlot[]): CodeOf {
  const options = new Numbering(slots.map((slot) => slot.options));
  return (at, value) => {
    const number = typeof value === 'string' ? options.find(at, value, 0) : -1;
    return number < 0 ? OPEN : ANSWERED + number;
  };
}

/** Of multiple choices among any number of options: a bit for each. */
export function choiceCoder(slots: readonly FlatSlot[]): CodeOf {
  const options = new Numbering(slots.map((slot) => slot.options));
  const columns = Int32Array.from(slots, ({ column }) => column + 1);
  const words = Int32Array.from(slots, (slot) => slot.columns - 1);
  const { fewest, most } = limitsOf(slots);
  const alone = slots.map((slot) => new Set(exclusiveNumbers(slot)));
  return (at, value, { codes, capacity }, row) => {
    if (!Array.isArray(value)) return OPEN;
    const first = columns[at] ?? 0;
    for (let word = 1; word < (words[at] ?? 0); word += 1) codes[(first + word) * capacity + row] = 0;
    const exclusive = alone[at];
    let isAlone = false;
    let number = -1;
    // The bits of the column at hand; they are put there when another one's turn comes.
    let column = first;
    let bits = 0;
    for (let index = 0; index < value.length; index += 1) {
      number = options.find(at, value[index] ?? '', number + 1);
      if (number < 0) return OPEN;
      if (first + (number >> 4) !== column) {
        codes[column * capacity + row] = bits;
        column = first + (number >> 4);
        bits = codes[column * capacity + row] ?? 0;
      }
      const bit = 1 << (number % BITS);
      if ((bits & bit) !== 0) return OPEN;
      bits |= bit;
      isAlone ||= exclusive?.has(number) === true;
    }
    codes[column * capacity + row] = bits;
    if (isAlone) return value.length === 1 ? ANSWERED : OPEN;
    return value.length >= (fewest[at] ?? 1) && value.length <= (most[at] ?? 0) ? ANSWERED : OPEN;
  };
}

/** How many options may be chosen in each slot. */
export function limitsOf(slots: readonly FlatSlot[]) {
  const questions = slots.map(({ compiled: { question } }) =>
    question.kind === 'multiple' ? question : undefined,
  );
  return {
    fewest: Float64Array.from(questions, (each) => Math.max(1, each?.minimum ?? 1)),
    most: Float64Array.from(questions, (each) => each?.maximum ?? Infinity),
  };
}

/** The numbers of the options that stand alone. */
export function exclusiveNumbers({ compiled: { question } }: FlatSlot): readonly number[] {
  return question.kind === 'multiple'
    ? question.options.flatMap(({ exclusive }, number) => (exclusive === true ? [number] : []))
    : [];
}

/** Of matrices: by row its column. All rows are given when each that is given is known and there are as many. */
export function matrixCoder(slots: readonly FlatSlot[]): CodeOf {
  const rows = new Numbering(slots.map((slot) => slot.rows));
  const options = new Numbering(slots.map((slot) => slot.options));
  const columns = Int32Array.from(slots, ({ column }) => column + 1);
  return (at, value, { codes, capacity }, row) => {
    if (typeof value !== 'object' || Array.isArray(value)) return OPEN;
    const first = columns[at] ?? 0;
    const given = Object.keys(value);
    if (given.length !== rows.size(at)) return OPEN;
    let place = -1;
    for (const id of given) {
      place = rows.find(at, id, place + 1);
      const option = options.find(at, value[id] ?? '', 0);
      if (place < 0 || option < 0) return OPEN;
      codes[(first + place) * capacity + row] = option;
    }
    return ANSWERED;
  };
}
