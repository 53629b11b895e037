import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { arbitraryFrom } from '../src/definition/draw.arbitrary.js';
import {
  compileQuestionnaire,
  scoreAssessment,
  validateAssessment,
  visibleQuestions,
  type Scorecard,
} from '../src/index.js';
import { differences } from './reference/differences.js';
import { recomputed } from './reference/recomputed.js';
import { flat, laid, numbersOf, referenceNumbers } from './reference/reference-scores.js';
import { stated } from './reference/stated.js';
import { drawSubmission } from './reference/submission.arbitrary.js';

/** How many submissions are compared; `KILIM_RUNS=100000` for the long run. */
const RUNS = Number(process.env['KILIM_RUNS'] ?? 300);

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
        const reference = referenceNumbers(questionnaire, claims, options);
        expect(differences(flat(production), flat(reference))).toEqual([]);
      }),
      { numRuns: RUNS },
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
