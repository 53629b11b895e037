import { describe, expect, test } from '@jest/globals';
import type { Answer, Answers, AnswerValue } from '../answers/answer.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import type { Formula } from '../definition/formula.js';
import { given } from '../definition/given.arbitrary.js';
import type { Question } from '../definition/question.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import { standingFindings, type ScoreOptions } from './columns.js';
import { derivePoints } from './derive-points.js';
import { explainScore } from './explain-score.js';
import type { FindingInput } from './finding-input.js';
import { inputOf } from './input.js';
import { scoreAssessment } from './score-assessment.js';

const value = (each: AnswerValue): Answer => ({ kind: 'value', value: each });
const NOT_APPLICABLE: Answer = { kind: 'notApplicable' };

function score(
  questions: readonly Question[],
  claims: Answers,
  changes: Partial<Questionnaire> = {},
  options: ScoreOptions = { basis: 'claimed' },
) {
  return scoreAssessment(compileQuestionnaire(given.questionnaire(questions, changes)), claims, options);
}

describe('the trace of a calculation', () => {
  const answer = (question: string): Formula => ({ op: 'answer', question });
  const number = (each: number): Formula => ({ op: 'number', value: each });
  const traceOf = (formula: Formula, claims: Answers) =>
    score([given.number(), given.set(), given.computed({ formula })], claims).questions.find(
      ({ id }) => id === 'q-computed',
    )?.calculation;

  test.each<readonly [Formula, unknown]>([
    [number(7), { op: 'number', value: 7 }],
    [answer('q-number'), { op: 'answer', value: 12, address: 'q-number' }],
    [answer('gone'), { op: 'answer' }],
    [
      { op: 'add', of: [answer('q-number'), number(2)] },
      {
        op: 'add',
        value: 14,
        of: [
          { op: 'answer', value: 12, address: 'q-number' },
          { op: 'number', value: 2 },
        ],
      },
    ],
    [
      { op: 'multiply', of: [number(3), number(2)] },
      {
        op: 'multiply',
        value: 6,
        of: [
          { op: 'number', value: 3 },
          { op: 'number', value: 2 },
        ],
      },
    ],
    [
      { op: 'subtract', of: [number(3), number(2)] },
      {
        op: 'subtract',
        value: 1,
        of: [
          { op: 'number', value: 3 },
          { op: 'number', value: 2 },
        ],
      },
    ],
    [
      { op: 'divide', of: [number(3), number(0)] },
      {
        op: 'divide',
        of: [
          { op: 'number', value: 3 },
          { op: 'number', value: 0 },
        ],
      },
    ],
  ])('%j tells what each part came to', (formula, trace) => {
    expect(traceOf(formula, { 'q-number': value(12) })).toStrictEqual(trace);
  });

  test.each([
    ['sum', 40],
    ['min', 10],
    ['max', 30],
    ['count', 2],
  ] as const)('of the %s over a list tells what it was in each instance', (op, whole) => {
    const claims = {
      'q-set': value(['in-a', 'in-b', 'in-c']),
      'q-open@in-a': value(true),
      'q-visits@in-a': value(10),
      'q-open@in-b': value(true),
      'q-visits@in-b': value(30),
      'q-open@in-c': value(false),
    };
    expect(traceOf({ op, over: 'q-set', of: [answer('q-visits')] }, claims)).toStrictEqual({
      op,
      value: whole,
      of: [
        { op: 'answer', value: 10, address: 'q-visits@in-a' },
        { op: 'answer', value: 30, address: 'q-visits@in-b' },
        { op: 'answer', address: 'q-visits@in-c' },
      ],
    });
  });

  test('is told with the decimal places that are kept, and not at all of what is not asked', () => {
    const asked = (answered: boolean) =>
      score(
        [
          given.yesNo(),
          given.number(),
          given.share(),
          given.computed({ askedIf: { op: 'equals', question: 'q-yes-no', value: true } }),
        ],
        { 'q-yes-no': value(answered), 'q-number': value(10), 'q-share': value(3) },
      ).questions[3];
    expect(asked(true)).toMatchObject({
      answer: value(3.3),
      calculation: { op: 'divide', value: 10 / 3 },
      decimals: 1,
    });
    expect(Object.keys(asked(false) ?? {})).not.toEqual(expect.arrayContaining(['calculation']));
    expect(asked(false)).not.toHaveProperty('answer');
    expect(asked(false)).not.toHaveProperty('decimals');
  });
});

