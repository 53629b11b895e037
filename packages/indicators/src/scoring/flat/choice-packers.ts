import { exclusiveNumbers, limitsOf } from './choice-coders.js';
import { ANSWERED, OPEN } from './codes.js';
import type { FlatSlot } from './layout.js';
import { absentCodes, firstColumns, type Packer } from './packer.js';

// What these three have alike stands in each: called through a function, it takes a third longer.

/** Of yes/no questions. */
export function yesNoPacker(slots: readonly FlatSlot[]): Packer {
  const [columns, absent] = [firstColumns(slots), absentCodes(slots)];
  const count = slots.length;
  return (answers, from, { codes, capacity }, row) => {
    for (let at = 0; at < count; at += 1) {
      const found = answers[from + at];
      let code = OPEN;
      if (found !== undefined) {
        if (!('value' in found)) code = absent[at] ?? OPEN;
        else if (found.value === true) code = ANSWERED + 1;
        else if (found.value === false) code = ANSWERED;
      }
      codes[(columns[at] ?? 0) * capacity + row] = code;
    }
  };
}

/** Of single choices among few options. */
export function singlePacker(slots: readonly FlatSlot[]): Packer {
  const [columns, absent] = [firstColumns(slots), absentCodes(slots)];
  const { options, ends } = optionsOf(slots);
  const count = slots.length;
  return (answers, from, { codes, capacity }, row) => {
    let start = 0;
    for (let at = 0; at < count; at += 1) {
      const found = answers[from + at];
      const end = ends[at] ?? 0;
      let code = OPEN;
      if (found !== undefined) {
        if (!('value' in found)) code = absent[at] ?? OPEN;
        else {
          const { value } = found;
          for (let option = start; option < end; option += 1)
            if (options[option] === value) {
              code = ANSWERED + option - start;
              break;
            }
        }
      }
      codes[(columns[at] ?? 0) * capacity + row] = code;
      start = end;
    }
  };
}

/** Of multiple choices among options that have room in one code. */
export function multiplePacker(slots: readonly FlatSlot[]): Packer {
  const [columns, absent] = [firstColumns(slots), absentCodes(slots)];
  const { options, ends } = optionsOf(slots);
  const { fewest, most } = limitsOf(slots);
  // The bits of those that stand alone.
  const alone = Int32Array.from(slots, (slot) =>
    exclusiveNumbers(slot).reduce((bits, number) => bits | (1 << number), 0),
  );
  const count = slots.length;
  return (answers, from, { codes, capacity }, row) => {
    let start = 0;
    for (let at = 0; at < count; at += 1) {
      const found = answers[from + at];
      const place = (columns[at] ?? 0) * capacity + row;
      const end = ends[at] ?? 0;
      let code = OPEN;
      if (found !== undefined) {
        if (!('value' in found)) code = absent[at] ?? OPEN;
        else if (Array.isArray(found.value)) {
          const { value } = found;
          const chosen = value.length;
          let bits = 0;
          let option = start;
          for (let index = 0; index < chosen; index += 1) {
            const id = value[index];
            // They mostly are in order: then nothing is searched for.
            if (option === end || options[option] !== id) option = placeIn(options, start, end, id);
            const bit = 1 << (option - start);
            if (option < 0 || (bits & bit) !== 0) {
              bits = 0;
              break;
            }
            bits |= bit;
            option += 1;
          }
          codes[place + capacity] = bits;
          const isEnough = chosen >= (fewest[at] ?? 1) && chosen <= (most[at] ?? 0);
          if (bits !== 0 && ((bits & (alone[at] ?? 0)) === 0 ? isEnough : chosen === 1)) code = ANSWERED;
        }
      }
      codes[place] = code;
      start = end;
    }
  };
}

/** The options of all slots, one slot's behind the other's, and where each slot's end. */
function optionsOf(slots: readonly FlatSlot[]) {
  const ends = new Int32Array(slots.length);
  let end = 0;
  for (const [at, { options }] of slots.entries()) ends[at] = end += options.size;
  return { options: slots.flatMap((slot) => [...slot.options.keys()]), ends };
}

/** Where an id stands between two places; −1 when it does not. */
function placeIn(options: readonly string[], start: number, end: number, id: unknown): number {
  for (let place = start; place < end; place += 1) if (options[place] === id) return place;
  return -1;
}
