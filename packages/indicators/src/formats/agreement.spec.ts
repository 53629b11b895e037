import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Model } from 'survey-core';
import { arbitraryAnswers, questionsOf } from '../answers/answers.arbitrary.js';
import type { AnswerValue, Answers } from '../answers/answer.js';
import { visibleQuestions } from '../answers/visible-questions.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import { arbitraryQuestionnaire, titlesFor } from '../definition/questionnaire.arbitrary.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import { exportSurveyJson } from './survey-export.js';

/** SurveyJS has values alone: what is not applicable is, to it, unanswered. */
function dataOf(answers: Answers): Record<string, AnswerValue> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => (answer.kind === 'value' ? [[id, answer.value]] : [])),
  );
}

function load(questionnaire: Questionnaire): Model {
  const compiled = compileQuestionnaire(questionnaire);
  const { survey } = exportSurveyJson(compiled, titlesFor(questionnaire), []);
  const model = new Model(survey);
  expect(model.jsonErrors ?? []).toEqual([]);
  return model;
}

function shownBy(model: Model, questionnaire: Questionnaire): string[] {
  return questionsOf(questionnaire)
    .map(({ id }) => id)
    .filter((id) => model.getQuestionByName(id).isVisible);
}

function withAnswers(trials: number) {
  return arbitraryQuestionnaire().chain((questionnaire) =>
    fc.tuple(
      fc.constant(questionnaire),
      fc.array(arbitraryAnswers(questionnaire), { minLength: trials, maxLength: trials }),
    ),
  );
}

describe('SurveyJS, given our export', () => {
  test('shows exactly the questions we ask, whatever is answered, asked or not', () => {
    fc.assert(
      fc.property(withAnswers(3), ([questionnaire, trials]) => {
        const compiled = compileQuestionnaire(questionnaire);
        const model = load(questionnaire);
        for (const answers of trials) {
          model.data = dataOf(answers);
          expect(shownBy(model, questionnaire)).toEqual([...visibleQuestions(compiled, answers)]);
        }
        model.dispose();
      }),
      { numRuns: 120 },
    );
  });

  test('still agrees when answers are changed one by one in the same model', () => {
    fc.assert(
      fc.property(withAnswers(2), ([questionnaire, [first = {}, second = {}]]) => {
        const compiled = compileQuestionnaire(questionnaire);
        const model = load(questionnaire);
        model.data = dataOf(first);
        const answers: Record<string, Answers[string]> = { ...first };
        for (const { id } of questionsOf(questionnaire)) {
          const next = second[id];
          if (next === undefined) Reflect.deleteProperty(answers, id);
          else answers[id] = next;
          if (next?.kind === 'value') model.setValue(id, next.value);
          else model.clearValue(id);
          expect(shownBy(model, questionnaire)).toEqual([...visibleQuestions(compiled, answers)]);
        }
        model.dispose();
      }),
      { numRuns: 40 },
    );
  });
});
