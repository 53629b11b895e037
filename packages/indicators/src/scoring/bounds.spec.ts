import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addressOf } from '../answers/address.js';
import { arbitraryAnswers, placesOf, questionsOf, validValue } from '../answers/answers.arbitrary.js';
import type { Answer, Answers, AnswerValue } from '../answers/answer.js';
import { answerFaults } from '../answers/validate-answer.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import { given } from '../definition/given.arbitrary.js';
import { arbitraryFrom, type Draw } from '../definition/draw.arbitrary.js';
import { arbitraryQuestionnaire } from '../definition/questionnaire.arbitrary.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import type { Interval } from './score.js';
import { scoreAssessment } from './score-assessment.js';
import type { Scorecard } from './scorecard.js';

const TOLERANCE = 1e-12;
const RUNS = { numRuns: 300 };

/** An answered part of an assessment with several ways to complete it. */
function arbitraryCompletions(trials: number) {
  return arbitraryQuestionnaire().chain((questionnaire) =>
    arbitraryAnswers(questionnaire, { faulty: true, emptySets: true }).chain((claims) =>
      fc.record({
        questionnaire: fc.constant(questionnaire),
        claims: fc.constant(claims),
        completions: fc.array(
          arbitraryFrom((draw) => complete(draw, questionnaire, claims)),
          { minLength: trials, maxLength: trials },
        ),
      }),
    ),
  );
}

function complete(draw: Draw, questionnaire: Questionnaire, claims: Answers): Answers {
  const completed: Record<string, Answer> = {};
  for (const { question, instance } of placesOf(questionnaire)) {
    if (question.kind === 'computed') continue;
    const address = addressOf(question.id, instance);
    const claim = Object.hasOwn(claims, address) ? claims[address] : undefined;
    const isOpen = claim === undefined || answerFaults(question, claim).length > 0;
    const sort = isOpen ? draw.pick(['leave', 'notApplicable', 'value', 'value', 'value']) : 'keep';
    if (sort === 'value')
      completed[address] = { kind: 'value', value: validValue(draw, question, { emptySets: true }) };
    else if (sort === 'notApplicable' && question.mayNotApply === true)
      completed[address] = { kind: 'notApplicable' };
    else if (claim) completed[address] = claim;
  }
  return completed;
}

function areas(scorecard: Scorecard) {
  return [...scorecard.indicators, ...scorecard.composites, ...scorecard.indices];
}

function contains(outer: Interval, inner: Interval): boolean {
  return inner.low >= outer.low - TOLERANCE && inner.high <= outer.high + TOLERANCE;
}

