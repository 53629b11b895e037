import { describe, expect, test } from '@jest/globals';
import { given } from '../definition/given.arbitrary.js';
import type { AnswerLeaf } from '../definition/looked-at.js';
import type { Question } from '../definition/question.js';
import { whyLeafIsImpossible } from './impossible-condition.js';

describe('a look at one answer', () => {
  const date = given.date();
  const text = given.text({ maxLength: 3 });
  const number = given.number({ minimum: 2, maximum: 9 });
  const share = given.share();
  const at = (question: Question) => ({ question: question.id });

  test.each<readonly [AnswerLeaf, Question, string]>([
    [{ ...at(date), op: 'equals', value: '2023-02-29' }, date, '“2023-02-29” is no date of the calendar'],
    [{ ...at(text), op: 'equals', value: '  ' }, text, 'an answer is never blank'],
    [{ ...at(text), op: 'equals', value: 'four' }, text, 'an answer has at most 3 characters'],
    [{ ...at(number), op: 'atLeast', value: 10 }, number, 'the answer is at most 9'],
    [{ ...at(number), op: 'atMost', value: 1 }, number, 'the answer is at least 2'],
    [{ ...at(share), op: 'atLeast', value: 100.1 }, share, 'the answer is at most 100'],
    [{ ...at(share), op: 'atMost', value: -0.1 }, share, 'the answer is at least 0'],
  ])('%j is never true', (leaf, question, why) => {
    expect(whyLeafIsImpossible(leaf, question)).toBe(why);
  });

  test.each<readonly [AnswerLeaf, Question]>([
    [{ ...at(date), op: 'equals', value: '2024-02-29' }, date],
    [{ ...at(text), op: 'equals', value: 'ten' }, text],
    [{ ...at(text), op: 'answered' }, text],
    [{ ...at(given.yesNo()), op: 'equals', value: false }, given.yesNo()],
    [{ ...at(number), op: 'atLeast', value: 9 }, number],
    [{ ...at(number), op: 'atMost', value: 2 }, number],
    [{ ...at(number), op: 'atLeast', value: 1 }, number],
    [{ ...at(number), op: 'atMost', value: 10 }, number],
    [{ ...at(share), op: 'atLeast', value: 100 }, share],
    [{ ...at(share), op: 'atMost', value: 0 }, share],
    [{ ...at(given.computed()), op: 'atLeast', value: 1e9 }, given.computed()],
    [{ ...at(given.computed()), op: 'atMost', value: -1e9 }, given.computed()],
  ])('%j can be true', (leaf, question) => {
    expect(whyLeafIsImpossible(leaf, question)).toBeUndefined();
  });
});
