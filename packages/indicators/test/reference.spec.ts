import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { drawAnswer, drawAnswers, placesOf } from '../src/answers/answers.arbitrary.js';
import { arbitraryFrom, type Draw } from '../src/definition/draw.arbitrary.js';
import { buildQuestionnaire } from '../src/definition/questionnaire.arbitrary.js';
import {
  compileQuestionnaire,
  scoreAssessment,
  validateAssessment,
  visibleQuestions,
  type Answers,
  type FindingInput,
  type Questionnaire,
  type ScoreOptions,
} from '../src/index.js';
import { laid, numbersOf, referenceNumbers, type Numbers } from './reference/reference-scores.js';

/** How many submissions are compared; `KILIM_RUNS=100000` for the long run. */
const RUNS = Number(process.env['KILIM_RUNS'] ?? 300);
const TOLERANCE = 1e-12;

interface Submission {
  readonly questionnaire: Questionnaire;
  readonly claims: Answers;
  readonly options: ScoreOptions;
}

function drawSubmission(draw: Draw): Submission {
  const questionnaire = buildQuestionnaire(draw);
  const drawing = { faulty: true, emptySets: true };
  return {
    questionnaire,
    claims: drawAnswers(draw, questionnaire, drawing),
    options: {
      basis: draw.pick(['claimed', 'found', 'agreed']),
      agreed: draw.flip() ? drawAnswers(draw, questionnaire, { emptySets: true }) : {},
      findings: Array.from({ length: draw.integer(0, 4) }, (_, at): FindingInput => {
        const { question, instance } = draw.pick(placesOf(questionnaire));
        return {
          id: `finding-${String(at)}`,
          question: question.id,
          ...(instance !== '' && { instance }),
          reader: draw.pick(['first', 'first', 'second']),
          sequence: draw.integer(0, 3),
          answer: drawAnswer(draw, question, { emptySets: true }) ?? null,
        };
      }),
    },
  };
}

/** What of the first is not in the second, to float noise. */
function differences(one: Numbers, other: Numbers): readonly string[] {
  const flat = ({ visible, violations, questions, areas }: Numbers) =>
    new Map<string, unknown>([
      ['visible', visible.join()],
      ['violations', violations.join('; ')],
      ...Object.entries(questions).flatMap(([address, [outcome, numerator, denominator]]) => [
        [`${address} score`, outcome] as const,
        [`${address} numerator`, numerator] as const,
        [`${address} denominator`, denominator] as const,
      ]),
      ...Object.entries(areas),
    ]);
  const [a, b] = [flat(one), flat(other)];
  const isSame = (x: unknown, y: unknown) =>
    typeof x === 'number' && typeof y === 'number'
      ? Math.abs(x - y) <= TOLERANCE * Math.max(1, Math.abs(x))
      : x === y;
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((key) => !isSame(a.get(key), b.get(key)))
    .map((key) => `${key}: ${String(a.get(key))} ≠ ${String(b.get(key))}`);
}

describe('the engine', () => {
  test('asks, validates and scores as the rules do when they are written down a second time', () => {
    fc.assert(
      fc.property(arbitraryFrom(drawSubmission), ({ questionnaire, claims, options }) => {
        const compiled = compileQuestionnaire(questionnaire);
        const scorecard = scoreAssessment(compiled, claims, options);
        const answers = laid(claims, options);
        const production = numbersOf(
          scorecard,
          visibleQuestions(compiled, answers),
          validateAssessment(compiled, answers),
        );
        expect(differences(production, referenceNumbers(questionnaire, claims, options))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
