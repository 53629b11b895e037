import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { arbitraryAnswers, drawAnswer, questionsOf, validValue } from '../answers/answers.arbitrary.js';
import type { Answers } from '../answers/answer.js';
import { visibleQuestions } from '../answers/visible-questions.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import { arbitraryFrom } from '../definition/draw.arbitrary.js';
import { arbitraryQuestionnaire } from '../definition/questionnaire.arbitrary.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import type { FindingInput } from './columns.js';
import { scoreAssessment } from './score-assessment.js';
import { pointsFor } from './score-question.js';
import { Scorecard, type IndicatorScore, type MeanScore } from './scorecard.js';

const TOLERANCE = 1e-12;
const RUNS = { numRuns: 250 };

interface Case {
  readonly questionnaire: Questionnaire;
  readonly claims: Answers;
  readonly findings: readonly FindingInput[];
}

function arbitraryCase(): fc.Arbitrary<Case> {
  return arbitraryQuestionnaire().chain((questionnaire) =>
    fc.record({
      questionnaire: fc.constant(questionnaire),
      claims: arbitraryAnswers(questionnaire, { faulty: true }),
      findings: arbitraryFindings(questionnaire),
    }),
  );
}

function arbitraryFindings(questionnaire: Questionnaire): fc.Arbitrary<readonly FindingInput[]> {
  return arbitraryFrom((draw) =>
    Array.from({ length: draw.integer(0, 6) }, (_, at): FindingInput => {
      const question = draw.pick(questionsOf(questionnaire));
      return {
        id: `finding-${String(at)}`,
        question: question.id,
        reader: draw.pick(['first', 'first', 'second']),
        sequence: at,
        answer: drawAnswer(draw, question, false) ?? null,
      };
    }),
  );
}

function score({ questionnaire, claims, findings }: Case): Scorecard {
  return scoreAssessment(compileQuestionnaire(questionnaire), claims, { basis: 'found', findings });
}

function areasOf(scorecard: Scorecard): readonly (IndicatorScore | MeanScore)[] {
  return [...scorecard.indicators, ...scorecard.composites, ...scorecard.indices];
}

function valuesOf(scorecard: Scorecard): ReadonlyMap<string, number> {
  return new Map(
    areasOf(scorecard).flatMap(({ id, score }) =>
      score.kind === 'scored' ? [[id, score.value] as const] : [],
    ),
  );
}

function withoutIntervals(scorecard: Scorecard): unknown {
  return JSON.parse(
    JSON.stringify(scorecard, (key, value: unknown) => (key === 'interval' ? undefined : value)),
  );
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
}

