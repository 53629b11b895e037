import { describe, expect, test } from '@jest/globals';
import type { Answer, Answers, AnswerValue } from '../answers/answer.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import { given } from '../definition/given.arbitrary.js';
import type { Question } from '../definition/question.js';
import type { Rules } from '../definition/questionnaire.js';
import type { FindingInput } from './finding-input.js';
import { inputOf } from './input.js';
import { scoreAssessment } from './score-assessment.js';
import { explainScore } from './explain-score.js';

const value = (each: AnswerValue): Answer => ({ kind: 'value', value: each });
const NOT_APPLICABLE: Answer = { kind: 'notApplicable' };

function indicatorOf(questions: readonly Question[], claims: Answers, rules: Partial<Rules> = {}) {
  const questionnaire = given.questionnaire(questions);
  const compiled = compileQuestionnaire({ ...questionnaire, rules: { ...questionnaire.rules, ...rules } });
  const { indicators } = scoreAssessment(compiled, claims, { basis: 'claimed' });
  const [indicator] = indicators;
  if (!indicator) throw new Error('there is one');
  return indicator;
}

describe('points', () => {
  const bands = [
    { from: 0, points: 0 },
    { from: 12.5, points: 1 },
    { from: 50, points: 4 },
  ];
  test.each<[string, Question, AnswerValue, number, number]>([
    ['a single choice', given.single(), 'opt-high', 3, 3],
    ['several choices', given.multiple(), ['opt-one', 'opt-two'], 2.5, 2.5],
    ['several choices up to the cap', given.multiple({ cap: 2 }), ['opt-one', 'opt-two'], 2, 2],
    [
      'an exclusive choice worth more than the others',
      given.multiple({
        options: [
          { id: 'opt-one', code: 'one', points: 1 },
          { id: 'opt-all', code: 'all', points: 4, exclusive: true },
        ],
      }),
      ['opt-one'],
      1,
      4,
    ],
    ['a weighted yes', given.yesNo({ weight: 0.5 }), true, 1, 1],
    ['a no worth more than a yes', given.yesNo({ points: { yes: 0, no: 3 } }), false, 3, 3],
    ['the rows of a matrix', given.matrix(), { 'row-one': 'col-yes', 'row-two': 'col-no' }, 1, 2],
    ['just below a band', given.share({ indicator: 'ind-one', bands }), 12.4, 0, 4],
    ['the start of a band', given.share({ indicator: 'ind-one', bands }), 12.5, 1, 4],
    ['the last band', given.share({ indicator: 'ind-one', bands }), 100, 4, 4],
  ])('of %s', (_, question, answer, numerator, denominator) => {
    expect(indicatorOf([question], { [question.id]: value(answer) })).toMatchObject({
      numerator: numerator * 1e6,
      denominator: denominator * 1e6,
      score: { kind: 'scored', value: numerator / denominator },
    });
  });
});

describe('what is missing', () => {
  const questions = [given.yesNo(), given.single()];
  test.each<[string, Answers, Partial<Rules>, object]>([
    ['unanswered is left out', { 'q-yes-no': value(true) }, {}, { numerator: 2e6, denominator: 2e6 }],
    [
      'unanswered counts as zero',
      { 'q-yes-no': value(true) },
      { unanswered: 'countAsZero' },
      { numerator: 2e6, denominator: 5e6 },
    ],
    [
      'not applicable is left out',
      { 'q-yes-no': value(true), 'q-single': NOT_APPLICABLE },
      {},
      { numerator: 2e6, denominator: 2e6 },
    ],
    [
      'not applicable counts as zero',
      { 'q-yes-no': value(true), 'q-single': NOT_APPLICABLE },
      { notApplicable: 'countAsZero' },
      { numerator: 2e6, denominator: 5e6 },
    ],
    [
      'nothing answered',
      {},
      {},
      { score: { kind: 'unanswered' }, coverage: 0, interval: { low: 0, high: 1 } },
    ],
    ['a fault is unanswered', { 'q-single': value('opt-gone') }, {}, { score: { kind: 'unanswered' } }],
    [
      'an open row is unanswered',
      { 'q-single': value({ 'row-one': 'col-yes' }) },
      {},
      { score: { kind: 'unanswered' } },
    ],
  ])('%s', (_, claims, rules, expected) => {
    expect(indicatorOf(questions, claims, rules)).toMatchObject(expected);
  });

  test('nothing applicable has no score and no interval, even where it counts as zero', () => {
    const claims = { 'q-yes-no': NOT_APPLICABLE, 'q-single': NOT_APPLICABLE };
    for (const notApplicable of ['leaveOut', 'countAsZero'] as const) {
      const indicator = indicatorOf(questions, claims, { notApplicable });
      expect(indicator.score).toEqual({ kind: 'notApplicable' });
      expect(indicator).not.toHaveProperty('interval');
    }
  });

  test('an indicator none of whose questions is asked is notAsked', () => {
    const background = given.yesNo({
      id: 'q-background',
      code: 'B.1',
      indicator: undefined,
      points: undefined,
    });
    const question = given.yesNo({ askedIf: { op: 'equals', question: 'q-background', value: true } });
    const indicator = indicatorOf([background, question], { 'q-background': value(false) });
    expect(indicator.score).toEqual({ kind: 'notAsked' });
    expect(indicator).not.toHaveProperty('interval');
  });
});

