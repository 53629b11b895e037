import { describe, expect, test } from '@jest/globals';
import type { Answer, Answers, AnswerValue } from '../../answers/answer.js';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import type { Condition } from '../../definition/condition.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Question } from '../../definition/question.js';
import type { Questionnaire } from '../../definition/questionnaire.js';
import type { BoundReason } from '../score.js';
import { scoreAssessment } from '../score-assessment.js';
import { allCompletions } from './completions.arbitrary.js';

const value = (each: AnswerValue): Answer => ({ kind: 'value', value: each });
const NOT_APPLICABLE: Answer = { kind: 'notApplicable' };

/** Asked everybody, and must be answered. */
const yesNo = (id: string, more: object = {}): Question =>
  given.yesNo({ id, code: id, mayNotApply: false, ...more });
const number = (more: object): Question =>
  given.number({ mayNotApply: false, indicator: 'ind-one', maximum: 20, ...more });
const isYes = (question: string): Condition => ({ op: 'equals', question, value: true });
const numberIs = (relation: 'above' | 'below' | 'equal', than: number): Condition => ({
  op: 'compare',
  left: { op: 'answer', question: 'q-number' },
  relation,
  right: { op: 'number', value: than },
});
const options = (...points: readonly number[]) =>
  points.map((each, at) => ({ id: `opt-${String(at)}`, code: String(at), points: each }));
const oneOf = (question: string, ...at: readonly number[]): Condition => ({
  op: 'oneOf',
  question,
  options: at.map((each) => `opt-${String(each)}`),
});
const areasOf = (compiled: ReturnType<typeof compileQuestionnaire>, answers: Answers) => {
  const { indicators, composites, indices } = scoreAssessment(compiled, answers, { basis: 'claimed' });
  return [...indicators, ...composites, ...indices];
};

/** Looks through every completion one by one. */
function expectReached(
  questions: readonly Question[],
  claims: Answers = {},
  changes: Partial<Questionnaire> = {},
): void {
  const compiled = compileQuestionnaire(given.questionnaire(questions, changes));
  const completions = allCompletions(compiled, claims, 3000);
  const all = (completions ?? []).map((each) => areasOf(compiled, each));
  expect(all.length).toBeGreaterThan(0);
  for (const [at, { id, interval }] of areasOf(compiled, claims).entries()) {
    const values = all.flatMap((each) => {
      const score = each[at]?.score;
      return score?.kind === 'scored' ? [score.value] : [];
    });
    if (values.length === 0) {
      expect([id, interval]).toEqual([id, undefined]);
      continue;
    }
    expect(interval).toMatchObject({ exact: true, reasons: [] });
    expect(interval?.low).toBeCloseTo(Math.min(...values), 12);
    expect(interval?.high).toBeCloseTo(Math.max(...values), 12);
  }
}

type Row = readonly [what: string, questions: readonly Question[], claims: Answers];

