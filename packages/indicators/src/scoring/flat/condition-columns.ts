import { leafIsTrue } from '../../answers/evaluate-condition.js';
import type { Condition } from '../../definition/condition.js';
import type { Leaf } from '../../definition/looked-at.js';
import { ANSWERED } from './codes.js';
import { askedIn, BlockSight, type Asked } from './block-sight.js';
import { BITS, seenFrom, type FlatSlot, type Layout } from './layout.js';

/** Writes 1 or 0 for each assessment of a block: whether a condition is true there. */
export type ConditionColumn = (asked: Asked, out: Uint8Array) => void;

/** A condition of a slot made ready for whole columns. */
export function conditionColumn(condition: Condition, layout: Layout, from: FlatSlot): ConditionColumn {
  switch (condition.op) {
    case 'all':
      return joined(
        condition.of.map((part) => conditionColumn(part, layout, from)),
        1,
      );
    case 'any':
      return joined(
        condition.of.map((part) => conditionColumn(part, layout, from)),
        0,
      );
    case 'not': {
      const part = conditionColumn(condition.of, layout, from);
      return (asked, out) => {
        part(asked, out);
        for (let row = 0; row < asked.block.length; row += 1) out[row] = 1 - (out[row] ?? 0);
      };
    }
    default:
      return leafColumn(condition, layout, from);
  }
}

/** All parts (neutral 1) or any of them (neutral 0). */
function joined([initial, ...parts]: readonly ConditionColumn[], neutral: 0 | 1): ConditionColumn {
  let spare = new Uint8Array(0);
  return (asked, out) => {
    const { length } = asked.block;
    if (spare.length < length) spare = new Uint8Array(asked.block.capacity);
    const own = spare;
    if (initial === undefined) out.fill(neutral, 0, length);
    else initial(asked, out);
    for (const part of parts) {
      part(asked, own);
      for (let row = 0; row < length; row += 1) {
        const before = out[row] ?? 0;
        const next = own[row] ?? 0;
        out[row] = neutral === 1 ? before & next : before | next;
      }
    }
  };
}

function leafColumn(leaf: Leaf, layout: Layout, from: FlatSlot): ConditionColumn {
  if (leaf.op === 'compare')
    return (asked, out) => {
      for (let row = 0; row < asked.block.length; row += 1)
        out[row] = leafIsTrue(leaf, new BlockSight(asked, row, from)) ? 1 : 0;
    };
  const slot = seenFrom(layout, from, leaf.question);
  // From outside, what is answered within a repeated set is not seen.
  if (slot === undefined)
    return (asked, out) => {
      out.fill(0, 0, asked.block.length);
    };
  switch (leaf.op) {
    case 'answered':
      return byCode(slot, codeTable(slot).fill(1, ANSWERED));
    case 'equals':
      return byCode(slot, codeTable(slot, [codeOfWords(leaf.value, slot)]));
    case 'oneOf':
      return oneOfColumn(numbersOf(leaf.options, slot), leaf.row, slot);
    case 'rankedWithin':
      return byRow(slot, rankedTest(numbersOf(leaf.options, slot), leaf.places, slot));
    case 'atLeast':
      return byFigure(slot, leaf.value, Infinity);
    case 'atMost':
      return byFigure(slot, -Infinity, leaf.value);
  }
}

/** Whether a figure was given from `least` to `most`. */
function byFigure(slot: FlatSlot, least: number, most: number): ConditionColumn {
  return (asked, out) => {
    const { codes, figures, capacity, length } = asked.block;
    const isAsked = askedIn(asked, slot);
    const first = slot.column * capacity;
    const figure = slot.figure * capacity;
    for (let row = 0; row < length; row += 1) {
      const value = figures[figure + row] ?? 0;
      const isGiven = Number((codes[first + row] ?? 0) >= ANSWERED) & (isAsked[row] ?? 0);
      out[row] = isGiven & Number(value >= least) & Number(value <= most);
    }
  };
}

/** By first code, whether a condition that looks at nothing else is true: 1 of those that are wanted, else 0. */
function codeTable({ options, named }: FlatSlot, wanted: readonly number[] = []): Uint8Array {
  const table = new Uint8Array(ANSWERED + 2 + Math.max(options.size, named.size));
  for (const code of wanted) table[code] = 1;
  return table;
}

function byCode(slot: FlatSlot, table: Uint8Array): ConditionColumn {
  return (asked, out) => {
    const { codes, capacity, length } = asked.block;
    const isAsked = askedIn(asked, slot);
    const first = slot.column * capacity;
    for (let row = 0; row < length; row += 1)
      out[row] = (isAsked[row] ?? 0) & (table[codes[first + row] ?? 0] ?? 0);
  };
}

/** Whether a condition is true of what one assessment has answered in a slot. */
type RowTest = (block: Asked['block'], row: number) => boolean;

function byRow(slot: FlatSlot, test: RowTest): ConditionColumn {
  return (asked, out) => {
    const { block } = asked;
    const isAsked = askedIn(asked, slot);
    const first = slot.column * block.capacity;
    for (let row = 0; row < block.length; row += 1) {
      const isAnswered = isAsked[row] === 1 && (block.codes[first + row] ?? 0) >= ANSWERED;
      out[row] = isAnswered && test(block, row) ? 1 : 0;
    }
  };
}

/** Whether one of some options is among the first places. */
function rankedTest(options: readonly number[], within: number, { column, columns }: FlatSlot): RowTest {
  const wanted = new Set(options);
  const places = Math.min(within, columns - 1);
  return ({ codes, capacity }, row) => {
    for (let place = 1; place <= places; place += 1)
      if (wanted.has(codes[(column + place) * capacity + row] ?? -1)) return true;
    return false;
  };
}

function oneOfColumn(options: readonly number[], inRow: string | undefined, slot: FlatSlot): ConditionColumn {
  switch (slot.compiled.question.kind) {
    case 'single': {
      const wanted = options.map((each) => ANSWERED + each);
      return byCode(slot, codeTable(slot, wanted));
    }
    case 'matrix': {
      const wanted = new Set(options);
      const column = slot.column + 1 + (slot.rows.get(inRow ?? '') ?? 0);
      return byRow(slot, ({ codes, capacity }, row) => wanted.has(codes[column * capacity + row] ?? -1));
    }
    case 'ranking':
      return byRow(slot, rankedTest(options, Infinity, slot));
    default:
      return byRow(slot, chosenTest(options, slot));
  }
}

/** Whether one of some options is among those that were chosen. */
function chosenTest(options: readonly number[], { column, columns }: FlatSlot): RowTest {
  const masks = Array.from({ length: columns - 1 }, (_, word) =>
    options.reduce(
      (mask, each) => (Math.floor(each / BITS) === word ? mask | (1 << (each % BITS)) : mask),
      0,
    ),
  );
  return ({ codes, capacity }, row) =>
    masks.some((mask, word) => ((codes[(column + 1 + word) * capacity + row] ?? 0) & mask) !== 0);
}

function numbersOf(options: readonly string[], slot: FlatSlot): readonly number[] {
  return options.flatMap((id) => slot.options.get(id) ?? []);
}

function codeOfWords(value: boolean | string, { named }: FlatSlot): number {
  if (typeof value === 'boolean') return ANSWERED + Number(value);
  return ANSWERED + 1 + (named.get(value) ?? Infinity);
}