describe('columns', () => {
  const compiled = compileQuestionnaire(
    given.questionnaire([
      given.yesNo(),
      given.single({ askedIf: { op: 'equals', question: 'q-yes-no', value: true } }),
    ]),
  );
  const claims = { 'q-yes-no': value(false), 'q-single': value('opt-high') };
  const finding = (
    sequence: number,
    answer: Answer | null,
    reader: FindingInput['reader'] = 'first',
  ): FindingInput => ({
    id: `f-${String(sequence)}`,
    question: 'q-yes-no',
    reader,
    sequence,
    answer,
  });
  const points = (options: Parameters<typeof scoreAssessment>[2]) => {
    const [indicator] = scoreAssessment(compiled, claims, options).indicators;
    return [(indicator?.numerator ?? NaN) / 1e6, (indicator?.denominator ?? NaN) / 1e6];
  };
  const found = [finding(1, value(true)), finding(2, value(false), 'second')];

  test('claims alone count on the basis claimed', () => {
    expect(points({ basis: 'claimed', findings: found, agreed: { 'q-yes-no': value(true) } })).toEqual([
      0, 2,
    ]);
  });

  test('a finding lies over the claim, and a claim that was kept counts once its question is asked', () => {
    expect(points({ basis: 'found', findings: found, agreed: { 'q-yes-no': value(false) } })).toEqual([5, 5]);
  });

  test('the newest finding counts; withdrawn, the claim stands', () => {
    expect(points({ basis: 'found', findings: [finding(3, null), ...found] })).toEqual([0, 2]);
  });

  test('an agreed value lies on top', () => {
    expect(points({ basis: 'agreed', findings: found, agreed: { 'q-single': value('opt-low') } })).toEqual([
      2, 5,
    ]);
  });

  test('the scorecard tells whose answer counted', () => {
    const scorecard = scoreAssessment(compiled, claims, { basis: 'found', findings: found });
    expect(scorecard.questions).toMatchObject([
      { id: 'q-yes-no', column: 'finding', findingId: 'f-1', answer: value(true) },
      { id: 'q-single', column: 'claim', answer: value('opt-high') },
    ]);
  });

  test('ids the version does not know are told, of whatever column, sorted', () => {
    const scorecard = scoreAssessment(
      compiled,
      { zzz: value(1), ...claims },
      {
        basis: 'found',
        findings: [{ ...finding(1, value(1)), question: 'aaa' }],
      },
    );
    expect(scorecard.ignored).toEqual(['aaa', 'zzz']);
  });

  test('the input is the same text for the same meaning, and another for another', () => {
    const text = (each: Answers, findings: readonly FindingInput[], basis: 'claimed' | 'found' = 'found') =>
      JSON.stringify(inputOf('hash', each, { basis, findings }));
    const reversed = Object.fromEntries(Object.entries(claims).reverse());
    expect(text(reversed, [...found].reverse())).toBe(text(claims, found));
    expect(text(claims, [found[0] ?? finding(1, null)])).toBe(text(claims, found));
    expect(text(claims, [finding(1, null)])).toBe(text(claims, []));
    expect(text(claims, found)).not.toBe(text(claims, []));
    expect(text(claims, [], 'claimed')).not.toBe(text(claims, []));
  });
});

describe('an explanation', () => {
  const compiled = compileQuestionnaire(
    given.questionnaire([given.yesNo(), given.single(), given.multiple(), given.text()], {
      composites: [{ id: 'lens', code: 'LENS', members: [{ of: 'ind-one', weight: 1 }] }],
      indices: [{ id: 'index-one', code: 'INDEX', members: [{ of: 'lens', weight: 2 }] }],
    }),
  );
  const scorecard = scoreAssessment(
    compiled,
    { 'q-yes-no': value(true), 'q-single': value('opt-low'), 'q-multiple': NOT_APPLICABLE },
    { basis: 'claimed' },
  );

  test('leads from the index through composite and indicator to the answers', () => {
    const explanation = explainScore(scorecard, 'index-one');
    expect(explanation).toMatchObject({
      kind: 'mean',
      mean: { code: 'INDEX' },
      parts: [
        {
          contribution: { of: 'lens', share: 1, contribution: 0.4 },
          explanation: {
            kind: 'mean',
            parts: [
              {
                explanation: {
                  kind: 'indicator',
                  indicator: { numerator: 2e6, denominator: 5e6 },
                  parts: [
                    {
                      effect: 'counted',
                      share: 0.4,
                      contribution: 0.4,
                      missed: 0,
                      question: { answer: value(true) },
                    },
                    { effect: 'counted', share: 0.6, contribution: 0, missed: 0.6 },
                    { effect: 'leftOut', share: 0, contribution: 0 },
                  ],
                },
              },
            ],
          },
        },
      ],
    });
  });

  test('of a question stands alone; of nothing known there is none', () => {
    expect(explainScore(scorecard, 'q-single')).toMatchObject({ kind: 'question', missed: 0.6 });
    expect(explainScore(scorecard, 'q-text')).toMatchObject({ kind: 'question', share: 0 });
    expect(explainScore(scorecard, 'nothing')).toBeUndefined();
  });
});