describe('how an answer came by its points', () => {
  const curve = [
    { at: 2, points: 1 },
    { at: 6, points: 5 },
    { at: 8, points: 2 },
  ];
  const derivationOf = (question: Question, answer: AnswerValue) =>
    score([question], { [question.id]: value(answer) }).questions[0]?.derivation;
  const step = (at: number) => ({ at: curve[at]?.at, points: 1000 * (curve[at]?.points ?? 0) });
  const onCurve = given.number({ indicator: 'ind-one', curve });

  test.each<readonly [string, Question, AnswerValue, object]>([
    ['yes', given.yesNo(), true, { kind: 'terms', terms: [{ of: 'yes', points: 2000 }] }],
    ['no', given.yesNo(), false, { kind: 'terms', terms: [{ of: 'no', points: 0 }] }],
    ['one', given.single(), 'opt-high', { kind: 'terms', terms: [{ of: 'opt-high', points: 3000 }] }],
    ['evidence', given.file(), ['ev-1'], { kind: 'terms', terms: [{ of: 'given', points: 2000 }] }],
    [
      'what counts of an order, with its place',
      given.ranking({
        options: [
          { id: 'opt-a', code: 'a' },
          { id: 'opt-b', code: 'b', counts: true },
        ],
      }),
      ['opt-a', 'opt-b'],
      { kind: 'terms', terms: [{ of: 'opt-b', place: 2, points: 1000 }] },
    ],
    ['before a line', onCurve, 1, { kind: 'curve', from: step(0), to: step(0) }],
    ['at its beginning', onCurve, 2, { kind: 'curve', from: step(0), to: step(0) }],
    ['along it', onCurve, 3, { kind: 'curve', from: step(0), to: step(1) }],
    ['at a kink', onCurve, 6, { kind: 'curve', from: step(1), to: step(1) }],
    ['beyond it', onCurve, 7, { kind: 'curve', from: step(1), to: step(2) }],
    ['at its end', onCurve, 8, { kind: 'curve', from: step(2), to: step(2) }],
    ['after it', onCurve, 9, { kind: 'curve', from: step(2), to: step(2) }],
  ])('is told: %s', (_, question, answer, derivation) => {
    expect(derivationOf(question, answer)).toEqual(derivation);
  });

  test('is not told where nothing leads to points', () => {
    expect(derivePoints({ kind: 'none' }, 'a')).toBeUndefined();
    expect(derivePoints({ kind: 'curve', steps: [] }, 3)).toBeUndefined();
    expect(derivePoints({ kind: 'banded', bands: [] }, 3)).toBeUndefined();
    expect(derivationOf(given.text(), 'a')).toBeUndefined();
  });

  test('is told with the instance it is asked of', () => {
    const claims = { 'q-set': value(['in-a']), 'q-open@in-a': value(true) };
    const [set, open] = score([given.set()], claims).questions;
    expect(set).not.toHaveProperty('instance');
    expect(open).toMatchObject({ address: 'q-open@in-a', instance: 'in-a', points: 2000 });
  });
});

describe('the sum along a line', () => {
  /** A third of a point and the like: added up in another order, the last digit comes out otherwise. */
  const partOf = (id: string, maximum: number): Question =>
    given.number({
      id,
      code: id,
      indicator: 'ind-one',
      maximum,
      curve: [
        { at: 0, points: 0 },
        { at: maximum, points: 1 },
      ],
    });

  test('is that of the addresses in order, however the form asks', () => {
    const [a, b, c] = [partOf('q-a', 3), partOf('q-b', 7), partOf('q-c', 11)];
    const claims = { 'q-a': value(1), 'q-b': value(1), 'q-c': value(1) };
    const [one, other, last] = [3, 7, 11].map((each) => (1 / each) * 1000 * 1000);
    for (const order of [
      [a, b, c],
      [a, c, b],
      [b, a, c],
      [b, c, a],
      [c, a, b],
      [c, b, a],
    ])
      expect(score(order, claims).indicators[0]?.numerator).toBe((one ?? 0) + (other ?? 0) + (last ?? 0));
  });
});

