import { addressOf } from '../../answers/place.js';
import type { Answer, Answers, AnswerValue } from '../../answers/answer.js';
import { listedInstances } from '../../answers/standing.js';
import { answerFaults } from '../../answers/validate-answer.js';
import type { QuestionOf } from '../../definition/question.js';
import type { AnswerBlock } from './answer-block.js';
import { ANSWERED, NOT_APPLICABLE, OPEN } from './codes.js';
import { BITS, type FlatSlot, type Layout } from './layout.js';

/**
 * Packs the answers of one assessment into a block, behind those it holds.
 *
 * @throws RangeError when the block is full
 */
export function packAnswers(block: AnswerBlock, answers: Answers): void {
  const row = block.length;
  if (row >= block.capacity) throw new RangeError('The block is full.');
  block.length += 1;
  for (const packer of packersOf(block.layout)) {
    const { id, put } = packer;
    if (packer.slot.set === undefined) put(block, row, answers[id]);
    else put(block, row, answerWithin(packer.slot, packer.slot.set, answers));
  }
}

/** Puts what was found at its address where a slot belongs. */
type Put = (block: AnswerBlock, row: number, found: Answer | undefined) => void;

/** The first code of a value; puts further codes and the figure where they belong. */
type CodeOf = (block: AnswerBlock, row: number, value: AnswerValue) => number;

interface Packer {
  readonly id: string;
  readonly slot: FlatSlot;
  readonly put: Put;
}

const known = new WeakMap<Layout, readonly Packer[]>();

function packersOf(layout: Layout): readonly Packer[] {
  const before = known.get(layout);
  if (before) return before;
  const packers = layout.slots
    .filter(({ compiled: { question } }) => question.kind !== 'computed')
    .map((slot): Packer => ({ id: slot.compiled.question.id, slot, put: putInto(slot) }));
  known.set(layout, packers);
  return packers;
}

function answerWithin(slot: FlatSlot, set: FlatSlot, answers: Answers): Answer | undefined {
  const instance = instancesOf(set, answers[set.compiled.question.id])[slot.instance];
  return instance === undefined ? undefined : answers[addressOf(slot.compiled.question.id, instance)];
}

/** An id may be `constructor`: what every object inherits is no answer. */
function instancesOf({ compiled: { question } }: FlatSlot, found: Answer | undefined): readonly string[] {
  return question.kind === 'set' && typeof found === 'object' ? listedInstances(question, found) : [];
}

function putInto(slot: FlatSlot): Put {
  const { column, figure } = slot;
  const { question } = slot.compiled;
  const codeOf = coderOf(slot);
  const absent = question.mayNotApply === true ? NOT_APPLICABLE : OPEN;
  return (block, row, found) => {
    if (question.kind === 'set')
      block.figures[figure * block.capacity + row] = instancesOf(slot, found).length;
    const at = column * block.capacity + row;
    if (typeof found !== 'object') block.codes[at] = OPEN;
    else block.codes[at] = found.kind === 'value' ? codeOf(block, row, found.value) : absent;
  };
}

function coderOf(slot: FlatSlot): CodeOf {
  const { question } = slot.compiled;
  switch (question.kind) {
    case 'yesNo':
      return (_block, _row, value) => (value === true ? ANSWERED + 1 : value === false ? ANSWERED : OPEN);
    case 'single': {
      const codes = new Map<AnswerValue, number>([...slot.options].map(([id, at]) => [id, ANSWERED + at]));
      return (_block, _row, value) => codes.get(value) ?? OPEN;
    }
    case 'number':
      return figureCoder(slot, question.minimum, question.maximum, question.decimals);
    case 'share':
      return figureCoder(slot, 0, 100, question.decimals);
    case 'multiple':
      return choiceCoder(slot, question);
    default:
      return (block, row, value) =>
        answerFaults(question, { kind: 'value', value }).length > 0
          ? OPEN
          : putOther(block, slot, row, value);
  }
}

function figureCoder(slot: FlatSlot, minimum: number, maximum: number, decimals: number): CodeOf {
  const { figure } = slot;
  const { question } = slot.compiled;
  const scale = 10 ** decimals;
  return ({ figures, capacity }, row, value) => {
    if (typeof value !== 'number' || !(value >= minimum && value <= maximum)) return OPEN;
    // The double next to a whole number of steps surely has no more decimal places; else they are counted.
    const steps = Math.round(value * scale);
    const isOnStep = Number.isSafeInteger(steps) && steps / scale === value;
    if (!isOnStep && answerFaults(question, { kind: 'value', value }).length > 0) return OPEN;
    figures[figure * capacity + row] = value;
    return ANSWERED;
  };
}

function choiceCoder(slot: FlatSlot, question: QuestionOf<'multiple'>): CodeOf {
  const options = new Map(
    question.options.map(({ id, exclusive }, at) => [
      id,
      { word: Math.floor(at / BITS), bit: 1 << (at % BITS), isAlone: exclusive === true },
    ]),
  );
  const first = slot.column + 1;
  const words = slot.columns - 1;
  const fewest = Math.max(1, question.minimum ?? 1);
  const most = question.maximum ?? Infinity;
  return ({ codes, capacity }, row, value) => {
    if (!Array.isArray(value)) return OPEN;
    for (let word = 0; word < words; word += 1) codes[(first + word) * capacity + row] = 0;
    let isAlone = false;
    for (const id of value) {
      const option = options.get(id);
      if (option === undefined) return OPEN;
      const at = (first + option.word) * capacity + row;
      const bits = codes[at] ?? 0;
      if ((bits & option.bit) !== 0) return OPEN;
      codes[at] = bits | option.bit;
      isAlone ||= option.isAlone;
    }
    if (isAlone) return value.length === 1 ? ANSWERED : OPEN;
    return value.length >= fewest && value.length <= most ? ANSWERED : OPEN;
  };
}

function putOther(
  { codes, figures, capacity }: AnswerBlock,
  slot: FlatSlot,
  row: number,
  value: AnswerValue,
): number {
  const { question } = slot.compiled;
  const further = (at: number, code: number): void => {
    codes[(slot.column + 1 + at) * capacity + row] = code;
  };
  if (question.kind === 'matrix' && typeof value === 'object' && !Array.isArray(value))
    for (const [id, column] of Object.entries(value))
      further(slot.rows.get(id) ?? 0, slot.options.get(column) ?? 0);
  if (question.kind === 'ranking' && Array.isArray(value))
    for (const [place, id] of value.entries()) further(place, slot.options.get(id) ?? 0);
  if (question.kind === 'file' && Array.isArray(value)) figures[slot.figure * capacity + row] = value.length;
  const named = typeof value === 'string' ? slot.named.get(value) : undefined;
  return named === undefined ? ANSWERED : ANSWERED + 1 + named;
}
