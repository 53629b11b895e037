import { describe, expect, test } from '@jest/globals';
import type { Answers } from '../../answers/answer.js';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Question } from '../../definition/question.js';
import type { Questionnaire } from '../../definition/questionnaire.js';
import type { BoundReason } from '../score.js';
import { scoreAssessment } from '../score-assessment.js';
import {
  areasOf,
  expectReached,
  isYes,
  rows,
  upToTwenty,
  value,
  yesNo,
  type Row,
} from './reached.arbitrary.js';

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
        upToTwenty({ maximum: 1e15, decimals: 1, bands: [{ from: 0, points: 1 }] }),
        yesNo('q-a', { askedIf: { op: 'atLeast', question: 'q-number', value: 5 } }),
      ],
      {},
      ['tooMany'],
    ],
    [
      'answers can not be told apart, and some are not asked for sure',
      [
        upToTwenty({ maximum: 1e15, decimals: 1, bands: [{ from: 0, points: 1 }] }),
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
      upToTwenty({
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
