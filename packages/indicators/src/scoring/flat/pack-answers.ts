import type { Answer, Answers } from '../../answers/answer.js';
import { addressOf } from '../../answers/place.js';
import { listedInstances } from '../../answers/standing.js';
import { gather } from '../../definition/gather.js';
import type { AnswerBlock } from './answer-block.js';
import { finderOf, type AnswerFinder } from './find-answers.js';
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
  const { outside, find, sets } = lanesOf(block.layout);
  const found = find(answers);
  let from = 0;
  for (const { questions, pack } of outside) {
    pack(found, from, block, row);
    from += questions.length;
  }
  for (const { slot, instances } of sets) {
    const listed = instancesOf(slot, answers[slot.compiled.question.id]);
    block.figures[slot.figure * block.capacity + row] = listed.length;
    for (const [at, inside] of instances.entries()) packInstance(inside, listed[at], answers, block, row);
  }
}

/** @param instance undefined when the set does not list as many */
function packInstance(
  inside: readonly PackedSlots[],
  instance: string | undefined,
  answers: Answers,
  block: AnswerBlock,
  row: number,
): void {
  for (const { questions, pack } of inside) {
    const given = questions.map((question) =>
      instance === undefined ? undefined : answers[addressOf(question, instance)],
    );
    pack(given, 0, block, row);
  }
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
  /** Finds the answers outside sets, in the order in which they are packed. */
  readonly find: AnswerFinder;
  readonly sets: readonly SetLanes[];
}

const known = new WeakMap<Layout, Lanes>();

function lanesOf(layout: Layout): Lanes {
  const before = known.get(layout);
  if (before) return before;
  const stored = layout.slots.filter(({ compiled: { question } }) => question.kind !== 'computed');
  const alone = stored.filter(({ set }) => set === undefined);
  const outside = packersOf(alone);
  const made = {
    outside,
    find: findFor(alone, outside),
    sets: stored
      .filter(({ compiled: { question } }) => question.kind === 'set')
      .map((slot) => ({ slot, instances: instancesWithin(stored.filter(({ set }) => set === slot)) })),
  };
  known.set(layout, made);
  return made;
}

function findFor(slots: readonly FlatSlot[], packed: readonly PackedSlots[]): AnswerFinder {
  const places = new Map(
    packed.flatMap(({ questions }) => questions).map((question, place) => [question, place]),
  );
  const questions = slots.map(({ compiled: { question } }) => question.id);
  return finderOf({ questions, places: Int32Array.from(questions, (question) => places.get(question) ?? 0) });
}

function instancesWithin(slots: readonly FlatSlot[]): SetLanes['instances'] {
  return [...gather(slots, ({ instance }) => String(instance)).values()].map(packersOf);
}

function instancesOf({ compiled: { question } }: FlatSlot, found: Answer | undefined): readonly string[] {
  return question.kind === 'set' && typeof found === 'object' ? listedInstances(question, found) : [];
}
