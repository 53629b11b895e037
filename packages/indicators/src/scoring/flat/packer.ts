import type { AnswerValue } from '../../answers/answer.js';
import type { AnswerBlock } from './answer-block.js';
import { NOT_APPLICABLE, OPEN } from './codes.js';
import type { FoundAnswers } from './find-answers.js';
import type { FlatSlot } from './layout.js';

/**
 * Packs the answers of one assessment in some slots of one kind. Which values are faulty, `answerFaults` says; here they
 * are told apart without a list of what is wrong.
 *
 * @param from in which place of the answers that of the first slot is; the others follow in the order of the slots
 */
export type Packer = (answers: FoundAnswers, from: number, block: AnswerBlock, row: number) => void;

/**
 * The first code of a value given in one of some slots (`at`), `OPEN` when it is faulty; puts further codes and the
 * figure where they belong.
 */
export type CodeOf = (at: number, value: AnswerValue, block: AnswerBlock, row: number) => number;

/** Has every value coded by a function. The kinds that most questions are of have loops of their own, which are quicker. */
export function packerBy(slots: readonly FlatSlot[], codeOf: CodeOf): Packer {
  const [columns, absent] = [firstColumns(slots), absentCodes(slots)];
  const count = slots.length;
  return (answers, from, block, row) => {
    const { codes, capacity } = block;
    for (let at = 0; at < count; at += 1) {
      const found = answers[from + at];
      let code = OPEN;
      if (found !== undefined)
        code = 'value' in found ? codeOf(at, found.value, block, row) : (absent[at] ?? OPEN);
      codes[(columns[at] ?? 0) * capacity + row] = code;
    }
  };
}

/** The first column of each slot. */
export function firstColumns(slots: readonly FlatSlot[]): Int32Array {
  return Int32Array.from(slots, ({ column }) => column);
}

/** The code of each slot for an answer that it does not apply. */
export function absentCodes(slots: readonly FlatSlot[]): Uint8Array {
  return Uint8Array.from(slots, ({ compiled: { question } }) =>
    question.kind !== 'computed' && question.mayNotApply === true ? NOT_APPLICABLE : OPEN,
  );
}
