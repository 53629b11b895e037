import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { runs } from '../../test/runs.js';
import { given } from '../definition/given.arbitrary.js';
import { arbitraryFrom } from '../definition/draw.arbitrary.js';
import { arbitraryQuestionnaire } from '../definition/questionnaire.arbitrary.js';
import type { Question } from '../definition/question.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import { faultyValue, placesOf, validValue } from './answers.arbitrary.js';
import { AnswerValue } from './answer.js';
import { validateAnswer } from './validate-answer.js';

const codes = (question: Question, value: AnswerValue) =>
  validateAnswer(question, value).map(({ code }) => code);

describe('validating an answer', () => {
  test.each<[string, Question, AnswerValue, readonly string[]]>([
    ['“yes” as a word', given.yesNo(), 'yes', ['wrongType']],
    ['an option of another question', given.single(), 'opt-one', ['unknownOption']],
    ['a list where one is asked for', given.single(), ['opt-low'], ['wrongType']],
    ['nothing chosen', given.multiple(), [], ['nothingChosen']],
    ['a choice made twice', given.multiple(), ['opt-one', 'opt-one'], ['repeatedOption']],
    ['“none” beside others', given.multiple(), ['opt-one', 'opt-none'], ['exclusiveWithOthers']],
    ['an unknown choice', given.multiple(), ['opt-gone'], ['unknownOption']],
    ['a number as text', given.number(), '7', ['wrongType']],
    ['no number at all', given.number(), NaN, ['wrongType']],
    ['a row left open', given.matrix(), { 'row-one': 'col-no' }, ['rowsOpen']],
    [
      'an unknown row and column',
      given.matrix(),
      { 'row-one': 'col-no', 'row-two': 'x', 'row-3': 'col-no' },
      ['unknownRow', 'unknownOption'],
    ],
    ['blanks', given.text(), ' \n\t', ['blank']],
    ['a text too long', given.text({ maxLength: 3 }), 'four', ['tooLong']],
  ])('marks %s', (_, question, value, expected) => {
    expect(codes(question, value)).toEqual(expected);
  });

  test('tells the bound that was crossed', () => {
    expect(validateAnswer(given.number(), -1)).toEqual([{ code: 'belowMinimum', limit: 0 }]);
    expect(validateAnswer(given.number(), 1001)).toEqual([{ code: 'aboveMaximum', limit: 1000 }]);
    expect(validateAnswer(given.text({ maxLength: 3 }), 'four')).toEqual([{ code: 'tooLong', limit: 3 }]);
  });

  test.each([
    [312, 31.2],
    [1000, 100],
    [101, 10.1],
    [3120, undefined],
    [31.24, undefined],
  ])('of a share of %d suggests %p', (value, suggestion) => {
    const [fault] = validateAnswer(given.share({ decimals: 1 }), value);
    expect(fault?.suggestion).toBe(suggestion);
  });

  test('suggests nothing that would not be valid', () => {
    expect(validateAnswer(given.share({ decimals: 0 }), 312)).toEqual([{ code: 'aboveMaximum', limit: 100 }]);
    expect(validateAnswer(given.share({ decimals: 2 }), 3125)).toEqual([
      { code: 'aboveMaximum', limit: 100, suggestion: 31.25 },
    ]);
  });

  test.each([
    [0.3, 1, []],
    [0.1 + 0.2, 1, ['tooManyDecimals']],
    [31.2, 1, []],
    [1.005, 3, []],
    [1e-7, 6, ['tooManyDecimals']],
    [100, 0, []],
  ])('reads the decimals of %d as written (at most %d)', (value, decimals, expected) => {
    expect(codes(given.share({ decimals }), value)).toEqual(expected);
  });

  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2024-04-31', false],
    ['2024-12-31', true],
    ['2024-13-01', false],
    ['2024-00-10', false],
    ['0000-01-01', false],
    ['2024-1-1', false],
    ['2024-01-01T00:00', false],
  ])('knows whether %s is a date: %p', (date, exists) => {
    expect(codes(given.date(), date)).toEqual(exists ? [] : ['noSuchDate']);
  });

  test('passes every value that is drawn as valid, and none that is not', () => {
    const drawn = arbitraryQuestionnaire().chain((questionnaire) =>
      arbitraryFrom((draw) =>
        answered(questionnaire).map((question) => ({
          question,
          valid: validValue(draw, question, { emptySets: true }),
          faulty: faultyValue(draw, question),
        })),
      ),
    );
    fc.assert(
      fc.property(drawn, (each) => {
        for (const { question, valid, faulty } of each) {
          expect(validateAnswer(question, valid)).toEqual([]);
          expect(validateAnswer(question, faulty)).not.toEqual([]);
          expect(AnswerValue.safeParse(valid).success).toBe(true);
        }
      }),
      runs(200),
    );
  });
});

function answered(questionnaire: Questionnaire): readonly Question[] {
  return placesOf(questionnaire).flatMap(({ question }) => (question.kind === 'computed' ? [] : question));
}
