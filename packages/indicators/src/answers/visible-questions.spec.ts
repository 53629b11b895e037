import { describe, expect, test } from '@jest/globals';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import type { Condition } from '../definition/condition.js';
import { given } from '../definition/given.arbitrary.js';
import type { Answer, Answers, AnswerValue } from './answer.js';
import { completeness, shareDone } from './completeness.js';
import { evaluateCondition } from './evaluate-condition.js';
import { visibleQuestions } from './visible-questions.js';

const value = (each: AnswerValue): Answer => ({ kind: 'value', value: each });
const NOT_APPLICABLE: Answer = { kind: 'notApplicable' };

describe('a condition', () => {
  const values: Readonly<Record<string, AnswerValue>> = {
    yes: true,
    one: 'opt-a',
    many: ['opt-a', 'opt-b'],
    number: 5,
    table: { 'row-a': 'col-a', 'row-c': 'col-c' },
    order: ['opt-a', 'opt-b', 'opt-c'],
    day: '2024-02-29',
  };
  const holds = (condition: Condition) =>
    evaluateCondition(condition, { valueOf: (id) => values[id], within: () => [] });

  test.each<[Condition, boolean]>([
    [{ op: 'answered', question: 'yes' }, true],
    [{ op: 'answered', question: 'gone' }, false],
    [{ op: 'equals', question: 'yes', value: true }, true],
    [{ op: 'equals', question: 'yes', value: 'true' }, false],
    [{ op: 'equals', question: 'day', value: '2024-02-29' }, true],
    [{ op: 'oneOf', question: 'one', options: ['opt-b', 'opt-a'] }, true],
    [{ op: 'oneOf', question: 'many', options: ['opt-b', 'opt-c'] }, true],
    [{ op: 'oneOf', question: 'many', options: ['opt-c'] }, false],
    [{ op: 'oneOf', question: 'many', options: ['opt-c', 'opt-a'] }, true],
    [{ op: 'oneOf', question: 'one', options: ['opt-b'] }, false],
    [{ op: 'oneOf', question: 'table', row: 'row-a', options: ['col-a'] }, true],
    [{ op: 'oneOf', question: 'table', row: 'row-a', options: ['col-b'] }, false],
    [{ op: 'oneOf', question: 'table', row: 'row-b', options: ['col-a'] }, false],
    [{ op: 'oneOf', question: 'table', row: 'constructor', options: ['col-a'] }, false],
    [{ op: 'rankedWithin', question: 'order', options: ['opt-b'], places: 2 }, true],
    [{ op: 'rankedWithin', question: 'order', options: ['opt-b'], places: 1 }, false],
    [{ op: 'rankedWithin', question: 'order', options: ['opt-c', 'opt-b'], places: 3 }, true],
    [{ op: 'rankedWithin', question: 'one', options: ['opt-a'], places: 1 }, false],
    [{ op: 'atLeast', question: 'yes', value: 1 }, false],
    [{ op: 'atMost', question: 'yes', value: 1 }, false],
    [{ op: 'atLeast', question: 'number', value: 5.1 }, false],
    [{ op: 'atMost', question: 'number', value: 4.9 }, false],
    [{ op: 'atLeast', question: 'number', value: 5 }, true],
    [{ op: 'atMost', question: 'number', value: 5 }, true],
    [{ op: 'atLeast', question: 'gone', value: 0 }, false],
    [{ op: 'not', of: { op: 'atLeast', question: 'gone', value: 0 } }, true],
    [
      {
        op: 'any',
        of: [
          { op: 'answered', question: 'gone' },
          { op: 'answered', question: 'one' },
        ],
      },
      true,
    ],
    [
      {
        op: 'all',
        of: [
          { op: 'answered', question: 'gone' },
          { op: 'answered', question: 'one' },
        ],
      },
      false,
    ],
  ])('%j is %p', (condition, expected) => {
    expect(holds(condition)).toBe(expected);
  });
});

/** q-yes-no → q-share (if yes) → q-text (if the share is at least 10), and q-date if the share is *not* that high. */
const chain = compileQuestionnaire(
  given.questionnaire([
    given.text({ askedIf: { op: 'atLeast', question: 'q-share', value: 10 }, required: true }),
    given.date({ askedIf: { op: 'not', of: { op: 'atLeast', question: 'q-share', value: 10 } } }),
    given.share({ askedIf: { op: 'equals', question: 'q-yes-no', value: true } }),
    given.yesNo(),
  ]),
);
const asked = (answers: Answers) => [...visibleQuestions(chain, answers)];

describe('what is asked', () => {
  test('follows the answers, also to questions further down', () => {
    expect(asked({ 'q-yes-no': value(true), 'q-share': value(10) })).toEqual([
      'q-text',
      'q-share',
      'q-yes-no',
    ]);
  });

  test.each<[string, Answers]>([
    ['hidden', { 'q-yes-no': value(false), 'q-share': value(50) }],
    ['unanswered', {}],
    ['not applicable', { 'q-yes-no': value(true), 'q-share': NOT_APPLICABLE }],
    ['faulty', { 'q-yes-no': value(true), 'q-share': value(312) }],
  ])('takes a condition on a %s question for false', (_, answers) => {
    expect(asked(answers)).toContain('q-date');
    expect(asked(answers)).not.toContain('q-text');
  });

  test('is not misled by an id that every object has', () => {
    const compiled = compileQuestionnaire(
      given.questionnaire([
        given.yesNo(),
        given.text({ id: 'constructor' }),
        given.date({ askedIf: { op: 'answered', question: 'constructor' } }),
      ]),
    );
    expect([...visibleQuestions(compiled, {})]).not.toContain('q-date');
    expect(completeness(compiled, {}).total.open).toBe(2);
  });
});

describe('completeness', () => {
  test('counts what is asked: answered, not applicable, open, faulty', () => {
    const answers = { 'q-yes-no': value(true), 'q-share': value(312), 'q-text': value('kept but not asked') };
    expect(completeness(chain, answers)).toEqual({
      total: { asked: 3, answered: 1, notApplicable: 0, open: 1, faulty: 1, requiredOpen: 0 },
      sections: [
        {
          id: 'sec-one',
          code: 'S1',
          asked: 3,
          answered: 1,
          notApplicable: 0,
          open: 1,
          faulty: 1,
          requiredOpen: 0,
        },
      ],
      indicators: [
        {
          id: 'ind-one',
          code: 'IA',
          asked: 1,
          answered: 1,
          notApplicable: 0,
          open: 0,
          faulty: 0,
          requiredOpen: 0,
        },
      ],
    });
  });

  test('counts required questions that still stand in the way', () => {
    expect(completeness(chain, {}).total.requiredOpen).toBe(1);
    expect(completeness(chain, { 'q-yes-no': NOT_APPLICABLE }).total.requiredOpen).toBe(0);
  });

  test('is a share of what is asked, and whole when nothing is', () => {
    const none = { asked: 0, answered: 0, notApplicable: 0, open: 0, faulty: 0, requiredOpen: 0 };
    expect(shareDone(none)).toBe(1);
    expect(shareDone({ ...none, asked: 4, answered: 1, notApplicable: 1, open: 2 })).toBe(0.5);
  });
});
