import type { QuestionScoring } from '../../definition/compiled.js';
import { pointsFor } from '../derive-points.js';
import type { AnswerBlock } from './answer-block.js';
import { ANSWERED } from './codes.js';
import type { FlatSlot } from './layout.js';

/**
 * Writes for each assessment of a block what its answer in a slot is worth: points × weight, in millionths. What stands
 * where nothing is answered has no meaning.
 */
export type PointsColumn = (block: AnswerBlock, out: Float64Array) => void;

/** The points of a slot made ready for whole columns. */
export function pointsColumn(slot: FlatSlot, { points, weight }: QuestionScoring): PointsColumn {
  switch (points.kind) {
    case 'yesNo':
      return byCode(slot, Float64Array.of(0, 0, points.no * weight, points.yes * weight));
    case 'single':
      return byCode(
        slot,
        Float64Array.of(...new Array(ANSWERED).fill(0), ...worthOf(points.byOption, slot, weight)),
      );
    case 'multiple':
      return ofChoices(slot, worthOf(points.byOption, slot, weight), points.cap * weight);
    case 'banded':
      return ofBands(
        slot,
        Float64Array.from(points.bands, ({ from }) => from),
        Float64Array.from(points.bands, (band) => band.points * weight),
      );
    case 'curve':
      return ({ figures, capacity, length }, out) => {
        const first = slot.figure * capacity;
        for (let row = 0; row < length; row += 1)
          out[row] = pointsFor(points, figures[first + row] ?? 0) * weight;
      };
    case 'matrix': {
      const worth = worthOf(points.byColumn, slot, weight);
      return ofFurther(slot, (_, code) => worth[code] ?? 0);
    }
    case 'ranking': {
      const counts = new Set([...points.counting].map((id) => slot.options.get(id)));
      return ofFurther(slot, (place, code) => (counts.has(code) ? (points.places[place] ?? 0) * weight : 0));
    }
    case 'file':
      return byCode(slot, Float64Array.of(0, 0, points.given * weight));
    case 'none':
      return ({ length }, out) => {
        out.fill(0, 0, length);
      };
  }
}

function byCode({ column }: FlatSlot, worth: Float64Array): PointsColumn {
  return ({ codes, capacity, length }, out) => {
    const first = column * capacity;
    for (let row = 0; row < length; row += 1) out[row] = worth[codes[first + row] ?? 0] ?? 0;
  };
}

function ofBands({ figure }: FlatSlot, froms: Float64Array, worth: Float64Array): PointsColumn {
  return ({ figures, capacity, length }, out) => {
    const first = figure * capacity;
    for (let row = 0; row < length; row += 1) {
      const value = figures[first + row] ?? 0;
      let band = froms.length - 1;
      while (band > 0 && value < (froms[band] ?? 0)) band -= 1;
      out[row] = worth[band] ?? 0;
    }
  };
}

function ofChoices({ column, columns }: FlatSlot, worth: Float64Array, cap: number): PointsColumn {
  const tables = tablesOf(worth, columns - 1);
  return ({ codes, capacity, length }, out) => {
    out.fill(0, 0, length);
    for (const [half, table] of tables.entries()) {
      const first = (column + 1 + (half >> 1)) * capacity;
      const shift = (half % 2) * 8;
      for (let row = 0; row < length; row += 1)
        out[row] = (out[row] ?? 0) + (table[((codes[first + row] ?? 0) >> shift) & 255] ?? 0);
    }
    for (let row = 0; row < length; row += 1) if ((out[row] ?? 0) > cap) out[row] = cap;
  };
}

/** Of a matrix by row, of a ranking by place: what the further codes come to together. */
function ofFurther({ column, columns }: FlatSlot, worth: (at: number, code: number) => number): PointsColumn {
  return ({ codes, capacity, length }, out) => {
    out.fill(0, 0, length);
    for (let at = 0; at < columns - 1; at += 1) {
      const first = (column + 1 + at) * capacity;
      for (let row = 0; row < length; row += 1)
        out[row] = (out[row] ?? 0) + worth(at, codes[first + row] ?? 0);
    }
  };
}

function worthOf(byOption: ReadonlyMap<string, number>, { options }: FlatSlot, weight: number): Float64Array {
  return Float64Array.from(options.keys(), (id) => (byOption.get(id) ?? 0) * weight);
}

/** For each half of each code what its eight options come to together. */
function tablesOf(worth: Float64Array, codes: number): readonly Float64Array[] {
  const halves = Math.min(codes * 2, Math.ceil(worth.length / 8));
  return Array.from({ length: halves }, (_, half) =>
    Float64Array.from({ length: 256 }, (__, bits) => {
      let sum = 0;
      for (let bit = 0; bit < 8; bit += 1) if ((bits >> bit) % 2 === 1) sum += worth[half * 8 + bit] ?? 0;
      return sum;
    }),
  );
}
