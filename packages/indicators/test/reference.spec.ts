import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { arbitraryFrom } from '../src/definition/draw.arbitrary.js';
import {
  compileQuestionnaire,
  scoreAssessment,
  validateAssessment,
  visibleQuestions,
  type Answers,
  type CompiledQuestionnaire,
  type Scorecard,
  type ScoreOptions,
} from '../src/index.js';
import { differences } from './reference/differences.js';
import { recomputed } from './reference/recomputed.js';
import { ReferenceAnswers } from './reference/reference-answers.js';
import { flat, laid, numbersOf, referenceNumbers, type Numbers } from './reference/reference-scores.js';
import { stated } from './reference/stated.js';
import { drawSubmission, drawSurveySubmission } from './reference/submission.arbitrary.js';
import { SurveyAnswers } from './reference/survey-answers.js';

/** How many submissions are compared; `KILIM_RUNS=100000` for the long run. */
const RUNS = Number(process.env['KILIM_RUNS'] ?? 300);
/** How many of them SurveyJS works out too: it takes some 10 ms for each. */
const SAMPLE = process.env['KILIM_RUNS'] === undefined ? 60 : 300;

function produced(compiled: CompiledQuestionnaire, claims: Answers, options: ScoreOptions): Numbers {
  const answers = laid(claims, options);
  return numbersOf(
    scoreAssessment(compiled, claims, options),
    visibleQuestions(compiled, answers),
    validateAssessment(compiled, answers),
  );
}

describe('the engine', () => {
  test('asks, validates and scores as the rules do when they are written down a second time', () => {
    fc.assert(
      fc.property(arbitraryFrom(drawSubmission), ({ questionnaire, claims, options }) => {
        const compiled = compileQuestionnaire(questionnaire);
        const reference = referenceNumbers(new ReferenceAnswers(questionnaire, laid(claims, options)));
        expect(differences(flat(produced(compiled, claims, options)), flat(reference))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test('asks and scores as SurveyJS does with our export, added up by the reference', () => {
    fc.assert(
      fc.property(arbitraryFrom(drawSurveySubmission), ({ questionnaire, claims, options }) => {
        const compiled = compileQuestionnaire(questionnaire);
        const survey = new SurveyAnswers(questionnaire, laid(claims, options));
        const reference = referenceNumbers(survey);
        survey.dispose();
        expect(differences(flat(produced(compiled, claims, options)), flat(reference))).toEqual([]);
      }),
      { numRuns: Math.min(RUNS, SAMPLE) },
    );
  });

  test('says how every number came about: each follows from what the scorecard says beside it', () => {
    fc.assert(
      fc.property(arbitraryFrom(drawSubmission), ({ questionnaire, claims, options }) => {
        const scorecard = scoreAssessment(compileQuestionnaire(questionnaire), claims, options);
        const read = JSON.parse(JSON.stringify(scorecard)) as Scorecard;
        expect(differences(stated(read), stated(recomputed(read)))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
