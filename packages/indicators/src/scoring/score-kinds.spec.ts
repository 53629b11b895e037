import { describe, expect, test } from '@jest/globals';
import type { Answer, Answers, AnswerValue } from '../answers/answer.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import { given } from '../definition/given.arbitrary.js';
import type { Question } from '../definition/question.js';
import type { Indicator, Questionnaire } from '../definition/questionnaire.js';
import { percent } from './round-score.js';
import { scoreAssessment } from './score-assessment.js';

const value = (each: AnswerValue): Answer => ({ kind: 'value', value: each });
const NOT_APPLICABLE: Answer = { kind: 'notApplicable' };

function score(questions: readonly Question[], claims: Answers, changes: Partial<Questionnaire> = {}) {
  const compiled = compileQuestionnaire(given.questionnaire(questions, changes));
  return scoreAssessment(compiled, claims, { basis: 'claimed' });
}
function points(question: Question, answer: AnswerValue) {
  const [only] = score([question], { [question.id]: value(answer) }).questions;
  return only && [only.points / 1000, only.attainable / 1000];
}

describe('a ranking', () => {
  test.each([
    ['first', ['opt-rights', 'opt-trade', 'opt-image'], [3, 3]],
    ['second', ['opt-trade', 'opt-rights', 'opt-image'], [1, 3]],
    ['beyond the places that are worth something', ['opt-trade', 'opt-image', 'opt-rights'], [0, 3]],
  ])('brings the points of the place where what counts was put: %s', (_, order, expected) => {
    expect(points(given.ranking(), order)).toEqual(expected);
  });

  test('of which two count can bring both places', () => {
    const options = [
      { id: 'opt-rights', code: 'rights', counts: true },
      { id: 'opt-trade', code: 'trade', counts: true },
      { id: 'opt-image', code: 'image' },
    ];
    expect(points(given.ranking({ options }), ['opt-trade', 'opt-rights', 'opt-image'])).toEqual([4, 4]);
    expect(points(given.ranking({ options, ranked: 1, places: [3] }), ['opt-image'])).toEqual([0, 3]);
  });

  test('that is not complete is unanswered', () => {
    const { questions } = score([given.ranking()], { 'q-ranking': value(['opt-rights']) });
    expect(questions[0]).toMatchObject({
      score: { kind: 'unanswered' },
      faults: [{ code: 'notAllRanked', limit: 3 }],
    });
  });
});

describe('a file question', () => {
  test('brings its points once anything is given', () => {
    expect(points(given.file(), ['ev-1'])).toEqual([2, 2]);
    expect(points(given.file(), ['ev-1', 'ev-2'])).toEqual([2, 2]);
  });
});

describe('a curve', () => {
  const rising = given.share({
    indicator: 'ind-one',
    curve: [
      { at: 20, points: 0 },
      { at: 60, points: 4 },
    ],
  });
  const weeks = {
    unit: 'weeks',
    minimum: 0,
    maximum: 52,
    curve: [
      { at: 2, points: 3 },
      { at: 12, points: 0.5 },
    ],
  };
  const falling = given.number({ indicator: 'ind-one', ...weeks });

  test.each<[string, Question, number, number]>([
    ['below its beginning it is flat', rising, 5, 0],
    ['at its beginning', rising, 20, 0],
    ['between', rising, 30, 1],
    ['at its end', rising, 60, 4],
    ['above its end it is flat', rising, 100, 4],
    ['falling, before it begins', falling, 0, 3],
    ['falling, between', falling, 7, 1.75],
    ['falling, after its end', falling, 52, 0.5],
  ])('gives points along straight lines: %s', (_, question, answer, expected) => {
    expect(points(question, answer)?.[0]).toBeCloseTo(expected, 12);
  });

  test('makes its indicator count in doubles, and say so', () => {
    const claims = { 'q-share': value(33.3), 'q-yes-no': value(true) };
    const { indicators } = score([given.yesNo(), rising], claims);
    const [indicator] = indicators;
    expect(indicator).toMatchObject({ arithmetic: 'floating', denominator: 6e6 });
    expect(indicator?.numerator).toBeCloseTo(3.33e6, 3);
    expect(indicator && percent(indicator)).toBe(56);
    expect(score([given.yesNo()], claims).indicators[0]).toMatchObject({ arithmetic: 'exact' });
  });
});

