import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { arbitraryAnswers, questionsOf, validValue } from '../answers/answers.arbitrary.js';
import type { Answer, Answers } from '../answers/answer.js';
import { validateAnswer } from '../answers/validate-answer.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
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
    arbitraryAnswers(questionnaire, { faulty: true }).chain((claims) =>
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
  for (const question of questionsOf(questionnaire)) {
    const claim = Object.hasOwn(claims, question.id) ? claims[question.id] : undefined;
    const isOpen =
      claim === undefined || (claim.kind === 'value' && validateAnswer(question, claim.value).length > 0);
    const sort = isOpen ? draw.pick(['leave', 'notApplicable', 'value', 'value', 'value']) : 'keep';
    if (sort === 'value') completed[question.id] = { kind: 'value', value: validValue(draw, question) };
    else if (sort === 'notApplicable') completed[question.id] = { kind: 'notApplicable' };
    else if (claim) completed[question.id] = claim;
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
          questionsOf(questionnaire).map((question) => [
            question.id,
            { kind: 'value' as const, value: validValue(draw, question) },
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

  // Where what does not apply counts as zero, all open questions together cannot be declared not applicable without
  // leaving no score; the bounds admit it all the same.
  test('are tight where questions are always asked and what does not apply is left out', () => {
    const unconditional = arbitraryQuestionnaire().map((questionnaire) => ({
      ...questionnaire,
      rules: { ...questionnaire.rules, notApplicable: 'leaveOut' as const },
      sections: questionnaire.sections.map((section) => ({
        ...section,
        questions: section.questions.map(({ askedIf: _, ...question }) => question),
      })),
    }));
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

function isFaulty(question: Question, answer: Answer | undefined): boolean {
  return answer?.kind === 'value' && validateAnswer(question, answer.value).length > 0;
}

/** Every answer that matters to a score: each choice alone, all together, one in each band, each column throughout. */
function extremes(question: Question): readonly Answer[] {
  const value = (each: Extract<Answer, { kind: 'value' }>['value']): Answer => ({
    kind: 'value',
    value: each,
  });
  const valid = (): readonly Answer[] => {
    switch (question.kind) {
      case 'yesNo':
        return [value(true), value(false)];
      case 'single':
        return question.options.map(({ id }) => value(id));
      case 'multiple': {
        const together = question.options.filter(({ exclusive }) => exclusive !== true);
        return [...question.options.map(({ id }) => value([id])), value(together.map(({ id }) => id))];
      }
      case 'number':
      case 'share':
        return (question.bands ?? []).map(({ from }) => value(from));
      case 'matrix':
        return question.columns.map(({ id }) =>
          value(Object.fromEntries(question.rows.map((row) => [row.id, id]))),
        );
      case 'date':
      case 'text':
        return [];
    }
  };
  return [{ kind: 'notApplicable' }, ...valid()];
}