describe('findings that stand', () => {
  const finding = (id: string, sequence: number, question = 'q-a', answer: Answer | null = value(true)) =>
    ({ id, sequence, question, reader: 'first', answer }) satisfies FindingInput;
  const idsOf = (...findings: readonly FindingInput[]) => standingFindings(findings).map(({ id }) => id);

  test('are the newest, by their number and not by their name', () => {
    expect(idsOf(finding('f-b', 9), finding('f-a', 10))).toEqual(['f-a']);
    expect(idsOf(finding('f-a', 10), finding('f-b', 9))).toEqual(['f-a']);
  });

  test('are those of the greater name, of equal numbers', () => {
    expect(idsOf(finding('f-a', 1), finding('f-b', 1))).toEqual(['f-b']);
    expect(idsOf(finding('f-b', 1), finding('f-a', 1))).toEqual(['f-b']);
  });

  test('are those of the reader that is asked about; of the first one unless said otherwise', () => {
    const second = { ...finding('f-b', 2), reader: 'second' } as const;
    expect(idsOf(finding('f-a', 1), second)).toEqual(['f-a']);
    expect(standingFindings([finding('f-a', 1), second], 'second')).toEqual([second]);
  });

  test('are told by address, whenever they were made', () => {
    const [a, b, c] = [finding('f-1', 3, 'q-a'), finding('f-2', 2, 'q-b'), finding('f-3', 1, 'q-c')];
    for (const order of [
      [a, b, c],
      [c, b, a],
      [b, a, c],
      [b, c, a],
    ])
      expect(idsOf(...order)).toEqual(['f-1', 'f-2', 'f-3']);
  });

  test('are none where there are none, on every basis', () => {
    for (const basis of ['claimed', 'found', 'agreed'] as const)
      expect(score([given.yesNo()], { 'q-yes-no': value(true) }, {}, { basis }).questions[0]).toMatchObject({
        column: 'claim',
        points: 2000,
      });
  });

  test('give way to what is agreed, which says so', () => {
    const options = {
      basis: 'agreed' as const,
      findings: [finding('f-a', 1, 'q-yes-no', value(false))],
    };
    const agreed = { 'q-yes-no': value(true) };
    const [found] = score([given.yesNo()], {}, {}, options).questions;
    expect(found).toMatchObject({ column: 'finding', findingId: 'f-a', points: 0 });
    const [last] = score([given.yesNo()], {}, {}, { ...options, agreed }).questions;
    expect(last).toMatchObject({ column: 'agreed', points: 2000 });
    expect(last).not.toHaveProperty('findingId');
  });

  test('are part of the input only as far as the basis takes notice', () => {
    const findings = [finding('f-a', 1, 'q-b'), finding('f-b', 2, 'q-a'), finding('f-c', 3, 'q-c', null)];
    const agreed = { 'q-z': value(['b', 'a']), 'q-y': value({ r: 'c', a: 'c' }) };
    const input = (basis: ScoreOptions['basis']) => inputOf('hash', {}, { basis, findings, agreed });
    const laid = { 'q-a': { answer: value(true), id: 'f-b' }, 'q-b': { answer: value(true), id: 'f-a' } };
    expect(input('claimed')).toMatchObject({ agreed: {}, findings: {} });
    expect(input('claimed').findings).toStrictEqual({});
    expect(input('found').findings).toStrictEqual(laid);
    expect(input('found').agreed).toStrictEqual({});
    expect(input('agreed')).toMatchObject({ basis: 'agreed', questionnaire: 'hash', findings: laid, agreed });
    // Keys in order, lists as they are.
    expect(JSON.stringify(input('agreed').agreed)).toBe(
      '{"q-y":{"kind":"value","value":{"a":"c","r":"c"}},"q-z":{"kind":"value","value":["b","a"]}}',
    );
    expect(inputOf('hash', {}, { basis: 'agreed' })).toMatchObject({ agreed: {}, findings: {} });
  });
});

describe('an indicator', () => {
  test('is made of the questions that have points, in the order of the form', () => {
    const claims = { 'q-yes-no': value(true), 'q-text': value('as it is') };
    const asked = [given.text({ indicator: 'ind-one' }), given.single(), given.yesNo()];
    expect(score(asked, claims).indicators[0]).toMatchObject({
      questions: ['q-single', 'q-yes-no'],
      applicable: 2,
      answered: 1,
    });
  });
});

