import { describe, expect, test } from '@jest/globals';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import type { Condition } from '../definition/condition.js';
import { given } from '../definition/given.arbitrary.js';
import type { Validation } from '../definition/validation.js';
import type { Answer, Answers, AnswerValue } from './answer.js';
import { validateAssessment } from './validate-assessment.js';

const value = (each: AnswerValue): Answer => ({ kind: 'value', value: each });
const NOT_APPLICABLE: Answer = { kind: 'notApplicable' };
const yes: Condition = { op: 'equals', question: 'q-yes-no', value: true };
const many: Condition = { op: 'atLeast', question: 'q-number', value: 10 };

function violations(holds: Condition, claims: Answers, changes: Partial<Validation> = {}) {
  const validation: Validation = {
    id: 'val-one',
    code: 'V.1',
    holds,
    severity: 'error',
    marks: ['q-number', 'q-yes-no'],
    ...changes,
  };
  const questions = [given.yesNo(), given.number(), given.set()];
  const compiled = compileQuestionnaire(given.questionnaire(questions, { validations: [validation] }));
  return validateAssessment(compiled, claims);
}

describe('what must hold across answers', () => {
  test.each<[string, Condition, Answers, boolean]>([
    ['is violated when the answers contradict it', yes, { 'q-yes-no': value(false) }, true],
    ['is kept when they do not', yes, { 'q-yes-no': value(true) }, false],
    ['is undecided without an answer', yes, {}, false],
    ['is undecided by an answer with faults', yes, { 'q-yes-no': value(7) }, false],
    ['is undecided by what does not apply', yes, { 'q-yes-no': NOT_APPLICABLE }, false],
    ['is violated by one part of all', { op: 'all', of: [yes, many] }, { 'q-yes-no': value(false) }, true],
    [
      'is not violated by one part of any',
      { op: 'any', of: [yes, many] },
      { 'q-yes-no': value(false) },
      false,
    ],
    [
      'is violated by every part of any',
      { op: 'any', of: [yes, many] },
      { 'q-yes-no': value(false), 'q-number': value(3) },
      true,
    ],
    ['wants no answer while one may come', { op: 'answered', question: 'q-number' }, {}, false],
    [
      'wants an answer where it is said that there is none',
      { op: 'answered', question: 'q-number' },
      { 'q-number': NOT_APPLICABLE },
      true,
    ],
    ['turns not around', { op: 'not', of: yes }, { 'q-yes-no': value(true) }, true],
    ['leaves undecided what not is undecided about', { op: 'not', of: yes }, {}, false],
  ])('%s', (_, holds, claims, isViolated) => {
    expect(violations(holds, claims)).toHaveLength(isViolated ? 1 : 0);
  });

  test('tells what is violated, how gravely, and marks what is asked', () => {
    expect(violations(yes, { 'q-yes-no': value(false) }, { severity: 'warning' })).toEqual([
      { validation: 'val-one', severity: 'warning', instance: '', marks: ['q-number', 'q-yes-no'] },
    ]);
  });

  test('is told for each instance of a set, where its questions stand', () => {
    const few: Condition = { op: 'atMost', question: 'q-visits', value: 100 };
    const claims = {
      'q-set': value(['in-a', 'in-b']),
      'q-open@in-a': value(true),
      'q-visits@in-a': value(5),
      'q-open@in-b': value(true),
      'q-visits@in-b': value(500),
    };
    expect(violations(few, claims, { set: 'q-set', marks: ['q-visits', 'q-yes-no'] })).toEqual([
      { validation: 'val-one', severity: 'error', instance: 'in-b', marks: ['q-visits@in-b', 'q-yes-no'] },
    ]);
  });
});
