import { describe, expect, test } from '@jest/globals';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import type { Condition } from '../../definition/condition.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Question } from '../../definition/question.js';
import { options } from './as-scored.arbitrary.js';
import { decodeBlock, encodeBlock } from './answer-block.js';
import { layOut } from './layout.js';
import { packAnswers } from './pack-answers.js';
import { FlatScoring } from './score-block.js';

const laidOut = (...questions: readonly Question[]) =>
  layOut(compileQuestionnaire(given.questionnaire(questions)));

describe('a question takes', () => {
  test.each<[string, readonly Question[], readonly [codes: number, figures: number]]>([
    ['one code as yes or no', [given.yesNo()], [1, 0]],
    ['one code as a choice', [given.single({ options: options(40) })], [1, 0]],
    ['two codes as several choices of sixteen', [given.multiple({ options: options(16) })], [2, 0]],
    ['three codes as several choices of seventeen', [given.multiple({ options: options(17) })], [3, 0]],
    ['one more code than rows as a table', [given.matrix()], [3, 0]],
    ['one more code than places as an order', [given.ranking({ ranked: 2 })], [3, 0]],
    ['a code and a figure as a number', [given.number()], [1, 1]],
    ['a code and a figure as a share', [given.share()], [1, 1]],
    ['a code and a figure as evidence', [given.file()], [1, 1]],
    ['one code as a text', [given.text()], [1, 0]],
    ['one code as a date', [given.date()], [1, 0]],
    ['the same for each instance that a set may list', [given.set()], [1 + 3 * 2, 1 + 3]],
    ['none where it is calculated', [given.number(), given.share(), given.computed()], [2, 2]],
  ])('%s', (_, questions, [codes, figures]) => {
    const { columns, figures: stored, allColumns, allFigures } = laidOut(...questions);
    expect([columns, stored]).toEqual([codes, figures]);
    const isCalculated = questions.some(({ kind }) => kind === 'computed');
    expect([allColumns - columns, allFigures - stored]).toEqual(isCalculated ? [1, 1] : [0, 0]);
  });
});

describe('packed answers', () => {
  const bytesOf = (...questions: readonly Question[]): Uint8Array => {
    const block = new FlatScoring(compileQuestionnaire(given.questionnaire(questions))).block(1);
    packAnswers(block, {});
    return encodeBlock(block);
  };
  const asked = (askedIf: Condition): Question => given.date({ askedIf });
  const called = (...words: readonly string[]): Question =>
    asked({ op: 'any', of: words.map((each) => ({ op: 'equals', question: 'q-text', value: each })) });
  const least = (value: number): Question => asked({ op: 'atLeast', question: 'q-number', value });
  const answered = (yes: boolean): Question => asked({ op: 'equals', question: 'q-yes-no', value: yes });
  const ofNumber = given.computed({ formula: { op: 'answer', question: 'q-number' } });

  test.each<[string, readonly Question[], readonly Question[]]>([
    ['question', [given.yesNo()], [given.yesNo({ id: 'q-other' })]],
    ['kind', [given.text()], [given.date({ id: 'q-text' })]],
    ['option', [given.single({ options: options(3) })], [given.single()]],
    ['row', [given.matrix()], [given.matrix({ rows: options(2) })]],
    ['word that a condition asks for', [given.text(), called('so')], [given.text(), called('else')]],
    ['order of such words', [given.text(), called('a', 'b')], [given.text(), called('b', 'a')]],
  ])('are not taken for those of another %s', (_, questions, others) => {
    expect(() => decodeBlock(laidOut(...others), bytesOf(...questions))).toThrow(/another version/);
  });

  test.each<[string, readonly Question[], readonly Question[]]>([
    ['worth', [given.yesNo()], [given.yesNo({ weight: 2, points: { yes: 3, no: 1 } })]],
    ['in its limits', [given.number()], [given.number({ maximum: 5, decimals: 2 })]],
    ['asked from another number on', [given.number(), least(3)], [given.number(), least(4)]],
    ['asked after no instead of yes', [given.yesNo(), answered(true)], [given.yesNo(), answered(false)]],
    ['named twice', [given.text(), called('so')], [given.text(), called('so', 'so')]],
    ['calculated from', [given.number(), given.share()], [given.number(), ofNumber, given.share()]],
  ])('are still those of a question that is otherwise %s', (_, questions, others) => {
    expect(decodeBlock(laidOut(...others), bytesOf(...questions)).length).toBe(1);
  });
});