describe('scoring', () => {
  test('keeps every score within [0, 1], and numerators within denominators, both exact integers', () => {
    fc.assert(
      fc.property(arbitraryCase(), (each) => {
        const scorecard = score(each);
        for (const value of valuesOf(scorecard).values()) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        for (const { numerator, denominator } of [...scorecard.indicators, ...scorecard.questions]) {
          expect(Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)).toBe(true);
          expect(numerator).toBeLessThanOrEqual(denominator);
        }
      }),
      RUNS,
    );
  });

  test('is the same when all weights are scaled', () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.constantFrom(2, 3, 10), (each, factor) => {
        const { questionnaire } = each;
        const scaled: Questionnaire = {
          ...questionnaire,
          sections: questionnaire.sections.map((section) => ({
            ...section,
            questions: section.questions.map((question) =>
              question.indicator === undefined
                ? question
                : { ...question, weight: (question.weight ?? 1) * factor },
            ),
          })),
          composites: questionnaire.composites.map((mean) => scaleMembers(mean, factor)),
          indices: questionnaire.indices.map((mean) => scaleMembers(mean, factor)),
        };
        const before = valuesOf(score(each));
        const after = valuesOf(score({ ...each, questionnaire: scaled }));
        expect([...after.keys()]).toEqual([...before.keys()]);
        for (const [id, value] of before)
          expect(Math.abs((after.get(id) ?? NaN) - value)).toBeLessThan(TOLERANCE);
      }),
      RUNS,
    );
  });

  test('never falls when one answer improves and what is asked stays the same', () => {
    const improved = arbitraryCase().chain((each) =>
      arbitraryFrom((draw) => {
        const question = draw.pick(questionsOf(each.questionnaire));
        const values = [validValue(draw, question), validValue(draw, question)];
        return { each, question, values };
      }),
    );
    fc.assert(
      fc.property(improved, ({ each, question, values }) => {
        const compiled = compileQuestionnaire(each.questionnaire);
        const scoring = compiled.byId.get(question.id)?.scoring;
        if (!scoring) return;
        const ranked = values.map((value) => ({ value, points: pointsFor(scoring.points, value) }));
        ranked.sort((a, b) => a.points - b.points);
        const [worse, better] = ranked.map(({ value }): Answers => ({
          ...each.claims,
          [question.id]: { kind: 'value', value },
        }));
        if (!worse || !better) return;
        const asked = [worse, better].map((answers) => [...visibleQuestions(compiled, answers)].join());
        if (asked[0] !== asked[1]) return;
        const [low, high] = [worse, better].map((answers) =>
          valuesOf(scoreAssessment(compiled, answers, { basis: 'claimed' })).get(scoring.indicator),
        );
        if (low !== undefined) expect(high).toBeGreaterThanOrEqual(low);
      }),
      RUNS,
    );
  });

  test('takes no notice of answers to questions that are not asked', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ questionnaire, claims }) => {
        const compiled = compileQuestionnaire(questionnaire);
        const asked = visibleQuestions(compiled, claims);
        const seen = Object.fromEntries(Object.entries(claims).filter(([id]) => asked.has(id)));
        const options = { basis: 'claimed' } as const;
        expect(withoutIntervals(scoreAssessment(compiled, seen, options))).toEqual(
          withoutIntervals(scoreAssessment(compiled, claims, options)),
        );
      }),
      RUNS,
    );
  });

  test('does not depend on the order of findings', () => {
    const shuffled = arbitraryCase().chain((each) =>
      fc.tuple(
        fc.constant(each),
        fc.shuffledSubarray([...each.findings], { minLength: each.findings.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([each, findings]) => {
        expect(score({ ...each, findings })).toEqual(score(each));
      }),
      RUNS,
    );
  });

  test('is restored by withdrawing every finding', () => {
    fc.assert(
      fc.property(arbitraryCase(), (each) => {
        const withdrawn = each.findings.map((finding, at): FindingInput => ({
          ...finding,
          id: `withdrawn-${String(at)}`,
          sequence: 100 + at,
          answer: null,
        }));
        const found = score({ ...each, findings: [...each.findings, ...withdrawn] });
        expect(found).toEqual(score({ ...each, findings: [] }));
      }),
      RUNS,
    );
  });

  test('never counts a second reading', () => {
    fc.assert(
      fc.property(arbitraryCase(), (each) => {
        const first = each.findings.filter((finding) => finding.reader === 'first');
        expect(score(each)).toEqual(score({ ...each, findings: first }));
      }),
      RUNS,
    );
  });

  test('adds up: contributions to the mean, questions to the indicator', () => {
    fc.assert(
      fc.property(arbitraryCase(), (each) => {
        const scorecard = score(each);
        for (const mean of [...scorecard.composites, ...scorecard.indices]) {
          const sum = mean.contributions.reduce((total, part) => total + part.contribution, 0);
          const shares = mean.contributions.reduce((total, part) => total + part.share, 0);
          if (mean.score.kind === 'scored') {
            expect(Math.abs(sum - mean.score.value)).toBeLessThan(TOLERANCE);
            expect(Math.abs(shares - 1)).toBeLessThan(TOLERANCE);
          } else expect(sum).toBe(0);
        }
        for (const indicator of scorecard.indicators) {
          const own = scorecard.questions.filter(({ id }) => indicator.questions.includes(id));
          expect(own.reduce((sum, question) => sum + question.numerator, 0)).toBe(indicator.numerator);
          expect(own.reduce((sum, question) => sum + question.denominator, 0)).toBe(indicator.denominator);
        }
      }),
      RUNS,
    );
  });

  test('is plain data of the declared shape: JSON there and back changes nothing', () => {
    fc.assert(
      fc.property(arbitraryCase(), (each) => {
        const scorecard = score(each);
        expect(JSON.parse(JSON.stringify(scorecard))).toStrictEqual(scorecard);
        expect(Scorecard.parse(scorecard)).toEqual(scorecard);
      }),
      RUNS,
    );
  });

  test('leaves what it is given unchanged', () => {
    fc.assert(
      fc.property(arbitraryCase(), (each) => {
        deepFreeze(each);
        expect(() => score(each)).not.toThrow();
      }),
      RUNS,
    );
  });

  test('calls an indicator of which nothing applies notApplicable, never 0', () => {
    fc.assert(
      fc.property(arbitraryQuestionnaire(), (questionnaire) => {
        const compiled = compileQuestionnaire(questionnaire);
        const claims = Object.fromEntries(
          questionsOf(questionnaire).map(({ id }) => [id, { kind: 'notApplicable' } as const]),
        );
        for (const { score } of areasOf(scoreAssessment(compiled, claims, { basis: 'claimed' })))
          expect(['notApplicable', 'notAsked']).toContain(score.kind);
      }),
      RUNS,
    );
  });
});

function scaleMembers<Mean extends Questionnaire['indices'][number]>(mean: Mean, factor: number): Mean {
  return { ...mean, members: mean.members.map((member) => ({ ...member, weight: member.weight * factor })) };
}
