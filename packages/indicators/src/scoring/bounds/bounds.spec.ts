import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { runs } from '../../../test/runs.js';
import { addressOf } from '../../answers/place.js';
import { arbitraryAnswers, placesOf, validValue } from '../../answers/answers.arbitrary.js';
import type { Answers } from '../../answers/answer.js';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import { arbitraryFrom } from '../../definition/draw.arbitrary.js';
import { given } from '../../definition/given.arbitrary.js';
import { arbitraryQuestionnaire } from '../../definition/questionnaire.arbitrary.js';
import type { Interval } from '../score.js';
import { scoreAssessment } from '../score-assessment.js';
import type { Scorecard } from '../scorecard.js';
import { allCompletions, drawCompletion, nextOpen } from './completions.arbitrary.js';

const TOLERANCE = 1e-12;

function areas(scorecard: Scorecard) {
  return [...scorecard.indicators, ...scorecard.composites, ...scorecard.indices];
}

function contains(outer: Interval, inner: Pick<Interval, 'low' | 'high'>): boolean {
  return inner.low >= outer.low - TOLERANCE && inner.high <= outer.high + TOLERANCE;
}

/** Some answers of an assessment, valid or not. */
const arbitraryClaims = () =>
  arbitraryQuestionnaire().chain((questionnaire) =>
    fc.record({
      compiled: fc.constant(compileQuestionnaire(questionnaire)),
      claims: arbitraryAnswers(questionnaire, { faulty: true, emptySets: true }),
      seed: fc.noShrink(fc.integer()),
    }),
  );

describe('intervals', () => {
  test('hold the score of every completion; where they are absent no completion has one', () => {
    fc.assert(
      fc.property(arbitraryClaims(), ({ compiled, claims, seed }) => {
        const before = areas(scoreAssessment(compiled, claims, { basis: 'claimed' }));
        for (let trial = 0; trial < 4; trial += 1) {
          const completion = drawCompletion(seed + trial, compiled, claims);
          const after = areas(scoreAssessment(compiled, completion, { basis: 'claimed' }));
          for (const [at, { score }] of after.entries()) {
            if (score.kind !== 'scored') continue;
            const interval = before[at]?.interval;
            expect(interval && contains(interval, { low: score.value, high: score.value })).toBe(true);
          }
        }
      }),
      runs(40),
    );
  });

  test('have completions at both ends where they are exact, and hold them all: looked through one by one', () => {
    let exact = 0;
    fc.assert(
      fc.property(arbitraryClaims(), ({ compiled, claims }) => {
        const completions = allCompletions(compiled, claims, 150);
        if (completions === undefined) return;
        const scorecards = completions.map((each) =>
          areas(scoreAssessment(compiled, each, { basis: 'claimed' })),
        );
        for (const [at, { interval }] of areas(
          scoreAssessment(compiled, claims, { basis: 'claimed' }),
        ).entries()) {
          const values = scorecards.flatMap((each) => {
            const score = each[at]?.score;
            return score?.kind === 'scored' ? [score.value] : [];
          });
          if (interval === undefined) {
            expect(values).toEqual([]);
            continue;
          }
          const reached = { low: Math.min(...values), high: Math.max(...values) };
          expect(values.length === 0 || contains(interval, reached)).toBe(true);
          if (!interval.exact) continue;
          expect(interval.low).toBeCloseTo(reached.low, 11);
          expect(interval.high).toBeCloseTo(reached.high, 11);
          if (interval.low < interval.high) exact += 1;
        }
      }),
      runs(40, 25),
    );
    // Not for want of anything to look at.
    expect(exact).toBeGreaterThan(3);
  });

  test('that are exact never widen when one more question is answered', () => {
    fc.assert(
      fc.property(arbitraryClaims(), ({ compiled, claims, seed }) => {
        let known = claims;
        for (let step = 0; step < 5; step += 1) {
          const open = nextOpen(compiled, known);
          if (open === undefined) return;
          const before = areas(scoreAssessment(compiled, known, { basis: 'claimed' }));
          known = drawCompletion(seed + step, compiled, known, 1);
          const after = areas(scoreAssessment(compiled, known, { basis: 'claimed' }));
          for (const [at, { interval }] of after.entries()) {
            const wide = before[at]?.interval;
            if (interval?.exact === true && wide?.exact === true) expect(contains(wide, interval)).toBe(true);
          }
        }
      }),
      runs(40),
    );
  });

  test('stay within [0, 1] and say why where they are not exact', () => {
    fc.assert(
      fc.property(arbitraryClaims(), ({ compiled, claims }) => {
        for (const { interval } of areas(scoreAssessment(compiled, claims, { basis: 'claimed' }))) {
          if (interval === undefined) continue;
          expect([interval.low >= 0, interval.high <= 1, interval.low <= interval.high]).not.toContain(false);
          expect(interval.exact).toBe(interval.reasons.length === 0);
        }
      }),
      runs(40),
    );
  });

  test('are the score itself when everything is answered', () => {
    const answered = arbitraryQuestionnaire().chain((questionnaire) =>
      arbitraryFrom((draw) => ({
        questionnaire,
        claims: Object.fromEntries(
          placesOf(questionnaire)
            .filter(({ question }) => question.kind !== 'computed')
            .map(({ question, instance }) => [
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
          if (score.kind === 'scored')
            expect(interval).toEqual({ low: score.value, high: score.value, exact: true, reasons: [] });
          else expect(interval).toBeUndefined();
        }
      }),
      runs(150),
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
});
