import { addressOf } from '../../answers/place.js';
import type { Answer, Answers, AnswerValue } from '../../answers/answer.js';
import { validateAnswer } from '../../answers/validate-answer.js';
import type { AnswerBlock } from './answer-block.js';
import { ANSWERED, NOT_APPLICABLE } from './codes.js';
import { BITS, instanceName, type FlatSlot } from './layout.js';

/**
 * The answers of one assessment out of a block: they are asked and score as those that were packed, but words, and the
 * names of instances and files, are others. A faulty answer comes out as none.
 */
export function unpackAnswers(block: AnswerBlock, row: number): Answers {
  const answers: Record<string, Answer> = {};
  for (const slot of block.layout.slots) {
    const { question } = slot.compiled;
    if (question.kind === 'computed' || !isListed(block, slot, row)) continue;
    const code = block.codes[slot.column * block.capacity + row] ?? 0;
    const address = addressOf(question.id, instanceName(slot.instance, slot));
    const listed = question.kind === 'set' ? figureOf(block, slot, row) : 0;
    if (code === NOT_APPLICABLE) answers[address] = { kind: 'notApplicable' };
    // A faulty list is kept as far as its instances are asked about.
    else if (code >= ANSWERED || listed > 0)
      answers[address] = { kind: 'value', value: valueIn(block, slot, row, code) };
  }
  return answers;
}

function isListed(block: AnswerBlock, { set, instance }: FlatSlot, row: number): boolean {
  return set === undefined || instance < figureOf(block, set, row);
}

function figureOf({ figures, capacity }: AnswerBlock, slot: FlatSlot, row: number): number {
  return figures[slot.figure * capacity + row] ?? 0;
}

function valueIn(block: AnswerBlock, slot: FlatSlot, row: number, code: number): AnswerValue {
  const { codes, capacity } = block;
  const { question } = slot.compiled;
  const options = [...slot.options.keys()];
  const further = (at: number): number => codes[(slot.column + 1 + at) * capacity + row] ?? 0;
  switch (question.kind) {
    case 'yesNo':
      return code > ANSWERED;
    case 'single':
      return options[code - ANSWERED] ?? '';
    case 'multiple':
      return options.filter((_, at) => ((further(Math.floor(at / BITS)) >> (at % BITS)) & 1) === 1);
    case 'matrix':
      return Object.fromEntries([...slot.rows].map(([id, at]) => [id, options[further(at)] ?? '']));
    case 'ranking':
      return Array.from({ length: slot.columns - 1 }, (_, place) => options[further(place)] ?? '');
    case 'file':
      return Array.from({ length: figureOf(block, slot, row) }, (_, at) => `file-${String(at)}`);
    case 'set':
      return listOfInstances(slot, figureOf(block, slot, row), code);
    case 'date':
    case 'text': {
      const named = [...slot.named.keys()][code - ANSWERED - 1];
      if (named !== undefined) return named;
      const others = question.kind === 'date' ? DATES : LETTERS;
      const isOther = (each: string): boolean =>
        !slot.named.has(each) && validateAnswer(question, each).length === 0;
      return others.find(isOther) ?? '';
    }
    case 'number':
    case 'share':
    case 'computed':
      return figureOf(block, slot, row);
  }
}

/** As many instances as were listed; one twice where the list was faulty, so that it is again. */
function listOfInstances(slot: FlatSlot, count: number, code: number): string[] {
  const names = Array.from({ length: count }, (_, at) => `instance-${String(at).padStart(2, '0')}`);
  const { question } = slot.compiled;
  const isFaultyAnyway = question.kind === 'set' && count < question.minimum;
  return code >= ANSWERED || isFaultyAnyway ? names : [...names, ...names.slice(0, 1)];
}

const DATES = Array.from({ length: 1000 }, (_, at) => `${String(2000 + at)}-01-01`);
const LETTERS = Array.from({ length: 1000 }, (_, at) => at.toString(36));
