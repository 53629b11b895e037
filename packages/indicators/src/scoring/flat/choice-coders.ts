import { ANSWERED, OPEN } from './codes.js';
import { BITS, type FlatSlot } from './layout.js';
import type { CodeOf } from './packer.js';

/** Of single choices among any number of options. */
export function singleCoder(slots: readonly FlatSlot[]): CodeOf {
  return (at, value) => {
    const number = typeof value === 'string' ? slots[at]?.options.get(value) : undefined;
    return number === undefined ? OPEN : ANSWERED + number;
  };
}

/** Of multiple choices among any number of options: a bit for each. */
export function choiceCoder(slots: readonly FlatSlot[]): CodeOf {
  const { fewest, most } = limitsOf(slots);
  const alone = slots.map((slot) => new Set(exclusiveNumbers(slot)));
  return (at, value, { codes, capacity }, row) => {
    const slot = slots[at];
    if (slot === undefined || !Array.isArray(value)) return OPEN;
    const { options, column: own, columns } = slot;
    const first = own + 1;
    for (let further = 2; further < columns; further += 1) codes[(own + further) * capacity + row] = 0;
    const exclusive = alone[at];
    let isAlone = false;
    // The bits of the column at hand; they are put there when another one's turn comes.
    let column = first;
    let bits = 0;
    for (let index = 0; index < value.length; index += 1) {
      const number = options.get(value[index] ?? '');
      if (number === undefined) return OPEN;
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
  return (at, value, { codes, capacity }, row) => {
    const slot = slots[at];
    if (slot === undefined || typeof value !== 'object' || Array.isArray(value)) return OPEN;
    const { rows, options, column: first } = slot;
    const given = Object.keys(value);
    if (given.length !== rows.size) return OPEN;
    for (const id of given) {
      const place = rows.get(id);
      const option = options.get(value[id] ?? '');
      if (place === undefined || option === undefined) return OPEN;
      codes[(first + 1 + place) * capacity + row] = option;
    }
    return ANSWERED;
  };
}
