import type { Answer, Answers } from '../../answers/answer.js';
import { addressOf, NO_INSTANCE } from '../../answers/place.js';
import { listedInstances } from '../../answers/standing.js';
import { gather } from '../../definition/gather.js';
import type { AnswerBlock } from './answer-block.js';
import type { CodeOf } from './code-of.js';
import { coderOf } from './coders.js';
import { NOT_APPLICABLE, OPEN } from './codes.js';
import type { FlatSlot, Layout } from './layout.js';

/**
 * Packs the answers of one assessment into a block, behind those it holds.
 *
 * @throws RangeError when the block is full
 */
export function packAnswers(block: AnswerBlock, answers: Answers): void {
  const row = block.length;
  if (row >= block.capacity) throw new RangeError('The block is full.');
  block.length += 1;
  const { lanes, sets } = lanesOf(block.layout);
  for (const lane of lanes) packLane(lane, block, row, answers, NO_INSTANCE);
  for (const { slot, instances } of sets) {
    const listed = instancesOf(slot, answers[slot.compiled.question.id]);
    block.figures[slot.figure * block.capacity + row] = listed.length;
    for (const [at, inside] of instances.entries())
      for (const lane of inside) packLane(lane, block, row, answers, listed[at]);
  }
}

/**
 * The slots of one kind, outside repeated sets or in one instance. Most of the time goes into waiting for memory, so
 * that what is needed of a slot lies close together, and one short loop does for all of them.
 */
interface Lane {
  readonly ids: readonly string[];
  /** The first column of each. */
  readonly columns: Int32Array;
  /** The code of each for an answer that it does not apply. */
  readonly absent: Uint8Array;
  readonly codeOf: CodeOf;
}

/** A repeated set, and by instance the lanes of its questions. */
interface SetLanes {
  readonly slot: FlatSlot;
  readonly instances: readonly (readonly Lane[])[];
}

interface Lanes {
  readonly lanes: readonly Lane[];
  readonly sets: readonly SetLanes[];
}

/** @param instance undefined when the set does not list as many */
function packLane(
  { ids, columns, absent, codeOf }: Lane,
  block: AnswerBlock,
  row: number,
  answers: Answers,
  instance: string | undefined,
): void {
  const { codes, capacity } = block;
  for (let at = 0; at < ids.length; at += 1) {
    const found = instance === undefined ? undefined : answers[addressOf(ids[at] ?? '', instance)];
    let code = OPEN;
    // An id may be `constructor`: what every object inherits is no answer.
    if (typeof found === 'object')
      code = found.kind === 'value' ? codeOf(at, found.value, block, row) : (absent[at] ?? OPEN);
    codes[(columns[at] ?? 0) * capacity + row] = code;
  }
}

const known = new WeakMap<Layout, Lanes>();

function lanesOf(layout: Layout): Lanes {
  const before = known.get(layout);
  if (before) return before;
  const stored = layout.slots.filter(({ compiled: { question } }) => question.kind !== 'computed');
  const made = {
    lanes: byKind(stored.filter(({ set }) => set === undefined)),
    sets: stored
      .filter(({ compiled: { question } }) => question.kind === 'set')
      .map((slot) => ({ slot, instances: instancesWithin(stored.filter(({ set }) => set === slot)) })),
  };
  known.set(layout, made);
  return made;
}

function instancesWithin(slots: readonly FlatSlot[]): SetLanes['instances'] {
  return [...gather(slots, ({ instance }) => String(instance)).values()].map(byKind);
}

function byKind(slots: readonly FlatSlot[]): readonly Lane[] {
  return [...gather(slots, ({ compiled: { question } }) => question.kind).values()].map((some) => ({
    ids: some.map(({ compiled: { question } }) => question.id),
    columns: Int32Array.from(some, ({ column }) => column),
    absent: Uint8Array.from(some, ({ compiled: { question } }) =>
      question.kind !== 'computed' && question.mayNotApply === true ? NOT_APPLICABLE : OPEN,
    ),
    codeOf: coderOf(some),
  }));
}

function instancesOf({ compiled: { question } }: FlatSlot, found: Answer | undefined): readonly string[] {
  return question.kind === 'set' && typeof found === 'object' ? listedInstances(question, found) : [];
}
