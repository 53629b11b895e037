import type { QuestionScoring } from '../../definition/compiled.js';
import { pointsFor } from '../derive-points.js';
import type { AnswerBlock } from './answer-block.js';
import { ANSWERED } from './codes.js';
import { BITS, type FlatSlot } from './layout.js';

/**
 * Writes for each assessment of a block what its answer in a slot is worth, in units. What stands where nothing is
 * answered has no meaning.
 */
export type PointsColumn = (block: AnswerBlock, out: Float64Array) => void;

/**
 * What each first code from `ANSWERED` on is worth, in millionths; undefined where that does not say it.
 */
export function worthByCode(slot: FlatSlot, { points, weight }: QuestionScoring): Float64Array | undefined {
  switch (points.kind) {
    case 'yesNo':
      return Float64Array.of(points.no * weight, points.yes * weight);
    case 'single':
      return worthOf(points.byOption, slot, weight);
    case 'file':
      return Float64Array.of(points.given * weight);
    default:
      return undefined;
  }
}

/**
 * What each combination of choices is worth, by the code that it is packed in, in millionths; undefined where they are
 * too many to list.
 */
export function worthByChoices(
  slot: FlatSlot,
  { points, weight }: QuestionScoring,
): Float64Array | undefined {
  if (points.kind !== 'multiple' || slot.options.size > LISTED) return undefined;
  const most = points.cap * weight;
  return sumsOf(worthOf(points.byOption, slot, weight)).map((each) => Math.min(each, most));
}

/** The points of a slot made ready for whole columns; `unit` is so many millionths. */
export function pointsColumn(slot: FlatSlot, scoring: QuestionScoring, unit: number): PointsColumn {
  const { points, weight } = scoring;
  switch (points.kind) {
    case 'multiple': {
      const worth = worthOf(points.byOption, slot, weight).map((each) => each / unit);
      return ofChoices(slot, worth, (points.cap * weight) / unit);
    }
    case 'banded':
    case 'curve':
      return ({ figures, capacity, length }, out) => {
        const first = slot.figure * capacity;
        for (let row = 0; row < length; row += 1)
          out[row] = (pointsFor(points, figures[first + row] ?? 0) * weight) / unit;
      };
    case 'matrix': {
      const worth = worthOf(points.byColumn, slot, weight).map((each) => each / unit);
      return ofFurther(slot, (_, code) => worth[code] ?? 0);
    }
    case 'ranking': {
      const counts = new Set([...points.counting].map((id) => slot.options.get(id)));
      const worth = points.places.map((each) => (each * weight) / unit);
      return ofFurther(slot, (place, code) => (counts.has(code) ? (worth[place] ?? 0) : 0));
    }
    default:
      return byCode(slot, worthByCode(slot, scoring)?.map((each) => each / unit) ?? new Float64Array(0));
  }
}

function byCode({ column }: FlatSlot, worth: Float64Array): PointsColumn {
  return ({ codes, capacity, length }, out) => {
    const first = column * capacity;
    for (let row = 0; row < length; row += 1) out[row] = worth[(codes[first + row] ?? 0) - ANSWERED] ?? 0;
  };
}

function ofChoices({ column }: FlatSlot, worth: Float64Array, cap: number): PointsColumn {
  const tables = Array.from({ length: Math.ceil(worth.length / LISTED) }, (_, half) =>
    sumsOf(worth.subarray(half * LISTED, (half + 1) * LISTED)),
  );
  return ({ codes, capacity, length }, out) => {
    out.fill(0, 0, length);
    for (const [half, table] of tables.entries()) {
      const from = (column + 1 + (half >> 1)) * capacity;
      const shift = (half % 2) * LISTED;
      for (let row = 0; row < length; row += 1)
        out[row] = (out[row] ?? 0) + (table[((codes[from + row] ?? 0) >> shift) & 255] ?? 0);
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

/** How many options are looked up together: half of those that share a code. */
const LISTED = BITS / 2;

/** What options come to together, by the bits of those that are chosen. */
function sumsOf(worth: Float64Array): Float64Array {
  return Float64Array.from({ length: 2 ** worth.length }, (_, bits) =>
    worth.reduce((sum, each, at) => ((bits >> at) % 2 === 1 ? sum + each : sum), 0),
  );
}
