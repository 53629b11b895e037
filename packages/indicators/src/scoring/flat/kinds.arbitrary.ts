import type { AnswerValue } from '../../answers/answer.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Question } from '../../definition/question.js';
import { ids, options } from './as-scored.arbitrary.js';

/** Three bands, the middle one worth most. */
export const bands = [
  { from: 0, points: 1 },
  { from: 2.5, points: 3 },
  { from: 7, points: 2 },
];
/** A curve that rises and falls. */
export const curve = [
  { at: 1, points: 0 },
  { at: 4, points: 3 },
  { at: 9, points: 1 },
];

type Kind = readonly [what: string, question: Question, values: readonly AnswerValue[]];
/** Questions of every kind, each with values that are answers to it and values that are not. */
export const KINDS: readonly Kind[] = [
  ['yes or no', given.yesNo({ points: { yes: 2, no: 0.5 }, weight: 3 }), [true, false, 'yes', 1, ['opt-0']]],
  ['yes or no that must apply', given.yesNo({ mayNotApply: false }), [true]],
  [
    'one of a few options',
    given.single({ options: options(5), weight: 2 }),
    [...ids(0, 2, 4), 'opt-5', 'constructor', '', true, 3, ids(1)],
  ],
  ['one of many options', given.single({ options: options(20) }), [...ids(0, 15, 16, 19), 'opt-20']],
  [
    'several options, one of which stands alone',
    given.multiple(),
    [['opt-one'], ['opt-two', 'opt-one'], ['opt-none'], ['opt-none', 'opt-one'], ['opt-one', 'opt-none'], []],
  ],
  [
    'several options, but not too few and not too many',
    given.multiple({ options: options(6), minimum: 2, maximum: 3, cap: 4 }),
    [ids(1), ids(1, 2), ids(5, 4, 3), ids(0, 1, 2, 3), ids(2, 2), ids(3, 6), 'opt-1', { 'opt-1': 'opt-2' }],
  ],
  [
    'several options, each called by one letter',
    given.multiple({ options: ['a', 'b'].map((id) => ({ id, code: id, points: 1 })) }),
    [['a'], ['a', 'b'], 'a', 'ab'],
  ],
  [
    'several of so many options that they take two columns',
    given.multiple({ options: options(17, (at) => 1 + at / 8) }),
    [ids(16), ids(0, 15, 16), ids(16, 0), ids(7, 8), ids(16, 16), ids(15, 14, 13, 12, 11, 10, 9, 8)],
  ],
  [
    'several of sixteen options, capped',
    given.multiple({ options: options(16, (at) => 1 + at / 8), cap: 5, weight: 2 }),
    [ids(15), ids(0, 1, 2, 3, 4, 5, 6, 7), ids(8), ids(9, 8)],
  ],
  [
    'several of forty options, capped',
    given.multiple({ options: options(40, () => 1), cap: 3 }),
    [ids(0, 20), ids(0, 20, 39), ids(0, 1, 20, 39), ids(39), ids(33, 2, 39)],
  ],
  [
    'a table',
    given.matrix({ weight: 2 }),
    [
      { 'row-one': 'col-yes', 'row-two': 'col-yes' },
      { 'row-two': 'col-yes', 'row-one': 'col-no' },
      { 'row-one': 'col-no', 'row-two': 'col-no' },
      { 'row-one': 'col-yes' },
      { 'row-one': 'col-yes', 'row-three': 'col-yes' },
      { 'row-three': 'col-yes', 'row-one': 'col-yes', 'row-two': 'col-yes' },
      { 'row-one': 'col-maybe', 'row-two': 'col-yes' },
      { 'row-one': 'col-yes', 'row-two': 'col-maybe' },
      ['col-yes'],
      'col-yes',
    ],
  ],
  [
    'a table whose rows are numbered and whose columns are called by one letter',
    given.matrix({
      rows: ['0', '1'].map((id) => ({ id, code: id })),
      columns: ['a', 'b'].map((id, at) => ({ id, code: id, points: at })),
    }),
    [{ 0: 'b', 1: 'a' }, ['b', 'a'], 'ba'],
  ],
  [
    'a table of three rows, each worth a third',
    given.matrix({ rows: ['one', 'two', 'three'].map((id) => ({ id, code: id })) }),
    [
      { one: 'col-yes', two: 'col-no', three: 'col-no' },
      { one: 'col-yes', two: 'col-yes', three: 'col-no' },
    ],
  ],
  [
    'a number in bands',
    given.number({ indicator: 'ind-one', minimum: -2, maximum: 9, decimals: 1, bands, weight: 2 }),
    [-2, -2.1, -0.1, 0, 2.4, 2.5, 2.55, 0.30000000000000004, 6.9, 7, 9, 9.1, NaN, Infinity, -Infinity, '3'],
  ],
  [
    'a number in six bands',
    given.number({
      indicator: 'ind-one',
      bands: [3, 1, 6, 2, 5, 4].map((points, at) => ({ from: at * 10, points })),
    }),
    [0, 9, 10, 19, 20, 29, 30, 39, 40, 49, 50, 51],
  ],
  [
    'a whole number along a curve',
    given.number({ indicator: 'ind-one', maximum: 1000, curve }),
    [0, 1, 2, 3, 4, 8, 9, 1000, 1001, 2.5, -0],
  ],
  [
    'a number with more decimal places than a double tells apart',
    given.number({ indicator: 'ind-one', maximum: 1e15, decimals: 6, bands }),
    [1e15, 123456789012.5, 0.1234567, 0.123456, 1.000001],
  ],
  [
    'a share in bands',
    given.share({ indicator: 'ind-one', bands }),
    [0, 100, 100.1, -0.1, 33.3, 33.33, ['33'], 'x'],
  ],
  [
    'an order',
    given.ranking(),
    [
      ['opt-rights', 'opt-trade', 'opt-image'],
      ['opt-trade', 'opt-rights', 'opt-image'],
      ['opt-trade', 'opt-image', 'opt-rights'],
      ['opt-rights', 'opt-trade'],
      ['opt-rights', 'opt-rights', 'opt-image'],
      'opt-rights',
    ],
  ],
  ['evidence', given.file({ weight: 2 }), [['file-a'], ['file-a', 'file-b'], [], 'file-a']],
];
