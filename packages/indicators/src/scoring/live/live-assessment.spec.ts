import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { runs } from '../../../test/runs.js';
import { addressOf } from '../../answers/place.js';
import { arbitraryAnswers, drawAnswer, placesOf } from '../../answers/answers.arbitrary.js';
import type { Answer } from '../../answers/answer.js';
import { completeness } from '../../answers/completeness.js';
import { answersIn, questionStates } from '../../answers/standing.js';
import { visibleQuestions } from '../../answers/visible-questions.js';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import { Draw } from '../../definition/draw.arbitrary.js';
import { given } from '../../definition/given.arbitrary.js';
import { arbitraryQuestionnaire } from '../../definition/questionnaire.arbitrary.js';
import { scoreAssessment } from '../score-assessment.js';
import { Dependents } from './dependents.js';
import { LiveAssessment } from './live-assessment.js';

test('after any answers it says what is said of them all at once, and what was changed', () => {
  const trials = arbitraryQuestionnaire().chain((questionnaire) =>
    fc.tuple(
      fc.constant(questionnaire),
      arbitraryAnswers(questionnaire, { faulty: true, emptySets: true }),
      fc.noShrink(fc.integer()),
    ),
  );
  fc.assert(
    fc.property(trials, ([questionnaire, claims, seed]) => {
      const compiled = compileQuestionnaire(questionnaire);
      const live = new LiveAssessment(compiled, claims);
      const draw = new Draw(seed);
      const answers: Record<string, Answer> = { ...claims };
      for (let step = 0; step < 8; step += 1) {
        const { question, instance } = draw.pick(placesOf(questionnaire));
        const address = addressOf(question.id, instance);
        const answer = drawAnswer(draw, question, { faulty: true, emptySets: true });
        if (answer) answers[address] = answer;
        else Reflect.deleteProperty(answers, address);
        const before = scoresOf(live, compiled);
        const change = live.answer(address, answer);
        // Told at every step or only at the end, it is the same.
        if (draw.flip()) live.allStates();
        expect(new Set(change.rescored)).toEqual(changedIn(before, scoresOf(live, compiled)));
        for (const each of change.shown) expect(live.isAsked(each)).toBe(true);
        for (const each of change.hidden) expect(live.isAsked(each)).toBe(false);
      }
      const visible = visibleQuestions(compiled, answers);
      for (const { question, instance } of placesOf(questionnaire)) {
        const address = addressOf(question.id, instance);
        expect(live.isAsked(address)).toBe(visible.has(address));
      }
      expect([...live.allStates()]).toEqual([...questionStates(compiled, answersIn(answers))]);
      expect(live.allStates()).toBe(live.allStates());
      const progress = completeness(compiled, answers);
      expect(live.completeness()).toEqual(progress);
      expect(live.progressOf()).toEqual(progress.total);
      for (const { id, code: _, ...counts } of [...progress.sections, ...progress.indicators])
        expect(live.progressOf(id)).toEqual(counts);
      const { indicators, composites, indices } = scoreAssessment(compiled, answers, { basis: 'claimed' });
      for (const { id, score } of [...indicators, ...composites, ...indices])
        expect(live.scoreOf(id)).toEqual(score);
      for (const { id, score, numerator } of indicators)
        expect(live.resultOf(id)).toEqual({ score, numerator });
    }),
    runs(50),
  );
});

test('a change reaches what depends on it and nothing else', () => {
  const compiled = compileQuestionnaire(
    given.questionnaire([
      given.yesNo(),
      given.single({ askedIf: { op: 'equals', question: 'q-yes-no', value: true } }),
      given.date({ askedIf: { op: 'answered', question: 'q-single' } }),
      given.text(),
      given.set(),
    ]),
  );
  const reached = (id: string) =>
    new Dependents(compiled).of(id).map(({ compiled: each, isBeside }) => [each.question.id, isBeside]);
  expect(reached('q-yes-no')).toEqual([
    ['q-yes-no', false],
    ['q-single', false],
    ['q-date', false],
  ]);
  expect(reached('q-text')).toEqual([['q-text', false]]);
  expect(reached('q-set').map(([id]) => id)).toEqual(['q-set', 'q-open', 'q-visits']);
  expect(reached('q-open')).toEqual([
    ['q-open', true],
    ['q-visits', true],
  ]);
});

function scoresOf(
  live: LiveAssessment,
  { indicators, composites, indices }: ReturnType<typeof compileQuestionnaire>,
) {
  return new Map([...indicators, ...composites, ...indices].map(({ id }) => [id, live.scoreOf(id)]));
}

function changedIn(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): Set<string> {
  return new Set(
    [...after]
      .filter(([id, score]) => JSON.stringify(score) !== JSON.stringify(before.get(id)))
      .map(([id]) => id),
  );
}
