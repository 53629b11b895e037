import { ANSWERED, OPEN } from './codes.js';
import { isFaulty } from './coders.js';
import type { FlatSlot } from './layout.js';
import { absentCodes, firstColumns, type Packer } from './packer.js';

/** Of numbers and shares. */
export function figurePacker(slots: readonly FlatSlot[]): Packer {
  const [columns, absent] = [firstColumns(slots), absentCodes(slots)];
  const questions = slots.map(({ compiled: { question } }) => question);
  const minima = Float64Array.from(questions, (each) => (each.kind === 'number' ? each.minimum : 0));
  const maxima = Float64Array.from(questions, (each) => (each.kind === 'number' ? each.maximum : 100));
  const scales = Float64Array.from(questions, (each) => 10 ** ('decimals' in each ? each.decimals : 0));
  const figureColumns = Int32Array.from(slots, ({ figure }) => figure);
  const count = slots.length;
  return (answers, from, { codes, figures, capacity }, row) => {
    for (let at = 0; at < count; at += 1) {
      const found = answers[from + at];
      let code = OPEN;
      if (found !== undefined) {
        if (!('value' in found)) code = absent[at] ?? OPEN;
        else {
          const { value } = found;
          if (typeof value === 'number' && value >= (minima[at] ?? 0) && value <= (maxima[at] ?? 0)) {
            // The double next to a whole number of steps surely has no more decimal places; else they are counted.
            const scale = scales[at] ?? 1;
            const steps = Math.round(value * scale);
            const isOnStep = steps / scale === value && Number.isSafeInteger(steps);
            if (isOnStep || !isFaulty(slots[at], value)) {
              figures[(figureColumns[at] ?? 0) * capacity + row] = value;
              code = ANSWERED;
            }
          }
        }
      }
      codes[(columns[at] ?? 0) * capacity + row] = code;
    }
  };
}
