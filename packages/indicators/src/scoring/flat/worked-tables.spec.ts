import { describe, expect, test } from '@jest/globals';
import type { Answer, Answers, AnswerValue } from '../../answers/answer.js';
import type { CompiledQuestionnaire } from '../../definition/compiled.js';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import type { Condition } from '../../definition/condition.js';
import type { Formula, Relation } from '../../definition/formula.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Question, QuestionOf } from '../../definition/question.js';
import type { Questionnaire } from '../../definition/questionnaire.js';
import { scoreAssessment } from '../score-assessment.js';
import { decodeBlock, encodeBlock } from './answer-block.js';
import type { NumberBlock } from './number-block.js';
import { packAnswers } from './pack-answers.js';
import { FlatScoring, scoreIn } from './score-block.js';
import { unpackAnswers } from './unpack-answers.js';

const value = (each: AnswerValue): Answer => ({ kind: 'value', value: each });
const NOT_APPLICABLE: Answer = { kind: 'notApplicable' };
const answer = (question: string): Formula => ({ op: 'answer', question });
const not = (of: Condition): Condition => ({ op: 'not', of });
const compare = (left: Formula, relation: Relation, than: number): Condition => ({
  ...{ op: 'compare', left, relation },
  right: { op: 'number', value: than },
});
const options = (count: number, points: (at: number) => number | undefined = (at) => at / 2) =>
  Array.from({ length: count }, (_, at) => ({
    id: `opt-${String(at)}`,
    code: `O${String(at)}`,
    points: points(at),
  }));
const ids = (...numbers: readonly number[]) => numbers.map((at) => `opt-${String(at)}`);

/** One after another in one block, all come to what their scorecards say, to the last digit of every sum; again when they come back. */
function expectAsScored(
  questions: readonly Question[],
  all: readonly Answers[],
  changes: Partial<Questionnaire> = {},
): void {
  const compiled = compileQuestionnaire(given.questionnaire(questions, changes));
  const flat = new FlatScoring(compiled);
  const [block, again] = [flat.block(all.length + 1), flat.block(all.length)];
  for (const claims of all) packAnswers(block, claims);
  const copy = decodeBlock(flat.layout, encodeBlock(block));
  for (const row of all.keys()) packAnswers(again, unpackAnswers(copy, row));
  const [numbers, other] = [block, again].map((each) => {
    const into = flat.numbers(each.capacity);
    flat.score(each, into);
    return into;
  }) as [NumberBlock, NumberBlock];
  for (const [row, claims] of all.entries()) {
    const wanted = cardOf(compiled, claims);
    expect([claims, rowOf(flat, numbers, row)]).toEqual([claims, wanted]);
    expect([claims, rowOf(flat, other, row)]).toEqual([claims, wanted]);
  }
}

/** What a scorecard says in numbers: every score, and of indicators both sums. */
function cardOf(compiled: CompiledQuestionnaire, claims: Answers) {
  const { indicators, composites, indices } = scoreAssessment(compiled, claims, { basis: 'claimed' });
  return {
    scores: [...indicators, ...composites, ...indices].map(({ id, score }) => [id, score]),
    sums: indicators.map(({ numerator, denominator }) => [numerator, denominator]),
  };
}

/** The same of one row of numbers from tables. */
function rowOf({ areas, layout: { compiled } }: FlatScoring, numbers: NumberBlock, row: number) {
  const { numerators, denominators, capacity } = numbers;
  return {
    scores: areas.map((id, area) => [id, scoreIn(numbers, area, row)]),
    sums: compiled.indicators.map((_, at) => [
      numerators[at * capacity + row],
      denominators[at * capacity + row],
    ]),
  };
}

/** Answers to a question, one by one: each value, none, and that it does not apply. */
function answersTo(id: string, values: readonly AnswerValue[]): readonly Answers[] {
  return [...values.map((each) => ({ [id]: value(each) })), {}, { [id]: NOT_APPLICABLE }];
}