describe('intervals', () => {
  test('hold the score of every completion, and where they are absent no completion has one', () => {
    fc.assert(
      fc.property(arbitraryCompletions(8), ({ questionnaire, claims, completions }) => {
        const compiled = compileQuestionnaire(questionnaire);
        const before = areas(scoreAssessment(compiled, claims, { basis: 'claimed' }));
        for (const completion of completions) {
          const after = areas(scoreAssessment(compiled, completion, { basis: 'claimed' }));
          for (const [at, { score, interval: narrowed }] of after.entries()) {
            const interval = before[at]?.interval;
            if (interval === undefined) {
              expect(score.kind).not.toBe('scored');
              continue;
            }
            if (score.kind === 'scored')
              expect(contains(interval, { low: score.value, high: score.value })).toBe(true);
            // Whatever is answered in between, an interval never widens.
            if (narrowed) expect(contains(interval, narrowed)).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  test('hold the present score exactly and stay within [0, 1]', () => {
    fc.assert(
      fc.property(arbitraryCompletions(0), ({ questionnaire, claims }) => {
        const scorecard = scoreAssessment(compileQuestionnaire(questionnaire), claims, { basis: 'claimed' });
        for (const { score, interval } of areas(scorecard)) {
          if (score.kind === 'scored') {
            expect(interval?.low).toBeLessThanOrEqual(score.value);
            expect(interval?.high).toBeGreaterThanOrEqual(score.value);
          }
          if (interval) expect([interval.low >= 0, interval.high <= 1]).toEqual([true, true]);
        }
      }),
      RUNS,
    );
  });

  test('are the score itself when everything is answered', () => {
    const answered = arbitraryQuestionnaire().chain((questionnaire) =>
      arbitraryFrom((draw) => ({
        questionnaire,
        claims: Object.fromEntries(
          answerable(questionnaire).map(({ question, instance }) => [
            addressOf(question.id, instance),
            { kind: 'value' as const, value: validValue(draw, question, { emptySets: true }) },
          ]),
        ),
      })),
    );
    fc.assert(
      fc.property(answered, ({ questionnaire, claims }) => {
        const scorecard = scoreAssessment(compileQuestionnaire(questionnaire), claims, { basis: 'claimed' });
        for (const { score, interval } of areas(scorecard)) {
          if (score.kind === 'scored') expect(interval).toEqual({ low: score.value, high: score.value });
          else expect(interval).toBeUndefined();
        }
      }),
      RUNS,
    );
  });

  test('of a mean that must be complete do not wait for members that are not asked', () => {
    const never = given.single({ indicator: 'ind-two', askedIf: { op: 'answered', question: 'q-date' } });
    const members = ['ind-one', 'ind-two'].map((of) => ({ of, weight: 1 }));
    const whole = { id: 'mean-whole', code: 'WHOLE', members, coverageToScore: 1 };
    const outer = ['ind-three', 'mean-whole'].map((of) => ({ of, weight: 1 }));
    const compiled = compileQuestionnaire(
      given.questionnaire([given.yesNo(), given.date(), never, given.file({ indicator: 'ind-three' })], {
        indicators: ['ind-one', 'ind-two', 'ind-three'].map((id) => ({ id, code: id })),
        composites: [whole],
        indices: [{ id: 'index-one', code: 'INDEX', members: outer }],
      }),
    );
    const claims: Answers = {
      'q-yes-no': { kind: 'value', value: false },
      'q-date': { kind: 'notApplicable' },
      'q-file': { kind: 'value', value: ['ev-1'] },
    };
    const [index] = scoreAssessment(compiled, claims, { basis: 'claimed' }).indices;
    expect(index).toMatchObject({ score: { value: 0.5 }, interval: { low: 0.5, high: 0.5 } });
  });

  // Minimum coverage looks at every question of an indicator, those without points too.
  test('reckon with an indicator that a question without points keeps from having a score', () => {
    const idle = given.single({ weight: 0, askedIf: { op: 'answered', question: 'q-date' } });
    const compiled = compileQuestionnaire(
      given.questionnaire([given.yesNo(), given.date(), idle, given.file({ indicator: 'ind-two' })], {
        indicators: [
          { id: 'ind-one', code: 'IA', rules: { coverageToScore: 1 } },
          { id: 'ind-two', code: 'IB' },
        ],
        indices: [
          {
            id: 'index-one',
            code: 'INDEX',
            members: ['ind-one', 'ind-two'].map((of) => ({ of, weight: 1 })),
          },
        ],
      }),
    );
    const claims: Answers = {
      'q-yes-no': { kind: 'value', value: false },
      'q-file': { kind: 'value', value: ['ev-1'] },
    };
    const [index] = scoreAssessment(compiled, claims, { basis: 'claimed' }).indices;
    expect(index).toMatchObject({ score: { value: 0.5 }, interval: { low: 0.5, high: 1 } });
  });

  // Where what does not apply counts as zero, all open questions together cannot be declared not applicable without
  // leaving no score; the bounds admit it all the same. What is calculated, sets and minimum coverage are relaxed.
  test('are tight where questions are always asked and what does not apply is left out', () => {
    const unconditional = arbitraryQuestionnaire()
      .map(withoutConditions)
      .filter((questionnaire) => questionsOf(questionnaire).every(({ kind }) => !RELAXED.has(kind)));
    const withClaims = unconditional.chain((questionnaire) =>
      fc.tuple(fc.constant(questionnaire), arbitraryAnswers(questionnaire, { faulty: true })),
    );
    fc.assert(
      fc.property(withClaims, ([questionnaire, claims]) => {
        const compiled = compileQuestionnaire(questionnaire);
        const open = compiled.questions.filter(
          ({ question, scoring }) =>
            scoring && (!Object.hasOwn(claims, question.id) || isFaulty(question, claims[question.id])),
        );
        if (open.length > 2) return;
        // Each open question at its least, at its most, not applicable, or left: all combinations.
        let trials: Answers[] = [claims];
        for (const { question } of open)
          trials = trials.flatMap((trial) => [
            trial,
            ...extremes(question).map((answer) => ({ ...trial, [question.id]: answer })),
          ]);
        const before = scoreAssessment(compiled, claims, { basis: 'claimed' });
        const reached = trials.map((trial) => scoreAssessment(compiled, trial, { basis: 'claimed' }));
        for (const [at, { interval }] of before.indicators.entries()) {
          const values = reached.flatMap((each) => {
            const score = each.indicators[at]?.score;
            return score?.kind === 'scored' ? [score.value] : [];
          });
          if (interval === undefined) expect(values).toEqual([]);
          else expect(interval).toEqual({ low: Math.min(...values), high: Math.max(...values) });
        }
      }),
      { numRuns: 150 },
    );
  });
});

type Question = ReturnType<typeof questionsOf>[number];

const RELAXED: ReadonlySet<Question['kind']> = new Set(['computed', 'set']);

function withoutConditions(questionnaire: Questionnaire): Questionnaire {
  return {
    ...questionnaire,
    indicators: questionnaire.indicators.map(({ id, code }) => ({ id, code })),
    rules: { ...questionnaire.rules, notApplicable: 'leaveOut', coverageToScore: 0 },
    sections: questionnaire.sections.map((section) => ({
      ...section,
      questions: section.questions.map(({ askedIf: _, ...question }) => question),
    })),
  };
}

function answerable(questionnaire: Questionnaire) {
  return placesOf(questionnaire).filter(({ question }) => question.kind !== 'computed');
}

function isFaulty(question: Question, answer: Answer | undefined): boolean {
  return answer !== undefined && answerFaults(question, answer).length > 0;
}

/** Every answer that matters to a score: all choices, orders and bands, the points of a curve, each column throughout. */
function extremes(question: Question): readonly Answer[] {
  const value = (each: AnswerValue): Answer => ({ kind: 'value', value: each });
  const values = (): readonly AnswerValue[] => {
    switch (question.kind) {
      case 'yesNo':
        return [true, false];
      case 'single':
        return question.options.map(({ id }) => id);
      case 'multiple':
        return orders(question.options.map(({ id }) => id));
      case 'ranking':
        return orders(question.options.map(({ id }) => id));
      case 'file':
        return [['ev-1'], ['ev-1', 'ev-2'], ['ev-1', 'ev-2', 'ev-3']];
      case 'number':
      case 'share':
        return [
          ...(question.bands ?? []).map(({ from }) => from),
          ...(question.curve ?? []).map(({ at }) => at),
        ];
      case 'matrix':
        return question.columns.map(({ id }) => Object.fromEntries(question.rows.map((row) => [row.id, id])));
      case 'date':
      case 'text':
      case 'computed':
      case 'set':
        return [];
    }
  };
  const all: readonly Answer[] = [{ kind: 'notApplicable' }, ...values().map(value)];
  return all.filter((answer) => !isFaulty(question, answer));
}

/** Every list without repetition that can be made of some of the ids, in every order. */
function orders(ids: readonly string[]): readonly string[][] {
  return ids.flatMap((id) => [
    [id],
    ...orders(ids.filter((each) => each !== id)).map((rest) => [id, ...rest]),
  ]);
}