describe('what a question did to its indicator', () => {
  const questions = [
    given.yesNo({ mayNotApply: true }),
    given.single({ mayNotApply: true, indicator: 'ind-two' }),
    given.file({ askedIf: { op: 'equals', question: 'q-yes-no', value: true } }),
  ];
  const indicators = [
    { id: 'ind-one', code: 'IA' },
    { id: 'ind-two', code: 'IB' },
  ];
  const effects = (claims: Answers, missing: 'leaveOut' | 'countAsZero') => {
    const rules = { unanswered: missing, notApplicable: missing, coverageToScore: 0, coverageToPublish: 0 };
    const scorecard = score(questions, claims, { indicators, rules });
    return questions.map(({ id }) => {
      const explanation = explainScore(scorecard, id);
      return explanation?.kind === 'question' && [explanation.effect, explanation.share];
    });
  };

  test('is that it counted, counted as nothing, was left out or was not asked', () => {
    expect(effects({ 'q-yes-no': value(false), 'q-single': NOT_APPLICABLE }, 'leaveOut')).toEqual([
      ['counted', 1],
      ['leftOut', 0],
      ['notAsked', 0],
    ]);
    // 2 of 4 points each.
    expect(effects({ 'q-yes-no': value(true) }, 'countAsZero')).toEqual([
      ['counted', 0.5],
      ['countedAsZero', 1],
      ['countedAsZero', 0.5],
    ]);
    expect(effects({ 'q-yes-no': value(true) }, 'leaveOut')).toEqual([
      ['counted', 1],
      ['leftOut', 0],
      ['leftOut', 0],
    ]);
  });

  test('is nothing where an answer is worth nothing at all', () => {
    const nothing = given.yesNo({ points: { yes: 0, no: 0 } });
    const explanation = explainScore(
      score([nothing, given.single()], { 'q-yes-no': value(true) }),
      'q-yes-no',
    );
    expect(explanation).toMatchObject({ effect: 'leftOut', share: 0, question: { score: { value: 0 } } });
  });
});

describe('a mean', () => {
  const questions = [given.yesNo(), given.single({ indicator: 'ind-two' })];
  const indicators = [
    { id: 'ind-one', code: 'IA' },
    { id: 'ind-two', code: 'IB' },
  ];
  const index = (claims: Answers, more: object = {}) =>
    score(questions, claims, {
      indicators,
      indices: [
        {
          ...{ id: 'index-one', code: 'INDEX', ...more },
          members: [
            { of: 'ind-one', weight: 1 },
            { of: 'ind-two', weight: 3 },
          ],
        },
      ],
    }).indices[0];

  test('tells what each member adds', () => {
    expect(index({ 'q-yes-no': value(true), 'q-single': value('opt-low') })).toMatchObject({
      score: { kind: 'scored', value: 0.25 },
      coverage: 1,
      contributions: [
        { of: 'ind-one', code: 'IA', weight: 1000, share: 0.25, contribution: 0.25 },
        { of: 'ind-two', code: 'IB', weight: 3000, share: 0.75, contribution: 0 },
      ],
    });
  });

  test('is covered where nothing is missing, and by nothing where all is', () => {
    expect(index({ 'q-yes-no': NOT_APPLICABLE, 'q-single': NOT_APPLICABLE })).toMatchObject({
      score: { kind: 'notApplicable' },
      coverage: 1,
    });
    expect(index({ 'q-yes-no': NOT_APPLICABLE })).toMatchObject({
      score: { kind: 'unanswered' },
      coverage: 0,
    });
    const none = index({}, { coverageToScore: 0.5 });
    expect(none).toMatchObject({ score: { kind: 'unanswered' }, coverage: 0 });
    expect(none).not.toHaveProperty('shortBy');
    expect(none?.contributions).toMatchObject([{ share: 0 }, { share: 0 }]);
  });

  test('of something unknown is not asked for it', () => {
    const strange = score(
      [given.yesNo()],
      { 'q-yes-no': value(true) },
      {
        indices: [{ id: 'index-one', code: 'INDEX', members: [{ of: 'gone', weight: 1 }] }],
      },
    );
    expect(strange.indices[0]?.score).toEqual({ kind: 'notAsked' });
  });
});