describe('a computed question', () => {
  const figures = [given.number(), given.share()];
  const bands = [
    { from: 0, points: 0 },
    { from: 5, points: 2 },
  ];
  const computed = given.computed({ indicator: 'ind-one', bands });

  test('is scored by its rounded value, and shows what it was calculated from', () => {
    const claims = { 'q-number': value(99), 'q-share': value(20) };
    const { questions, indicators } = score([...figures, computed], claims);
    expect(questions[2]).toMatchObject({
      answer: value(5),
      points: 2000,
      calculation: {
        op: 'divide',
        value: 4.95,
        of: [
          { op: 'answer', address: 'q-number', value: 99 },
          { op: 'answer', address: 'q-share', value: 20 },
        ],
      },
    });
    expect(questions[2]).not.toHaveProperty('column');
    expect(indicators[0]?.score).toEqual({ kind: 'scored', value: 1 });
  });

  test.each<[string, Answers, string]>([
    ['unanswered while something is open', { 'q-number': value(10) }, 'unanswered'],
    ['unanswered while something is faulty', { 'q-number': value(10), 'q-share': value(312) }, 'unanswered'],
    [
      'not applicable once something does not apply',
      { 'q-number': NOT_APPLICABLE, 'q-share': value(5) },
      'notApplicable',
    ],
    [
      'not applicable where one would divide by 0',
      { 'q-number': value(1), 'q-share': value(0) },
      'notApplicable',
    ],
    ['scored, where it is worth nothing', { 'q-number': value(0), 'q-share': value(5) }, 'scored'],
  ])('is %s', (_, claims, expected) => {
    expect(score([...figures, computed], claims).questions[2]?.score.kind).toBe(expected);
  });

  test('takes no answer: what is stored for it is passed over', () => {
    const { questions, ignored } = score([...figures, computed], { 'q-computed': value(7) });
    expect(questions[2]).not.toHaveProperty('answer');
    expect(ignored).toEqual(['q-computed']);
  });

  test('can look into a set', () => {
    const share = given.computed({
      indicator: 'ind-one',
      formula: {
        op: 'divide',
        of: [
          { op: 'sum', over: 'q-set', of: [{ op: 'answer', question: 'q-open' }] },
          { op: 'answer', question: 'q-set' },
        ],
      },
      bands: [
        { from: 0, points: 0 },
        { from: 0.5, points: 2 },
      ],
    });
    const claims = {
      'q-set': value(['in-a', 'in-b']),
      'q-open@in-a': value(true),
      'q-open@in-b': value(false),
    };
    const { questions } = score([given.set(), share], claims);
    expect(questions.find(({ id }) => id === 'q-computed')).toMatchObject({
      answer: value(0.5),
      points: 2000,
    });
  });
});

describe('what may be declared not applicable', () => {
  test('is only what the question allows; elsewhere the declaration is a fault', () => {
    const claims = { 'q-yes-no': NOT_APPLICABLE };
    expect(score([given.yesNo()], claims).questions[0]?.score.kind).toBe('notApplicable');
    expect(score([given.yesNo({ mayNotApply: undefined })], claims).questions[0]).toMatchObject({
      score: { kind: 'unanswered' },
      faults: [{ code: 'mustApply' }],
    });
  });
});

describe('minimum coverage', () => {
  const questions = [given.yesNo(), given.single(), given.multiple()];
  const one = { 'q-yes-no': value(true) };
  const rules = { unanswered: 'leaveOut', notApplicable: 'leaveOut', coverageToPublish: 0 } as const;
  const withRules = (coverageToScore: number, indicators?: Indicator[]) =>
    score(questions, one, { rules: { ...rules, coverageToScore }, ...(indicators && { indicators }) })
      .indicators[0];

  test('keeps an indicator from a score, and the trace says by how much', () => {
    const indicator = withRules(0.5);
    expect(indicator).toMatchObject({
      score: { kind: 'unanswered' },
      answered: 1,
      applicable: 3,
      numerator: 2e6,
      denominator: 2e6,
    });
    expect(indicator?.shortBy).toBeCloseTo(0.5 - 1 / 3, 12);
  });

  test('lets it have one once enough is answered, the bound included', () => {
    expect(withRules(1 / 3)?.score).toEqual({ kind: 'scored', value: 1 });
    expect(withRules(1 / 3)).not.toHaveProperty('shortBy');
  });

  test('can be an indicator’s own', () => {
    const own = [
      { id: 'ind-one', code: 'IA', rules: { coverageToScore: 0.25, unanswered: 'countAsZero' } },
    ] as const;
    expect(withRules(0.9, [...own])).toMatchObject({
      score: { kind: 'scored' },
      numerator: 2e6,
      denominator: 7.5e6,
      rules: { coverageToScore: 0.25, unanswered: 'countAsZero', notApplicable: 'leaveOut' },
    });
  });

  test('of a mean is a share of the weights of what is asked and applies', () => {
    const two = given.questionnaire([given.yesNo(), given.single({ indicator: 'ind-two' })]);
    const index = (coverageToScore: number, claims: Answers) =>
      score(two.sections[0]?.questions ?? [], claims, {
        indicators: [
          { id: 'ind-one', code: 'IA' },
          { id: 'ind-two', code: 'IB' },
        ],
        indices: [
          {
            id: 'index-one',
            code: 'INDEX',
            members: [
              { of: 'ind-one', weight: 1 },
              { of: 'ind-two', weight: 3 },
            ],
            coverageToScore,
          },
        ],
      }).indices[0];
    expect(index(0.5, one)).toMatchObject({ score: { kind: 'unanswered' }, coverage: 0.25, shortBy: 0.25 });
    expect(index(0.25, one)?.score).toEqual({ kind: 'scored', value: 1 });
    expect(index(0.5, { ...one, 'q-single': NOT_APPLICABLE })).toMatchObject({
      score: { kind: 'scored', value: 1 },
      coverage: 1,
    });
  });
});
