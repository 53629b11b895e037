import type { Answer, Answers } from '../../answers/answer.js';
import { addressOf } from '../../answers/place.js';
import { listedInstances } from '../../answers/standing.js';
import { gather } from '../../definition/gather.js';
import type { AnswerBlock } from './answer-block.js';
import type { FlatSlot, Layout } from './layout.js';
import { packersOf, type PackedSlots } from './packers.js';

/**
 * Packs the answers of one assessment into a block, behind those it holds.
 *
 * @throws RangeError when the block is full
 */
export function packAnswers(block: AnswerBlock, answers: Answers): void {
  const row = block.length;
  if (row >= block.capacity) throw new RangeError('The block is full.');
  block.length += 1;
  const { outside, sets } = lanesOf(block.layout);
  for (const { questions, pack } of outside) pack(questions, answers, block, row);
  for (const { slot, instances } of sets) {
    const listed = instancesOf(slot, answers[slot.compiled.question.id]);
    block.figures[slot.figure * block.capacity + row] = listed.length;
    for (const [at, inside] of instances.entries()) packInstance(inside, listed[at], answers, block, row);
  }
}

const NO_ANSWERS: Answers = {};

/** @param instance undefined when the set does not list as many */
function packInstance(
  inside: readonly PackedSlots[],
  instance: string | undefined,
  answers: Answers,
  block: AnswerBlock,
  row: number,
): void {
  for (const { questions, pack } of inside)
    if (instance === undefined) pack(questions, NO_ANSWERS, block, row);
    else
      pack(
        questions.map((question) => addressOf(question, instance)),
        answers,
        block,
        row,
      );
}

/** A repeated set, and by instance the slots of its questions. */
interface SetLanes {
  readonly slot: FlatSlot;
  readonly instances: readonly (readonly PackedSlots[])[];
}

/**
 * Slots of one kind are packed one behind the other: most of the time goes into waiting for memory, so that what is
 * needed of a slot lies close together, and one short loop does for all of them.
 */
interface Lanes {
  readonly outside: readonly PackedSlots[];
  readonly sets: readonly SetLanes[];
}

const known = new WeakMap<Layout, Lanes>();

function lanesOf(layout: Layout): Lanes {
  const before = known.get(layout);
  if (before) return before;
  const stored = layout.slots.filter(({ compiled: { question } }) => question.kind !== 'computed');
  const made = {
    outside: packersOf(stored.filter(({ set }) => set === undefined)),
    sets: stored
      .filter(({ compiled: { question } }) => question.kind === 'set')
      .map((slot) => ({ slot, instances: instancesWithin(stored.filter(({ set }) => set === slot)) })),
  };
  known.set(layout, made);
  return made;
}

function instancesWithin(slots: readonly FlatSlot[]): SetLanes['instances'] {
  return [...gather(slots, ({ instance }) => String(instance)).values()].map(packersOf);
}

function instancesOf({ compiled: { question } }: FlatSlot, found: Answer | undefined): readonly string[] {
  return question.kind === 'set' && typeof found === 'object' ? listedInstances(question, found) : [];
}
