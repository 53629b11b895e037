import type { AnswerValue } from '../../answers/answer.js';
import type { AnswerBlock } from './answer-block.js';

/**
 * The first code of a value given in one of some slots (`at`), `OPEN` when it is faulty; puts further codes and the
 * figure where they belong. Which values are faulty, `answerFaults` says; here they are told apart without a list of what
 * is wrong.
 */
export type CodeOf = (at: number, value: AnswerValue, block: AnswerBlock, row: number) => number;
