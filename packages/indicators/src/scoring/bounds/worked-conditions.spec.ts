import { describe, test } from '@jest/globals';
import { given } from '../../definition/given.arbitrary.js';
import type { Question } from '../../definition/question.js';
import { expectReached, isYes, NOT_APPLICABLE, rows, value, yesNo, type Row } from './reached.arbitrary.js';

describe('bounds are the least and the greatest score of all completions', () => {
  test.each<Row>(
    rows([
      ['of one question', [yesNo('q-a')]],
      ['whose worse answer is worth something', [yesNo('q-a', { points: { yes: 3, no: 1 } })]],
      ['that may be declared not applicable', [yesNo('q-a', { mayNotApply: true }), yesNo('q-b')]],
      [
        'beside one that does not apply',
        [yesNo('q-a', { mayNotApply: true }), yesNo('q-b')],
        { 'q-a': NOT_APPLICABLE },
      ],
      [
        'beside answers that stay',
        [yesNo('q-a'), yesNo('q-b'), yesNo('q-c')],
        { 'q-a': value(true), 'q-b': value(false) },
      ],
      ['with a fault in its answer', [yesNo('q-a'), yesNo('q-b')], { 'q-a': value('yes') }],
      [
        'of different weights',
        [yesNo('q-a', { weight: 3 }), yesNo('q-b', { weight: 0.5 })],
        { 'q-b': value(true) },
      ],
      [
        'along a chain of conditions',
        [
          yesNo('q-a', { points: { yes: 1, no: 2 } }),
          yesNo('q-b', { askedIf: isYes('q-a'), points: { yes: 0, no: 1 } }),
          yesNo('q-c', { askedIf: isYes('q-b'), points: { yes: 5, no: 4 } }),
        ],
      ],
      [
        'where something is asked if not',
        [yesNo('q-a'), yesNo('q-b', { askedIf: { op: 'not', of: isYes('q-a') }, weight: 4 })],
      ],
      [
        'where something is asked if both',
        [
          yesNo('q-a', { indicator: undefined, points: undefined }),
          yesNo('q-b'),
          yesNo('q-c', {
            askedIf: { op: 'all', of: [isYes('q-a'), isYes('q-b')] },
            points: { yes: 9, no: 1 },
          }),
        ],
      ],
      [
        'where something is asked if either',
        [
          yesNo('q-a'),
          yesNo('q-b'),
          yesNo('q-c', {
            askedIf: { op: 'any', of: [isYes('q-a'), isYes('q-b')] },
            points: { yes: 9, no: 1 },
          }),
        ],
      ],
      [
        'where one question decides about two',
        [yesNo('q-a'), yesNo('q-b', { askedIf: isYes('q-a') }), yesNo('q-c', { askedIf: isYes('q-a') })],
      ],
      [
        'where what is answered is not asked any more',
        [yesNo('q-a'), yesNo('q-b', { askedIf: isYes('q-a') })],
        { 'q-b': value(true) },
      ],
      [
        'where a condition is answered already',
        [yesNo('q-a'), yesNo('q-b', { askedIf: isYes('q-a') }), yesNo('q-c', { askedIf: isYes('q-b') })],
        { 'q-a': value(false) },
      ],
      [
        'where something is asked once an answer is given that may be declared not applicable',
        [
          given.text({ maxLength: 20 }),
          yesNo('q-b', { askedIf: { op: 'answered', question: 'q-text' }, weight: 2 }),
          yesNo('q-c'),
        ],
      ],
      [
        'where something is asked for a certain word',
        [
          given.text({ mayNotApply: false }),
          yesNo('q-b', { askedIf: { op: 'equals', question: 'q-text', value: 'a' } }),
          yesNo('q-c', { askedIf: { op: 'equals', question: 'q-text', value: 'b' }, weight: 3 }),
          yesNo('q-d'),
        ],
      ],
      [
        'where something is asked for a certain day',
        [
          given.date({ mayNotApply: false }),
          yesNo('q-b', { askedIf: { op: 'equals', question: 'q-date', value: '2000-01-01' } }),
          yesNo('q-c'),
        ],
      ],
      [
        'where the day asked for does not exist',
        [
          given.date({ mayNotApply: false }),
          yesNo('q-b', { askedIf: { op: 'equals', question: 'q-date', value: '2001-02-29' } }),
          yesNo('q-c'),
        ],
      ],
    ]),
  )('%s', (_, questions, claims) => {
    expectReached(questions, claims);
  });

  const set = (more: object = {}): Question => given.set({ maximum: 2, ...more });
  const open = (id: string, more: object = {}) => yesNo(id, { points: { yes: 2, no: 1 }, ...more });
  const within = (...questions: readonly Question[]) => ({ questions: [...questions] });
  test.each<Row>(
    rows([
      ['of a list still to be made', [set(within(open('q-in')))]],
      ['of a list that may stay empty', [set({ minimum: 0, ...within(open('q-in')) }), yesNo('q-b')]],
      ['of a list of exactly two', [set({ minimum: 2, ...within(open('q-in')) })]],
      ['of a list that may not apply', [set({ mayNotApply: true, ...within(open('q-in')) }), yesNo('q-b')]],
      [
        'of a list that does not apply',
        [set({ mayNotApply: true, ...within(open('q-in')) }), yesNo('q-b')],
        { 'q-set': NOT_APPLICABLE },
      ],
      ['of a list that is made', [set(within(open('q-in')))], { 'q-set': value(['in-a', 'in-b']) }],
      [
        'of a list with an answer in it',
        [set(within(open('q-in')))],
        { 'q-set': value(['in-a', 'in-b']), 'q-in@in-b': value(true) },
      ],
      [
        'of a list that is only asked for if',
        [yesNo('q-a'), set({ askedIf: isYes('q-a'), ...within(open('q-in')) })],
      ],
      [
        'of what is asked within a list because of another answer in it',
        [set(within(open('q-in'), open('q-more', { askedIf: isYes('q-in'), points: { yes: 9, no: 8 } })))],
        { 'q-set': value(['in-a', 'in-b']) },
      ],
      [
        'of what is asked within a list still to be made because of another answer in it',
        [
          set({
            maximum: 1,
            ...within(open('q-in'), open('q-more', { askedIf: isYes('q-in'), points: { yes: 9, no: 8 } })),
          }),
        ],
      ],
      [
        'of what is asked within a list because of an answer outside',
        [yesNo('q-a'), set(within(open('q-in', { askedIf: isYes('q-a') })))],
      ],
      [
        'of what is asked once there is a list',
        [
          set({ mayNotApply: true, ...within(open('q-in')) }),
          yesNo('q-b', { askedIf: { op: 'answered', question: 'q-set' }, points: { yes: 9, no: 8 } }),
          yesNo('q-c'),
        ],
      ],
    ]),
  )('%s', (_, questions, claims) => {
    expectReached(questions, claims);
  });

  const rules = (unanswered: 'leaveOut' | 'countAsZero', notApplicable: 'leaveOut' | 'countAsZero') => ({
    rules: { unanswered, notApplicable, coverageToScore: 0, coverageToPublish: 0 },
  });
  test.each([
    ['left out', rules('leaveOut', 'leaveOut')],
    ['counted as zero', rules('countAsZero', 'countAsZero')],
    ['counted as zero where it does not apply', rules('leaveOut', 'countAsZero')],
  ] as const)('whatever is not there being %s', (_, changes) => {
    const questions = [
      yesNo('q-a', { mayNotApply: true }),
      yesNo('q-b', { askedIf: isYes('q-a'), mayNotApply: true, weight: 3 }),
      given.single(),
    ];
    expectReached(questions, {}, changes);
    expectReached(questions, { 'q-a': value(true) }, changes);
    expectReached(questions, { 'q-a': NOT_APPLICABLE, 'q-single': value('opt-high') }, changes);
  });
});
