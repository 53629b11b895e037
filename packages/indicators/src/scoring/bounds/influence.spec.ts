import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { runs } from '../../../test/runs.js';
import { arbitraryAnswers } from '../../answers/answers.arbitrary.js';
import type { Answer, Answers, AnswerValue } from '../../answers/answer.js';
import { answersIn, questionStates } from '../../answers/standing.js';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import { given } from '../../definition/given.arbitrary.js';
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
      runs(30, 10),
    );
    expect(compared).toBeGreaterThan(3);
  });
});

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

  test('leave their areas as open as if they had not been given', () => {
    const disputed = answersInDoubt(compiled, claims, findings, 'disputed');
    const possible = possibleInDoubt(compiled, claims, { basis: 'found', findings }, disputed);
    // 4 of 7 points without the disputed answer's 3; 4 of 4 should it not apply.
    expect(possible.get('ind-one')).toMatchObject({ low: 4 / 7, high: 1, exact: true });
  });
});
