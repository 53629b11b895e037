import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { runs } from '../../test/runs.js';
import {
  arbitraryAnswers,
  drawAnswer,
  placesOf,
  questionsOf,
  validValue,
} from '../answers/answers.arbitrary.js';
import type { Answers } from '../answers/answer.js';
import { addressOf } from '../answers/place.js';
import { visibleQuestions } from '../answers/visible-questions.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import { arbitraryFrom } from '../definition/draw.arbitrary.js';
import { arbitraryQuestionnaire } from '../definition/questionnaire.arbitrary.js';
import type { PlainQuestion, Question } from '../definition/question.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import type { FindingInput } from './finding-input.js';
import { scoreAssessment } from './score-assessment.js';
import { pointsFor } from './derive-points.js';
import { Scorecard, type IndicatorScore, type MeanScore, type QuestionScore } from './scorecard.js';

const TOLERANCE = 1e-12;
const RUNS = runs(250);

interface Case {
  readonly questionnaire: Questionnaire;
  readonly claims: Answers;
  readonly findings: readonly FindingInput[];
}

function arbitraryCase(): fc.Arbitrary<Case> {
  return arbitraryQuestionnaire().chain((questionnaire) =>
    fc.record({
      questionnaire: fc.constant(questionnaire),
      claims: arbitraryAnswers(questionnaire, { faulty: true, emptySets: true }),
      findings: arbitraryFindings(questionnaire),
    }),
  );
}

function arbitraryFindings(questionnaire: Questionnaire): fc.Arbitrary<readonly FindingInput[]> {
  return arbitraryFrom((draw) =>
    Array.from({ length: draw.integer(0, 6) }, (_, at): FindingInput => {
      const { question, instance } = draw.pick(placesOf(questionnaire));
      return {
        id: `finding-${String(at)}`,
        question: question.id,
        ...(instance !== '' && { instance }),
        reader: draw.pick(['first', 'first', 'second']),
        sequence: at,
        answer: drawAnswer(draw, question, { emptySets: true }) ?? null,
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
  test('keeps every score within [0, 1], and numerators within denominators, exact integers but along a curve', () => {
    fc.assert(
      fc.property(arbitraryCase(), (each) => {
        const scorecard = score(each);
        for (const value of valuesOf(scorecard).values()) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        for (const { numerator, denominator } of [...scorecard.indicators, ...scorecard.questions])
          expect(numerator).toBeLessThanOrEqual(denominator);
        for (const { numerator, denominator, arithmetic } of scorecard.indicators) {
          expect(Number.isSafeInteger(denominator)).toBe(true);
          if (arithmetic === 'exact') expect(Number.isSafeInteger(numerator)).toBe(true);
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
            questions: section.questions.map((question) => scaleWeights(question, factor)),
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
    const improved = arbitraryCase()
      .filter(({ questionnaire }) => questionsOf(questionnaire).some(({ kind }) => kind !== 'computed'))
      .chain((each) =>
        arbitraryFrom((draw) => {
          const answerable = placesOf(each.questionnaire).filter(
            ({ question: { kind } }) => kind !== 'computed',
          );
          const { question, instance } = draw.pick(answerable);
          const values = [validValue(draw, question), validValue(draw, question)];
          return { each, question, address: addressOf(question.id, instance), values };
        }),
      );
    fc.assert(
      fc.property(improved, ({ each, question, address, values }) => {
        const compiled = compileQuestionnaire(each.questionnaire);
        const scoring = compiled.byId.get(question.id)?.scoring;
        if (!scoring) return;
        const ranked = values.map((value) => ({ value, points: pointsFor(scoring.points, value) }));
        ranked.sort((a, b) => a.points - b.points);
        const [worse, better] = ranked.map(({ value }): Answers => ({
          ...each.claims,
          [address]: { kind: 'value', value },
        }));
        if (!worse || !better) return;
        const cards = [worse, better].map((answers) =>
          scoreAssessment(compiled, answers, { basis: 'claimed' }),
        );
        // What it makes visible, or what is calculated from it, may well bring less.
        const others = cards.map(({ questions }) =>
          JSON.stringify(questions.filter((score) => score.address !== address).map(sumsOf)),
        );
        if (others[0] !== others[1]) return;
        const [low, high] = cards.map((card) => valuesOf(card).get(scoring.indicator));
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
          } else if (mean.shortBy === undefined) expect(sum).toBe(0);
        }
        for (const indicator of scorecard.indicators) {
          const own = scorecard.questions
            .filter(({ address }) => indicator.questions.includes(address))
            .sort((a, b) => (a.address < b.address ? -1 : 1));
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
    const withoutFigures = arbitraryQuestionnaire().filter((questionnaire) =>
      placesOf(questionnaire).every(({ question: { kind } }) => kind !== 'computed'),
    );
    fc.assert(
      fc.property(withoutFigures, (questionnaire) => {
        const compiled = compileQuestionnaire({
          ...questionnaire,
          sections: questionnaire.sections.map((section) => ({
            ...section,
            questions: section.questions.map((question) => ({ ...question, mayNotApply: true })),
          })),
        });
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

function sumsOf({ address, score, numerator, denominator }: QuestionScore): unknown {
  return [address, score.kind, numerator, denominator];
}

function scaleWeights(question: Question, factor: number): Question {
  if (question.kind === 'set')
    return {
      ...question,
      questions: question.questions.map((each) => scaleWeights(each, factor) as PlainQuestion),
    };
  if (question.indicator === undefined) return question;
  return { ...question, weight: (question.weight ?? 1) * factor };
}

function scaleMembers<Mean extends Questionnaire['indices'][number]>(mean: Mean, factor: number): Mean {
  return { ...mean, members: mean.members.map((member) => ({ ...member, weight: member.weight * factor })) };
}