/** Nothing is answered where nothing is said about it. */
const rows = (all: readonly (readonly [string, readonly Question[], Answers?])[]) =>
  all.map(([what, questions, claims = {}]): Row => [what, questions, claims]);

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

  test.each<Row>(
    rows([
      [
        'of a number in bands',
        [
          number({
            bands: [
              { from: 0, points: 1 },
              { from: 5, points: 4 },
              { from: 12, points: 0 },
            ],
          }),
        ],
      ],
      [
        'of a number below all bands',
        [
          number({
            maximum: 4,
            bands: [
              { from: 5, points: 1 },
              { from: 12, points: 3 },
            ],
          }),
        ],
      ],
      [
        'of bands that no number reaches',
        [
          number({
            minimum: 6,
            maximum: 11,
            bands: [
              { from: 0, points: 3 },
              { from: 5, points: 1 },
              { from: 12, points: 4 },
            ],
          }),
        ],
      ],
      [
        'of a number along a line with a kink',
        [
          number({
            curve: [
              { at: 0, points: 1 },
              { at: 7, points: 5 },
              { at: 20, points: 2 },
            ],
          }),
        ],
      ],
      [
        'of a number along a line with a kink between two whole numbers',
        [
          number({
            curve: [
              { at: 0, points: 1 },
              { at: 7.5, points: 5 },
              { at: 20, points: 2 },
            ],
          }),
        ],
      ],
      [
        'of a number beyond the ends of a line',
        [
          number({
            minimum: 9,
            curve: [
              { at: 0, points: 1 },
              { at: 5, points: 5 },
              { at: 12, points: 2 },
            ],
          }),
        ],
      ],
      [
        'of a number whose bands a condition cuts',
        [
          number({
            bands: [
              { from: 0, points: 0 },
              { from: 5, points: 4 },
            ],
          }),
          yesNo('q-b', {
            askedIf: { op: 'atLeast', question: 'q-number', value: 8 },
            points: { yes: 5, no: 4 },
          }),
          yesNo('q-c', {
            askedIf: { op: 'atMost', question: 'q-number', value: 2 },
            points: { yes: 5, no: 1 },
          }),
        ],
      ],
      [
        'of a number that is to be exactly so much',
        [
          number({
            bands: [
              { from: 0, points: 0 },
              { from: 5, points: 4 },
            ],
          }),
          yesNo('q-b', { askedIf: numberIs('equal', 3), points: { yes: 9, no: 8 } }),
        ],
      ],
      [
        'of a number between two that are asked for',
        [
          number({ bands: [{ from: 0, points: 2 }] }),
          yesNo('q-b', {
            askedIf: { op: 'all', of: [numberIs('above', 3), numberIs('below', 5)] },
            points: { yes: 9, no: 8 },
          }),
        ],
      ],
      [
        'of no number, for there is none between the two that are asked for',
        [
          number({ bands: [{ from: 0, points: 2 }] }),
          yesNo('q-b', {
            askedIf: { op: 'all', of: [numberIs('above', 3), numberIs('below', 4)] },
            points: { yes: 9, no: 8 },
          }),
          yesNo('q-c'),
        ],
      ],
      [
        'of a share with one decimal place',
        [
          given.share({
            mayNotApply: false,
            indicator: 'ind-one',
            bands: [
              { from: 0, points: 0 },
              { from: 99.9, points: 4 },
            ],
          }),
          yesNo('q-b', {
            askedIf: { op: 'atMost', question: 'q-share', value: 0 },
            points: { yes: 2, no: 1 },
          }),
        ],
      ],
      [
        'of a value calculated from what is answered',
        [
          given.number({ mayNotApply: false }),
          given.share({ mayNotApply: false }),
          given.computed({
            indicator: 'ind-one',
            bands: [
              { from: 0, points: 1 },
              { from: 4, points: 3 },
            ],
          }),
          yesNo('q-b', { askedIf: { op: 'atLeast', question: 'q-computed', value: 5 } }),
          yesNo('q-c'),
        ],
        { 'q-number': value(10), 'q-share': value(2) },
      ],
      [
        'of a value that can not be calculated',
        [
          given.number({ mayNotApply: false }),
          given.share({ mayNotApply: false }),
          given.computed({
            indicator: 'ind-one',
            bands: [
              { from: 0, points: 1 },
              { from: 4, points: 3 },
            ],
          }),
          yesNo('q-c'),
        ],
        { 'q-number': value(10), 'q-share': value(0) },
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

describe('bounds of means', () => {
  const indicators = ['ind-one', 'ind-two', 'ind-three'].map((id) => ({ id, code: id }));
  const mean = (id: string, members: readonly string[], more: object = {}) => ({
    ...{ id, code: id, ...more },
    members: members.map((of, at) => ({ of, weight: at + 1 })),
  });
  const whole = {
    indicators,
    composites: [mean('mean-one', ['ind-one', 'ind-two'])],
    indices: [mean('index-one', ['mean-one', 'ind-three']), mean('index-two', ['ind-one', 'ind-two'])],
  };
  const of = (indicator: string, id: string, more: object = {}) => yesNo(id, { indicator, ...more });

  test.each<Row>(
    rows([
      [
        'of indicators that are free of each other',
        [of('ind-one', 'q-a'), of('ind-two', 'q-b'), of('ind-three', 'q-c')],
      ],
      [
        'of which one is settled',
        [of('ind-one', 'q-a'), of('ind-two', 'q-b'), of('ind-three', 'q-c')],
        { 'q-b': value(true) },
      ],
      ['of which one is empty', [of('ind-one', 'q-a'), of('ind-two', 'q-b')]],
      [
        'of which one may fall away',
        [of('ind-one', 'q-a', { mayNotApply: true }), of('ind-two', 'q-b'), of('ind-three', 'q-c')],
        { 'q-b': value(true) },
      ],
      [
        'of which two may fall away',
        [
          of('ind-one', 'q-a', { mayNotApply: true }),
          of('ind-two', 'q-b'),
          of('ind-three', 'q-c', { mayNotApply: true }),
        ],
        { 'q-b': value(false) },
      ],
      [
        'of indicators that one answer moves the same way',
        [
          of('ind-one', 'q-a', { points: { yes: 2, no: 1 } }),
          of('ind-two', 'q-b', { askedIf: isYes('q-a'), points: { yes: 2, no: 1 } }),
          of('ind-two', 'q-c', {
            askedIf: { op: 'not', of: isYes('q-a') },
            points: { yes: 1, no: 0 },
            weight: 2,
          }),
        ],
      ],
    ]),
  )('%s', (_, questions, claims) => {
    expectReached(questions, claims, whole);
  });

  const reasonsOf = (
    questions: readonly Question[],
    changes: Partial<Questionnaire> = {},
    claims: Answers = {},
  ): ReadonlyMap<string, readonly BoundReason[]> =>
    new Map(
      areasOf(compileQuestionnaire(given.questionnaire(questions, changes)), claims).map(
        ({ id, interval }) => [id, interval?.reasons ?? []],
      ),
    );

  test('say so when one answer raises one indicator and lowers another', () => {
    const found = reasonsOf(
      [
        of('ind-one', 'q-a'),
        of('ind-two', 'q-b', { askedIf: isYes('q-a'), points: { yes: 1, no: 0 } }),
        of('ind-two', 'q-c', { points: { yes: 9, no: 9 } }),
      ],
      whole,
    );
    expect(found.get('ind-one')).toEqual([]);
    expect(found.get('ind-two')).toEqual([]);
    expect(found.get('index-two')).toEqual(['linked']);
  });

  test('do not wait for an answer that is worth nothing either way, where it is to come', () => {
    const found = reasonsOf(
      [
        of('ind-one', 'q-a'),
        of('ind-two', 'q-b'),
        yesNo('q-c', { indicator: 'ind-two', points: { yes: 0, no: 0 }, askedIf: isYes('q-b') }),
      ],
      { ...whole, composites: [mean('mean-one', ['ind-one', 'ind-two'], { coverageToScore: 1 })] },
    );
    expect(found.get('mean-one')).toEqual([]);
  });

  const ratio = given.computed({
    indicator: 'ind-one',
    bands: [
      { from: 0, points: 1 },
      { from: 4, points: 3 },
    ],
  });
  test.each<readonly [string, readonly Question[], Partial<Questionnaire>, readonly BoundReason[]]>([
    [
      'a value is calculated from open answers',
      [given.number(), given.share(), ratio, yesNo('q-a')],
      {},
      ['computed'],
    ],
    [
      'a condition compares two open answers',
      [
        given.number(),
        given.share(),
        yesNo('q-a', {
          askedIf: {
            op: 'compare',
            left: { op: 'answer', question: 'q-number' },
            relation: 'above',
            right: { op: 'answer', question: 'q-share' },
          },
        }),
        yesNo('q-b'),
      ],
      {},
      ['formula'],
    ],
    [
      'answers can not be told apart',
      [
        number({ maximum: 1e15, decimals: 1, bands: [{ from: 0, points: 1 }] }),
        yesNo('q-a', { askedIf: { op: 'atLeast', question: 'q-number', value: 5 } }),
      ],
      {},
      ['tooMany'],
    ],
    [
      'answers can not be told apart, and some are not asked for sure',
      [
        number({ maximum: 1e15, decimals: 1, bands: [{ from: 0, points: 1 }] }),
        given.share(),
        ratio,
        yesNo('q-a', {
          askedIf: {
            op: 'all',
            of: [
              { op: 'atLeast', question: 'q-number', value: 5 },
              { op: 'answered', question: 'q-computed' },
            ],
          },
        }),
      ],
      {},
      ['computed', 'tooMany'],
    ],
    [
      'answers must agree with each other',
      [yesNo('q-a'), yesNo('q-b')],
      { validations: [{ id: 'val-1', code: 'V', holds: isYes('q-a'), severity: 'error', marks: ['q-a'] }] },
      ['validation'],
    ],
    [
      'answers should agree with each other',
      [yesNo('q-a'), yesNo('q-b')],
      { validations: [{ id: 'val-1', code: 'V', holds: isYes('q-a'), severity: 'warning', marks: ['q-a'] }] },
      [],
    ],
  ])('say so when %s', (_, questions, changes, reasons) => {
    expect(reasonsOf(questions, changes).get('ind-one')).toEqual(reasons);
  });

  test('say so through means of means', () => {
    const found = reasonsOf(
      [
        of('ind-one', 'q-a'),
        of('ind-two', 'q-b', { askedIf: isYes('q-a'), points: { yes: 1, no: 0 } }),
        of('ind-two', 'q-c', { points: { yes: 9, no: 9 } }),
      ],
      {
        indicators,
        composites: [mean('mean-one', ['ind-one']), mean('mean-two', ['mean-one', 'ind-two'])],
        indices: [mean('index-one', ['mean-two']), mean('index-two', ['mean-one', 'ind-three'])],
      },
    );
    expect(found.get('mean-one')).toEqual([]);
    expect(found.get('mean-two')).toEqual(['linked']);
    expect(found.get('index-one')).toEqual(['linked']);
    expect(found.get('index-two')).toEqual([]);
  });

  test('are the score itself along lines, to the last digit, once all is answered', () => {
    const along = (id: string, maximum: number): Question =>
      number({
        ...{ id, code: id, maximum },
        curve: [
          { at: 0, points: 0 },
          { at: maximum, points: 1 },
        ],
      });
    const [a, b, c] = [along('q-a', 3), along('q-b', 7), along('q-c', 11)];
    for (const order of [
      [a, b, c],
      [c, b, a],
      [b, c, a],
    ]) {
      const answers = { 'q-a': value(1), 'q-b': value(1), 'q-c': value(1) };
      const compiled = compileQuestionnaire(given.questionnaire(order));
      const [indicator] = scoreAssessment(compiled, answers, { basis: 'claimed' }).indicators;
      const { low, high } = indicator?.interval ?? {};
      expect(indicator?.score).toEqual({ kind: 'scored', value: low });
      expect(high).toBe(low);
    }
  });

  test('do not mind what must agree once it is answered', () => {
    const validations = [
      { id: 'val-1', code: 'V', holds: isYes('q-a'), severity: 'error' as const, marks: ['q-a'] },
    ];
    const found = reasonsOf([yesNo('q-a'), yesNo('q-b')], { validations }, { 'q-a': value(true) });
    expect(found.get('ind-one')).toEqual([]);
  });

  test('give up on more states than can be looked through, and still hold every completion', () => {
    const gates = Array.from({ length: 17 }, (_, at) => yesNo(`q-${String(at).padStart(2, '0')}`));
    const last = yesNo('q-last', { askedIf: { op: 'any', of: gates.map(({ id }) => isYes(id)) } });
    const compiled = compileQuestionnaire(given.questionnaire([...gates, last]));
    const [indicator] = areasOf(compiled, {});
    expect(indicator?.interval).toEqual({ low: 0, high: 1, exact: false, reasons: ['tooMany'] });
  });
});
