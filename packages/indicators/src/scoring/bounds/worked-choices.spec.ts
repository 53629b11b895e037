import { describe, test } from '@jest/globals';
import type { Condition } from '../../definition/condition.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Question } from '../../definition/question.js';
import { expectReached, options, rows, yesNo, type Row } from './reached.arbitrary.js';

const oneOf = (question: string, ...at: readonly number[]): Condition => ({
  op: 'oneOf',
  question,
  options: at.map((each) => `opt-${String(each)}`),
});

describe('bounds are the least and the greatest score of all completions', () => {
  const several = (more: object): Question =>
    given.multiple({ mayNotApply: false, options: options(1, 2, 0.5, 4), cap: undefined, ...more });
  test.each<Row>(
    rows([
      ['of one option', [given.single({ mayNotApply: false, options: options(1, 4, 2) })]],
      [
        'of one option, two of which bring more questions',
        [
          given.single({ mayNotApply: false, options: options(1, 4, 2) }),
          yesNo('q-b', { askedIf: oneOf('q-single', 1, 2), points: { yes: 3, no: 1 } }),
        ],
      ],
      ['of any number of options', [several({})]],
      ['of at least two options', [several({ minimum: 2 })]],
      ['of at most two options', [several({ maximum: 2 })]],
      ['of exactly two options, capped', [several({ minimum: 2, maximum: 2, cap: 5 })]],
      [
        'of an option that stands alone and is worth the most',
        [several({ options: [...options(1, 2), { id: 'opt-9', code: '9', points: 8, exclusive: true }] })],
      ],
      [
        'of an option that stands alone and is capped',
        [
          several({
            cap: 2,
            options: [...options(1, 0.5), { id: 'opt-9', code: '9', points: 8, exclusive: true }],
          }),
        ],
      ],
      [
        'of fewer options than must be chosen, but for one that stands alone',
        [
          several({
            minimum: 3,
            options: [...options(1, 2, 4), { id: 'opt-9', code: '9', points: 3, exclusive: true }],
          }),
        ],
      ],
      [
        'of options that bring more questions',
        [
          several({ maximum: 2 }),
          yesNo('q-b', { askedIf: oneOf('q-multiple', 0, 1), weight: 2 }),
          yesNo('q-c', { askedIf: oneOf('q-multiple', 2), points: { yes: 5, no: 4 } }),
        ],
      ],
      [
        'of how many options are chosen',
        [
          several({ maximum: 3 }),
          yesNo('q-b', {
            askedIf: {
              op: 'compare',
              left: { op: 'answer', question: 'q-multiple' },
              relation: 'above',
              right: { op: 'number', value: 1 },
            },
            points: { yes: 9, no: 1 },
          }),
          yesNo('q-c', { askedIf: { op: 'answered', question: 'q-multiple' } }),
        ],
      ],
      ['of an order', [given.ranking()]],
      ['of an order in which the last counts most', [given.ranking({ places: [0, 1, 5] })]],
      [
        'of an order of some of several that count',
        [
          given.ranking({
            ranked: 2,
            options: [0, 1, 2, 3].map((at) => ({
              id: `opt-${String(at)}`,
              code: String(at),
              counts: at < 3,
            })),
            places: [3, 1],
          }),
        ],
      ],
      [
        'of what is put first',
        [
          given.ranking(),
          yesNo('q-b', {
            askedIf: {
              op: 'rankedWithin',
              question: 'q-ranking',
              options: ['opt-trade', 'opt-image'],
              places: 1,
            },
            points: { yes: 6, no: 5 },
          }),
          yesNo('q-c', {
            askedIf: { op: 'rankedWithin', question: 'q-ranking', options: ['opt-rights'], places: 2 },
            points: { yes: 2, no: 1 },
          }),
        ],
      ],
      [
        'of what is ranked at all',
        [
          given.ranking({ ranked: 1, places: [3] }),
          yesNo('q-b', {
            askedIf: { op: 'oneOf', question: 'q-ranking', options: ['opt-image'] },
            points: { yes: 6, no: 5 },
          }),
        ],
      ],
      ['of a table', [given.matrix({ mayNotApply: false })]],
      [
        'of a table with a row that brings a question',
        [
          given.matrix({ mayNotApply: false, columns: options(1, 4, 2) }),
          yesNo('q-b', {
            askedIf: { op: 'oneOf', question: 'q-matrix', row: 'row-two', options: ['opt-1', 'opt-2'] },
            points: { yes: 5, no: 4 },
          }),
          yesNo('q-c', {
            askedIf: { op: 'oneOf', question: 'q-matrix', row: 'row-one', options: ['opt-0'] },
            points: { yes: 1, no: 0 },
            weight: 3,
          }),
        ],
      ],
      ['of evidence', [given.file(), yesNo('q-b')]],
      [
        'of how many pieces of evidence there are',
        [
          given.file({ minimum: 1, maximum: 3 }),
          yesNo('q-b', {
            askedIf: {
              op: 'compare',
              left: { op: 'number', value: 2 },
              relation: 'below',
              right: { op: 'answer', question: 'q-file' },
            },
            points: { yes: 9, no: 1 },
          }),
        ],
      ],
    ]),
  )('%s', (_, questions, claims) => {
    expectReached(questions, claims);
  });
});
