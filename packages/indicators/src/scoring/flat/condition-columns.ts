import { leafIsTrue } from '../../answers/evaluate-condition.js';
import type { Condition } from '../../definition/condition.js';
import type { AnswerLeaf, Leaf } from '../../definition/looked-at.js';
import { ANSWERED } from './codes.js';
import { BlockSight, type Asked } from './block-sight.js';
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
function joined(parts: readonly ConditionColumn[], neutral: 0 | 1): ConditionColumn {
  let spare = new Uint8Array(0);
  return (asked, out) => {
    const { length } = asked.block;
    if (spare.length < length) spare = new Uint8Array(asked.block.capacity);
    const own = spare;
    out.fill(neutral, 0, length);
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
  if (slot === undefined)
    return (asked, out) => {
      out.fill(0, 0, asked.block.length);
    };
  const table = codeTable(leaf, slot);
  if (table !== undefined) return byCode(slot, table);
  const test = rowTest(leaf, slot);
  return ({ block, visible }, out) => {
    const isAsked = visible[slot.index];
    const first = slot.column * block.capacity;
    for (let row = 0; row < block.length; row += 1) {
      const code = block.codes[first + row] ?? 0;
      out[row] = isAsked?.[row] === 1 && code >= ANSWERED && test(block, row, code) ? 1 : 0;
    }
  };
}

/** By first code, whether a leaf that looks at nothing else is true: 1 or 0. */
function codeTable(leaf: AnswerLeaf, slot: FlatSlot): Uint8Array | undefined {
  const table = new Uint8Array(ANSWERED + 2 + Math.max(slot.options.size, slot.named.size));
  if (leaf.op === 'answered') return table.fill(1, ANSWERED);
  if (leaf.op === 'equals') table[codeOfWords(leaf.value, slot)] = 1;
  else if (leaf.op === 'oneOf' && slot.compiled.question.kind === 'single')
    for (const each of numbersOf(leaf.options, slot)) table[ANSWERED + each] = 1;
  else return undefined;
  return table;
}

function byCode(slot: FlatSlot, table: Uint8Array): ConditionColumn {
  return ({ block: { codes, capacity, length }, visible }, out) => {
    const isAsked = visible[slot.index];
    const first = slot.column * capacity;
    if (isAsked === undefined) return;
    for (let row = 0; row < length; row += 1)
      out[row] = (isAsked[row] ?? 0) & (table[codes[first + row] ?? 0] ?? 0);
  };
}

/** Whether a leaf is true of what one assessment has answered in a slot. */
type RowTest = (block: Asked['block'], row: number, code: number) => boolean;

function rowTest(leaf: AnswerLeaf, slot: FlatSlot): RowTest {
  switch (leaf.op) {
    case 'answered':
    case 'equals':
      return (_block, _row, code) => codeTable(leaf, slot)?.[code] === 1;
    case 'oneOf':
      return oneOfTest(numbersOf(leaf.options, slot), leaf.row, slot);
    case 'rankedWithin': {
      const wanted = new Set(numbersOf(leaf.options, slot));
      const places = Math.min(leaf.places, slot.columns - 1);
      return ({ codes, capacity }, row) => {
        for (let place = 1; place <= places; place += 1)
          if (wanted.has(codes[(slot.column + place) * capacity + row] ?? -1)) return true;
        return false;
      };
    }
    case 'atLeast':
      return ({ figures, capacity }, row) => (figures[slot.figure * capacity + row] ?? NaN) >= leaf.value;
    case 'atMost':
      return ({ figures, capacity }, row) => (figures[slot.figure * capacity + row] ?? NaN) <= leaf.value;
  }
}

function oneOfTest(options: readonly number[], inRow: string | undefined, slot: FlatSlot): RowTest {
  const wanted = new Set(options);
  switch (slot.compiled.question.kind) {
    case 'single':
      return (_block, _row, code) => wanted.has(code - ANSWERED);
    case 'matrix': {
      const column = slot.column + 1 + (slot.rows.get(inRow ?? '') ?? 0);
      return ({ codes, capacity }, row) => wanted.has(codes[column * capacity + row] ?? -1);
    }
    case 'ranking':
      return ({ codes, capacity }, row) => {
        for (let place = 1; place < slot.columns; place += 1)
          if (wanted.has(codes[(slot.column + place) * capacity + row] ?? -1)) return true;
        return false;
      };
    default: {
      const masks = Array.from({ length: slot.columns - 1 }, (_, word) =>
        options.reduce(
          (mask, each) => (Math.floor(each / BITS) === word ? mask | (1 << (each % BITS)) : mask),
          0,
        ),
      );
      return ({ codes, capacity }, row) =>
        masks.some((mask, word) => ((codes[(slot.column + 1 + word) * capacity + row] ?? 0) & mask) !== 0);
    }
  }
}

function numbersOf(options: readonly string[], slot: FlatSlot): readonly number[] {
  return options.flatMap((id) => slot.options.get(id) ?? []);
}

function codeOfWords(value: boolean | string, { named }: FlatSlot): number {
  if (typeof value === 'boolean') return ANSWERED + Number(value);
  return ANSWERED + 1 + (named.get(value) ?? Infinity);
}
