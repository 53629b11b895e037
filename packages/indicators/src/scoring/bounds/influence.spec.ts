import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { runs } from '../../../test/runs.js';
import { arbitraryAnswers } from '../../answers/answers.arbitrary.js';
import type { Answer, Answers, AnswerValue } from '../../answers/answer.js';
import { answersIn, questionStates } from '../../answers/standing.js';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import type { Condition } from '../../definition/condition.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Question } from '../../definition/question.js';
import type { Questionnaire } from '../../definition/questionnaire.js';
import { arbitraryQuestionnaire } from '../../definition/questionnaire.arbitrary.js';
import { scoreAssessment } from '../score-assessment.js';
import { answersThatMatter } from './completions.arbitrary.js';
import { answersInDoubt, possibleInDoubt } from './in-doubt.js';
import { influences } from './influence.js';

const value = (each: AnswerValue): Answer => ({ kind: 'value', value: each });
const CLAIMED = { basis: 'claimed' } as const;

describe('the influence of an open answer', () => {
  // 2 of 5 points for the first, 3 of 5 for the second, and nothing for the date.
  const compiled = compileQuestionnaire(
    given.questionnaire([
      given.yesNo({ mayNotApply: false }),
      given.single({ mayNotApply: false }),
      given.date(),
    ]),
  );

  test('is what it moves, the greatest first; what moves nothing is not listed', () => {
    const found = influences(compiled, {}, CLAIMED, 'index-one');
    expect(found.map(({ address }) => address)).toEqual(['q-single', 'q-yes-no']);
    expect(found[0]?.moves).toBeCloseTo(0.6, 12);
    expect(found[1]?.moves).toBeCloseTo(0.4, 12);
  });

  test('counts what an answer brings to be asked', () => {
    const more = given.questionnaire([
      given.yesNo({ mayNotApply: false, points: { yes: 1, no: 1 } }),
      given.single({
        mayNotApply: false,
        askedIf: { op: 'equals', question: 'q-yes-no', value: true },
      }),
    ]);
    // No: nothing more is asked, 1 of 1. Yes: 1 to 4 of 4.
    expect(influences(compileQuestionnaire(more), {}, CLAIMED, 'index-one')).toEqual([
      { address: 'q-yes-no', raises: 0.75, costs: 0, moves: 0.75 },
    ]);
  });

  const asked = (
    questions: readonly Question[],
    changes: Partial<Questionnaire> = {},
    claims: Answers = {},
  ) =>
    influences(compileQuestionnaire(given.questionnaire(questions, changes)), claims, CLAIMED, 'index-one');
  const yesNo = (id: string, yes: number, no: number, more: object = {}) =>
    given.yesNo({ id, code: id, mayNotApply: false, points: { yes, no }, ...more });

  test('is told by what it adds to the least and takes from the most', () => {
    const more = yesNo('q-b', 3, 0, { askedIf: { op: 'equals', question: 'q-a', value: true } });
    // Yes: 0 to 3 of 4. No: 1 of 1.
    expect(asked([yesNo('q-a', 0, 1), more])).toEqual([{ address: 'q-a', raises: 1, costs: 0.25, moves: 1 }]);
    // Yes: 1 to 4 of 4. No: 1 of 1, or 0 of 1.
    expect(asked([yesNo('q-a', 0, 0), yesNo('q-c', 1, 1), more])).toEqual([
      { address: 'q-a', raises: 0.75, costs: 0, moves: 0.75 },
    ]);
    // Yes: 0 to 1 of 3. No: 1 of 3.
    const less = yesNo('q-b', 1, 0, { askedIf: { op: 'equals', question: 'q-a', value: true } });
    expect(asked([yesNo('q-a', 0, 0), yesNo('q-c', 1, 1), less])).toEqual([
      { address: 'q-a', raises: 0.5, costs: 0, moves: 0.5 },
    ]);
  });

  test('that is as great comes in the order of the form', () => {
    const [a, b, c] = [yesNo('q-a', 1, 0), yesNo('q-b', 1, 0), yesNo('q-c', 2, 0)];
    const order = (...questions: readonly Question[]) => asked(questions).map(({ address }) => address);
    expect(order(a, b, c)).toEqual(['q-c', 'q-a', 'q-b']);
    expect(order(b, a, c)).toEqual(['q-c', 'q-b', 'q-a']);
    expect(order(b, c, a)).toEqual(['q-c', 'q-b', 'q-a']);
    expect(order(c, b, a)).toEqual(['q-c', 'q-b', 'q-a']);
  });

  test('is tried with the fewest and the most points of each answer that is looked at', () => {
    const banded = given.number({
      mayNotApply: false,
      indicator: 'ind-one',
      bands: [
        { from: 0, points: 1 },
        { from: 5, points: 4 },
      ],
    });
    expect(asked([banded])).toEqual([{ address: 'q-number', raises: 0.75, costs: 0.75, moves: 0.75 }]);
  });

  test('is not told of what is calculated, listed, answered or not asked', () => {
    const calculated = given.computed({
      indicator: 'ind-one',
      bands: [
        { from: 0, points: 0 },
        { from: 5, points: 4 },
      ],
    });
    const found = asked(
      [
        ...[given.number(), given.share(), calculated, given.set()],
        ...[yesNo('q-a', 1, 0), yesNo('q-b', 1, 0), yesNo('q-c', 1, 0, { askedIf: answeredYes('q-b') })],
      ],
      {},
      { 'q-a': value(true) },
    );
    expect(found.map(({ address }) => address)).toEqual(['q-b']);
    expect(asked([given.set({ mayNotApply: true, maximum: 1 })]).map(({ address }) => address)).toEqual([]);
    const endless = given.number({
      indicator: 'ind-one',
      maximum: 1e15,
      decimals: 1,
      bands: [{ from: 0, points: 1 }],
    });
    expect(asked([endless, yesNo('q-a', 1, 0)]).map(({ address }) => address)).toEqual(['q-a']);
  });

  test('on a mean is that on its members, and on nothing known there is none', () => {
    const two = {
      indicators: [
        { id: 'ind-one', code: 'IA' },
        { id: 'ind-two', code: 'IB' },
      ],
      indices: [
        {
          ...{ id: 'index-one', code: 'INDEX' },
          members: [
            { of: 'ind-one', weight: 1 },
            { of: 'ind-two', weight: 3 },
          ],
        },
      ],
    };
    const questions = [yesNo('q-a', 1, 0), yesNo('q-b', 1, 0, { indicator: 'ind-two' })];
    const moves = (of: string) =>
      influences(compileQuestionnaire(given.questionnaire(questions, two)), {}, CLAIMED, of).map(
        ({ address, moves: each }) => [address, each],
      );
    expect(moves('index-one')).toEqual([
      ['q-b', 0.75],
      ['q-a', 0.25],
    ]);
    expect(moves('ind-one')).toEqual([['q-a', 1]]);
    expect(moves('gone')).toEqual([]);
  });

  test('passes over answers that leave no score', () => {
    expect(asked([yesNo('q-a', 1, 0, { mayNotApply: true })])).toEqual([
      { address: 'q-a', raises: 1, costs: 1, moves: 1 },
    ]);
    expect(asked([yesNo('q-a', 0, 0), yesNo('q-b', 1, 1)])).toEqual([]);
    expect(asked([yesNo('q-a', 1, 1), yesNo('q-b', 1, 1, { askedIf: answeredYes('q-a') })])).toEqual([]);
  });

  test('of an answer in doubt is that of an open one', () => {
    const claims: Answers = { 'q-yes-no': value(true), 'q-single': value('opt-high') };
    expect(influences(compiled, claims, CLAIMED, 'index-one')).toEqual([]);
    const [only, ...others] = influences(compiled, claims, CLAIMED, 'index-one', new Set(['q-yes-no']));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ address: 'q-yes-no', raises: 0.4 });
  });

  test('is the difference between the intervals that its answers leave, each tried in turn', () => {
    let compared = 0;
    const trials = arbitraryQuestionnaire().chain((questionnaire) =>
      fc.tuple(
        fc.constant(compileQuestionnaire(questionnaire)),
        arbitraryAnswers(questionnaire, { emptySets: true }),
      ),
    );
    fc.assert(
      fc.property(trials, ([compiled, claims]) => {
        const [index] = compiled.indices;
        if (index === undefined) return;
        const found = new Map(
          influences(compiled, claims, CLAIMED, index.id).map((each) => [each.address, each]),
        );
        for (const state of questionStates(compiled, answersIn(claims)).values()) {
          const { question } = state.compiled;
          if (!state.isVisible || state.standing.kind !== 'open') continue;
          if (question.kind === 'computed' || question.kind === 'set') continue;
          const left = answersThatMatter(compiled, question).flatMap((answer) => {
            const answered = { ...claims, [state.address]: answer };
            return scoreAssessment(compiled, answered, CLAIMED).indices[0]?.interval ?? [];
          });
          const present = scoreAssessment(compiled, claims, CLAIMED).indices[0]?.interval;
          if (present?.exact !== true || left.some(({ exact }) => !exact)) continue;
          const [lows, highs] = [left.map(({ low }) => low), left.map(({ high }) => high)];
          const raises = Math.max(...lows) - Math.min(...lows);
          const costs = Math.max(...highs) - Math.min(...highs);
          expect(found.get(state.address)?.moves ?? 0).toBeCloseTo(Math.max(raises, costs), 10);
          compared += 1;
        }
      }),
      runs(12, 10),
    );
    expect(compared).toBeGreaterThan(3);
  });
});

