import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  checkQuestionnaire,
  compileQuestionnaire,
  exportSurveyJson,
  importSurveyJson,
  scoreAssessment,
  type Answers,
} from '../../src/index.js';
import { newIds } from '../../src/formats/survey-import/survey.arbitrary.js';
import { runs } from '../runs.js';
import { ANSWERS, assessmentOf, MODEL, optionOf, SAMM, TEXTS } from './samm.js';

const compiled = compileQuestionnaire(SAMM);

/**
 * Scores as SAMM's toolbox has them, from 0 to 3: of a practice, for each level the mean of its two streams' answers,
 * added up; of a business function the mean of its practices; over all, the mean of the functions.
 */
function sammScores(answers: Answers): Readonly<Record<string, number>> {
  const worth = (question: string): number => {
    const answer = answers[question];
    const at = ANSWERS.findIndex(
      (_, each) => answer?.kind === 'value' && answer.value === optionOf(question, each),
    );
    return ANSWERS[at]?.points ?? 0;
  };
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const scores: Record<string, number> = {};
  for (const { id, practices } of MODEL) {
    for (const practice of practices) {
      const levels = [0, 1, 2].map((level) =>
        mean(practice.streams.map(({ questions }) => worth(questions[level] ?? ''))),
      );
      scores[practice.id] = levels.reduce((sum, level) => sum + level, 0);
    }
    scores[id] = mean(practices.map((practice) => scores[practice.id] ?? 0));
  }
  scores['overall'] = mean(MODEL.map(({ id }) => scores[id] ?? 0));
  return scores;
}

/** Ours, of 3 in place of 1. */
function ourScores(answers: Answers): Readonly<Record<string, number>> {
  const { indicators, composites, indices } = scoreAssessment(compiled, answers, { basis: 'claimed' });
  return Object.fromEntries(
    [...indicators, ...composites, ...indices].map(({ id, score }) => [
      id,
      score.kind === 'scored' ? 3 * score.value : Number.NaN,
    ]),
  );
}

test('SAMM is a questionnaire without a fault: 15 practices, 90 activities', () => {
  const check = checkQuestionnaire(SAMM, TEXTS);
  expect(check.ok ? check.warnings : check.faults).toEqual([]);
  expect(compiled.indicators).toHaveLength(15);
  expect(compiled.questions).toHaveLength(90);
});

test('a practice that does all of level 1, half of level 2 and nothing of level 3 has 1.5', () => {
  const answers = assessmentOf([3, 2, 0]);
  expect(ourScores(answers)).toMatchObject({ 'practice-00': 1.5, 'function-0': 1.5, overall: 1.5 });
});

test('one stream done by few, the other not begun, makes an eighth of a level', () => {
  const answers: Answers = { 'q-00a1': { kind: 'value', value: optionOf('q-00a1', 1) } };
  expect(ourScores(answers)).toMatchObject({ 'practice-00': 0.125, 'practice-01': 0, 'function-1': 0 });
  expect(ourScores(answers)['function-0']).toBeCloseTo(0.125 / 3, 12);
});

test('whatever is answered scores as SAMM says: practices, business functions and over all', () => {
  const given = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 90, maxLength: 90 });
  const open = fc.subarray(Object.keys(assessmentOf([0])));
  fc.assert(
    fc.property(given, open, (numbers, left) => {
      const answers = Object.fromEntries(
        Object.entries(assessmentOf(numbers)).filter(([question]) => !left.includes(question)),
      );
      const [samm, ours] = [sammScores(answers), ourScores(answers)];
      expect(Object.keys(ours).sort()).toEqual(Object.keys(samm).sort());
      for (const [id, score] of Object.entries(samm)) expect(ours[id]).toBeCloseTo(score, 12);
    }),
    runs(50),
  );
});

test('it goes to SurveyJS and comes back', () => {
  const { survey } = exportSurveyJson(compiled, TEXTS, []);
  const back = importSurveyJson(JSON.parse(JSON.stringify(survey)), newIds());
  expect(back.ok && back.content.questionnaire).toEqual(SAMM);
});

test('nothing in the engine knows any questionnaire by name', () => {
  const source = path.join(import.meta.dirname, '../../src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/\.(spec|arbitrary)\.ts$/.test(file),
  );
  expect(files.length).toBeGreaterThan(100);
  const naming = files.filter((file) =>
    /\bICI\b|catalogue\/|from '[^']*catalogue/.test(readFileSync(path.join(source, file), 'utf8')),
  );
  expect(naming).toEqual([]);
});