/** A yes/no question, answered with yes, in an indicator of its own for each condition: what is asked shows in the scores. */
function expectAsked(
  questions: readonly Question[],
  all: readonly Answers[],
  conditions: readonly Condition[],
): void {
  const followers = conditions.map((askedIf, at) =>
    given.yesNo({
      ...{ id: `if-${String(at)}`, code: `I.${String(at)}`, askedIf },
      indicator: `of-${String(at)}`,
    }),
  );
  const yes = Object.fromEntries(followers.map(({ id }) => [id, value(true)]));
  expectAsScored(
    [...questions, ...followers],
    all.map((claims) => ({ ...claims, ...yes })),
    {
      indicators: [
        { id: 'ind-one', code: 'IA' },
        ...conditions.map((_, at) => ({ id: `of-${String(at)}`, code: `IF.${String(at)}` })),
      ],
    },
  );
}

const bands = [
  { from: 0, points: 1 },
  { from: 2.5, points: 3 },
  { from: 7, points: 2 },
];
const curve = [
  { at: 1, points: 0 },
  { at: 4, points: 3 },
  { at: 9, points: 1 },
];
const LONG = 'x'.repeat(100);

type Kind = readonly [what: string, question: Question, values: readonly AnswerValue[]];
const KINDS: readonly Kind[] = [
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
    'a number in bands',
    given.number({ indicator: 'ind-one', minimum: -2, maximum: 9, decimals: 1, bands, weight: 2 }),
    [-2, -2.1, -0.1, 0, 2.4, 2.5, 2.55, 0.30000000000000004, 6.9, 7, 9, 9.1, NaN, Infinity, -Infinity, '3'],
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

describe('numbers from tables are those of the scorecard', () => {
  const beside = given.yesNo({ id: 'q-beside', code: 'Q.BESIDE', points: { yes: 1, no: 0 } });

  test.each(KINDS)('of %s', (_, question, values) => {
    const all = answersTo(question.id, values).map((claims) => ({ ...claims, 'q-beside': value(true) }));
    expectAsScored([beside, question], all);
  });

  test.each(['leaveOut', 'countAsZero'] as const)('where what is missing is to %s', (how) => {
    const rules = { unanswered: how, notApplicable: how, coverageToScore: 0.5, coverageToPublish: 1 };
    const few: readonly Question[] = [given.yesNo(), given.multiple(), given.matrix(), given.text()];
    const all = few.flatMap(({ id }) => answersTo(id, [true, ['opt-one'], 'Words.']));
    expectAsScored(few, all, { rules });
    expectAsScored([given.number({ indicator: 'ind-one', curve })], answersTo('q-number', [2, 'x']), {
      rules,
    });
    expectAsScored([given.text()], answersTo('q-text', ['Words.']), { rules });
  });

  test('of points that are worth nothing, and of an indicator that nothing is asked of', () => {
    const worthless = given.yesNo({ points: { yes: 0, no: 0 } });
    expectAsScored([worthless], answersTo('q-yes-no', [true]));
    const indicators = [
      { id: 'ind-one', code: 'IA' },
      { id: 'ind-two', code: 'IB' },
    ];
    expectAsScored([given.yesNo()], answersTo('q-yes-no', [true]), { indicators });
  });

  test('of a mean of means with weights, where some have no score', () => {
    const areas = ['ind-one', 'ind-two', 'ind-three'];
    const mean = (id: string, members: readonly string[], more: object = {}) => ({
      ...{ id, code: id, ...more },
      members: members.map((of, at) => ({ of, weight: at + 1 })),
    });
    const questions = areas.map((indicator) =>
      given.yesNo({ id: `q-${indicator}`, code: indicator, indicator }),
    );
    const states = [value(true), value(false), NOT_APPLICABLE, undefined];
    const all = states.flatMap((one) =>
      states.flatMap((two) =>
        states.map((three): Answers => ({
          ...(one && { 'q-ind-one': one }),
          ...(two && { 'q-ind-two': two }),
          ...(three && { 'q-ind-three': three }),
        })),
      ),
    );
    expectAsScored(questions, all, {
      indicators: areas.map((id) => ({ id, code: id })),
      composites: [
        mean('mean-one', ['ind-one', 'ind-two']),
        mean('mean-two', ['mean-one', 'ind-three'], { coverageToScore: 0.7 }),
      ],
      indices: [mean('index-one', ['mean-two', 'ind-one']), mean('index-two', areas, { coverageToScore: 1 })],
    });
  });
});

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
    expectAsked([question], answersTo(question.id, values), [
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

describe('repeated sets in tables', () => {
  const [open, visits] = (given.set() as QuestionOf<'set'>).questions as [
    QuestionOf<'yesNo'>,
    QuestionOf<'number'>,
  ];
  const over = (op: 'sum' | 'count' | 'max', of: Formula): Formula => ({ op, of: [of], over: 'q-set' });
  const perVisit: QuestionOf<'computed'> = {
    ...(given.computed({ id: 'q-each', code: 'Q.12.3' }) as QuestionOf<'computed'>),
    formula: { op: 'multiply', of: [answer('q-visits'), { op: 'number', value: 2 }] },
    indicator: 'ind-one',
    bands: [
      { from: 0, points: 1 },
      { from: 8, points: 5 },
    ],
  };
  const more: QuestionOf<'yesNo'> = {
    ...open,
    ...{ id: 'q-more', code: 'Q.12.4', weight: 3 },
    askedIf: { op: 'atLeast', question: 'q-each', value: 8 },
  };
  const set = (changes: Partial<QuestionOf<'set'>> = {}) =>
    given.set({ questions: [open, visits, perVisit, more], mayNotApply: true, ...changes });
  const total = given.computed({ formula: over('sum', answer('q-visits')) });
  const inside = (instance: string, isOpen: boolean, come?: number): Answers => ({
    [`q-open@${instance}`]: value(isOpen),
    ...(come !== undefined && { [`q-visits@${instance}`]: value(come) }),
    [`q-more@${instance}`]: value(true),
  });
  const everywhere = { ...inside('in-a', true, 3), ...inside('in-b', true, 4), ...inside('in-c', false, 9) };
  const lists: readonly Answers[] = [
    {},
    { 'q-set': NOT_APPLICABLE },
    ...[
      ['in-a'],
      ['in-b', 'in-a'],
      ['in-c', 'in-a', 'in-b'],
      ['in-d', 'in-a'],
      [],
      ['in-a', 'in-a'],
      ['in-a', 'in-b', 'in-c', 'in-d'],
      'in-a',
    ].map((each) => ({ 'q-set': value(each) })),
  ].flatMap((each) => [each, { ...everywhere, ...each }, { ...each, ...inside('in-a', true) }]);

  test('score what is asked within each that is listed', () => {
    expectAsScored([set()], lists);
    const some = lists.filter((_, at) => at % 3 === 1);
    expectAsScored([set({ minimum: 0 }), given.yesNo()], some);
    expectAsScored([set({ minimum: 2 })], some, {
      rules: {
        unanswered: 'countAsZero',
        notApplicable: 'countAsZero',
        coverageToScore: 0,
        coverageToPublish: 0,
      },
    });
  });

  test('are looked into from outside by formulas alone, and count what is listed', () => {
    // A figure stands before those of the set.
    const first = given.share();
    expectAsked([first, set(), total], lists, [
      { op: 'answered', question: 'q-set' },
      compare(answer('q-set'), 'equal', 2),
      { op: 'atLeast', question: 'q-computed', value: 4 },
      { op: 'answered', question: 'q-computed' },
      compare(over('sum', answer('q-open')), 'atLeast', 1),
      compare(over('count', answer('q-visits')), 'equal', 2),
      compare(over('max', answer('q-each')), 'atLeast', 8),
      compare(over('count', { op: 'number', value: 1 }), 'above', 0),
    ]);
  });

  test('are neither asked nor counted where the set itself is not asked', () => {
    const gated = set({ askedIf: { op: 'equals', question: 'q-yes-no', value: true } });
    const all = lists.flatMap((each) => [
      { ...each, 'q-yes-no': value(true) },
      { ...each, 'q-yes-no': value(false) },
    ]);
    expectAsked([given.yesNo(), gated, total], all, [
      compare(answer('q-set'), 'atLeast', 1),
      { op: 'answered', question: 'q-computed' },
      compare(over('count', { op: 'number', value: 1 }), 'equal', 0),
    ]);
  });

  test('wait for a value that is calculated from what is open within them', () => {
    const scored = given.computed({ formula: over('sum', answer('q-visits')), indicator: 'ind-one', bands });
    const rules = { unanswered: 'countAsZero', notApplicable: 'leaveOut' } as const;
    expectAsScored([set(), scored], lists, { rules: { ...rules, coverageToScore: 0, coverageToPublish: 0 } });
  });
});