function answeredYes(question: string): Condition {
  return { op: 'equals', question, value: true };
}

describe('answers in doubt', () => {
  const compiled = compileQuestionnaire(given.questionnaire([given.yesNo(), given.single(), given.file()]));
  const claims: Answers = {
    'q-yes-no': value(true),
    'q-single': value('opt-high'),
    'q-file': value(['ev-1']),
  };
  const finding = { id: 'f-1', reader: 'first', sequence: 1 } as const;
  const findings = [
    { ...finding, question: 'q-yes-no', answer: value(true) },
    { ...finding, id: 'f-2', question: 'q-single', answer: value('opt-low') },
    { ...finding, id: 'f-3', reader: 'second' as const, question: 'q-file', answer: value(['ev-2']) },
  ];

  test('are those nobody has judged, or those found otherwise by the first reader', () => {
    expect([...answersInDoubt(compiled, claims, findings, 'unverified')]).toEqual(['q-file']);
    expect([...answersInDoubt(compiled, claims, findings, 'disputed')]).toEqual(['q-single']);
  });

  test('are not those of which a finding says the same or was withdrawn, nor those nobody asks', () => {
    const gone = { ...claims, 'q-gone': value(true) };
    const others = [
      { ...finding, question: 'q-yes-no', answer: null },
      { ...finding, question: 'q-single', answer: value('opt-high') },
      { ...finding, question: 'q-gone', answer: value(false) },
    ];
    expect([...answersInDoubt(compiled, gone, others, 'unverified')]).toEqual(['q-yes-no', 'q-file']);
    expect([...answersInDoubt(compiled, gone, others, 'disputed')]).toEqual(['q-gone']);
  });

  test('leave open what nobody has answered, and absent what has no score', () => {
    const none = possibleInDoubt(compiled, { 'q-single': value('opt-high') }, CLAIMED, new Set());
    // 3 of 3, or 7 with what may be missing.
    expect(none.get('ind-one')).toMatchObject({ high: 1 });
    const nothing = compileQuestionnaire(given.questionnaire([given.text()]));
    expect([...possibleInDoubt(nothing, {}, CLAIMED, new Set()).keys()]).toEqual([]);
  });

  test('leave their areas as open as if they had not been given', () => {
    const disputed = answersInDoubt(compiled, claims, findings, 'disputed');
    const possible = possibleInDoubt(compiled, claims, { basis: 'found', findings }, disputed);
    // 4 of 7 points without the disputed answer's 3; 4 of 4 should it not apply.
    expect(possible.get('ind-one')).toMatchObject({ low: 4 / 7, high: 1, exact: true });
  });
});
