import { describe, test } from '@jest/globals';
import type { Answers, AnswerValue } from '../../answers/answer.js';
import type { Condition } from '../../definition/condition.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Question } from '../../definition/question.js';
import { answer, answersTo, compare, expectAsked, ids, not, options, value } from './as-scored.arbitrary.js';
import { KINDS } from './kinds.arbitrary.js';

const LONG = 'x'.repeat(100);

describe('what is asked is what the scorecard takes for asked, by conditions on', () => {
  const answered = (question: string): Condition => ({ op: 'answered', question });
  const oneOf = (question: string, wanted: readonly string[], row?: string): Condition => ({
    ...{ op: 'oneOf', question, options: wanted },
    ...(row !== undefined && { row }),
  });

  test.each(KINDS)('whether there is an answer: %s', (_, question, values) => {
    const { id } = question;
    const all = answersTo(id, values);
    expectAsked([question], all, [answered(id), not(answered(id)), not(not(answered(id)))]);
  });

  test.each(KINDS)('how much there is of it: %s', (_, question, values) => {
    const counted = given.computed({ formula: { op: 'sum', of: [answer(question.id)] } });
    const isFigure = question.kind !== 'single' && question.kind !== 'matrix';
    if (!isFigure) return;
    // A figure stands before that of the question.
    const first = given.number({ id: 'q-first', code: 'Q.FIRST' });
    expectAsked(
      [first, question, counted],
      answersTo(question.id, values),
      [0, 1, 2, 3].flatMap((than) => [
        compare(answer(question.id), 'equal', than),
        compare(answer('q-computed'), 'atLeast', than),
        { op: 'atMost', question: 'q-computed', value: than },
      ]),
    );
  });

  const equals = (question: string, each: string | boolean): Condition => ({
    op: 'equals',
    question,
    value: each,
  });
  type Looked = readonly [string, Question, readonly AnswerValue[], readonly Condition[]];
  const LOOKED: readonly Looked[] = [
    ['yes or no', given.yesNo(), [true, false, 'x'], [equals('q-yes-no', true), equals('q-yes-no', false)]],
    [
      'words',
      given.text(),
      ['so', 'otherwise', 'else', ' so', '', ' ', '\u00a0', '\u00a0so', '\t', LONG, `${LONG}x`, ['so'], 7],
      [equals('q-text', 'so'), equals('q-text', 'otherwise'), answered('q-text')],
    ],
    [
      'a day',
      given.date(),
      ['2026-01-31', '2026-02-28', '2026-02-30', '31.01.2026', '', '20260131'],
      [equals('q-date', '2026-01-31'), equals('q-date', '2026-02-28'), answered('q-date')],
    ],
    ['words that nothing asks for', given.text({ maxLength: 3 }), ['abc', 'abcd', ''], [answered('q-text')]],
    [
      'one option',
      given.single({ options: options(20) }),
      [...ids(0, 1, 2, 17, 19), 'opt-20'],
      [oneOf('q-single', ids(0)), oneOf('q-single', ids(2, 19)), oneOf('q-single', ids(1, 17, 18))],
    ],
    [
      'several options',
      given.multiple({ options: options(40) }),
      [ids(0), ids(15), ids(16), ids(17, 1), ids(39, 31, 32), ids(), ids(39, 39)],
      [oneOf('q-multiple', ids(0)), oneOf('q-multiple', ids(1, 16)), oneOf('q-multiple', ids(15, 31, 39))],
    ],
    [
      'a row of a table',
      given.matrix(),
      [
        { 'row-one': 'col-yes', 'row-two': 'col-no' },
        { 'row-one': 'col-no', 'row-two': 'col-yes' },
        { 'row-one': 'col-yes' },
      ],
      ['row-one', 'row-two'].flatMap((row) => [
        oneOf('q-matrix', ['col-yes'], row),
        oneOf('q-matrix', ['col-no'], row),
        oneOf('q-matrix', ['col-no', 'col-yes'], row),
      ]),
    ],
    [
      'an order',
      given.ranking({ places: [3, 1, 0] }),
      [
        ['opt-rights', 'opt-trade', 'opt-image'],
        ['opt-trade', 'opt-image', 'opt-rights'],
        ['opt-image', 'opt-rights', 'opt-trade'],
        ['opt-image'],
      ],
      [1, 2, 3, 9].flatMap((places) => [
        { op: 'rankedWithin' as const, question: 'q-ranking', options: ['opt-rights'], places },
        { op: 'rankedWithin' as const, question: 'q-ranking', options: ['opt-rights', 'opt-image'], places },
      ]),
    ],
    [
      'an order of some',
      given.ranking({ ranked: 2 }),
      [
        ['opt-rights', 'opt-trade'],
        ['opt-trade', 'opt-image'],
        ['opt-image', 'opt-rights'],
      ],
      [
        oneOf('q-ranking', ['opt-rights']),
        oneOf('q-ranking', ['opt-image']),
        oneOf('q-ranking', ['opt-trade', 'opt-image']),
        { op: 'rankedWithin' as const, question: 'q-ranking', options: ['opt-rights'], places: 9 },
      ],
    ],
    [
      'a number',
      given.number({ minimum: -5, decimals: 1 }),
      [-5, -1, 0, 2.9, 3, 3.1, 1000, 1001, 2.95],
      [0, 3].flatMap((than) => [
        { op: 'atLeast' as const, question: 'q-number', value: than },
        { op: 'atMost' as const, question: 'q-number', value: than },
      ]),
    ],
  ];
  test.each(LOOKED)('which it is: %s', (_, question, values, conditions) => {
    // Nothing is answered behind it: what is open there is no answer here.
    const behind = given.text({ id: 'q-behind', code: 'Q.BEHIND' });
    expectAsked([question, behind], answersTo(question.id, values), [
      ...conditions,
      ...conditions.map(not),
      { op: 'any', of: conditions },
      { op: 'all', of: [not(conditions[0] ?? answered(question.id)), answered(question.id)] },
    ]);
  });

  test('several answers, joined and denied, one within the other', () => {
    const [a, b, c] = ['q-a', 'q-b', 'q-c'].map((id) => equals(id, true)) as [
      Condition,
      Condition,
      Condition,
    ];
    const questions = ['q-a', 'q-b', 'q-c'].map((id) => given.yesNo({ id, code: id }));
    const truths = [true, false].flatMap((one) =>
      [true, false].flatMap((two) => [true, false].map((three) => [one, two, three] as const)),
    );
    expectAsked(
      questions,
      truths.map(([one, two, three]) => ({ 'q-a': value(one), 'q-b': value(two), 'q-c': value(three) })),
      [
        { op: 'all', of: [a, b, c] },
        { op: 'any', of: [a, b, c] },
        { op: 'all', of: [{ op: 'any', of: [a, not(b)] }, { op: 'any', of: [b, c] }, not(a)] },
        {
          op: 'any',
          of: [
            { op: 'all', of: [a, b] },
            { op: 'all', of: [not(a), { op: 'any', of: [b, c] }] },
          ],
        },
        not({ op: 'any', of: [a, { op: 'all', of: [b, c] }] }),
      ],
    );
  });

  test('what is itself not asked', () => {
    const questions = [
      given.yesNo({ id: 'q-a', code: 'q-a' }),
      given.single({ askedIf: equals('q-a', true) }),
      given.number({ askedIf: equals('q-a', true) }),
      given.computed({ formula: { op: 'add', of: [answer('q-number'), { op: 'number', value: 1 }] } }),
    ];
    const inner: Answers = { 'q-single': value('opt-high'), 'q-number': value(4) };
    expectAsked(
      questions,
      [true, false].map((each) => ({ ...inner, 'q-a': value(each) })),
      [
        oneOf('q-single', ['opt-high']),
        answered('q-single'),
        { op: 'atLeast', question: 'q-number', value: 4 },
        { op: 'atLeast', question: 'q-computed', value: 5 },
        not(answered('q-computed')),
        compare({ op: 'count', of: [answer('q-number')] }, 'equal', 1),
        compare({ op: 'count', of: [answer('q-number')] }, 'equal', 0),
      ],
    );
  });
});
