import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Model, Question as SurveyQuestion, QuestionPanelDynamicModel } from 'survey-core';
import { arbitraryAnswers, INSTANCES, questionsOf } from '../src/answers/answers.arbitrary.js';
import { arbitraryQuestionnaire } from '../src/definition/questionnaire.arbitrary.js';
import {
  addressOf,
  compileQuestionnaire,
  visibleQuestions,
  type Answers,
  type Question,
} from '../src/index.js';
import { dataOf, lookAtPanels, shownBy, surveyModel } from './survey-model.js';

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
      fc.property(withAnswers(2), ([questionnaire, trials]) => {
        const compiled = compileQuestionnaire(questionnaire);
        for (const answers of trials) {
          const model = surveyModel(questionnaire);
          model.data = dataOf(questionnaire, answers);
          lookAtPanels(model, questionnaire);
          expect(shownBy(model, questionnaire, answers)).toEqual([...visibleQuestions(compiled, answers)]);
          model.dispose();
        }
      }),
      runs(50),
    );
  });

  test('still agrees when answers are changed one by one in the same model', () => {
    fc.assert(
      fc.property(withAnswers(2), ([questionnaire, [first = {}, second = {}]]) => {
        const compiled = compileQuestionnaire(questionnaire);
        const model = surveyModel(questionnaire);
        model.data = dataOf(questionnaire, first);
        lookAtPanels(model, questionnaire);
        const answers: Record<string, Answers[string]> = { ...first };
        for (const question of questionsOf(questionnaire)) {
          for (const address of addressesOf(question)) {
            const next = second[address];
            if (next === undefined) Reflect.deleteProperty(answers, address);
            else answers[address] = next;
          }
          change(model, question, dataOf(questionnaire, answers)[question.id]);
          expect(shownBy(model, questionnaire, answers)).toEqual([...visibleQuestions(compiled, answers)]);
        }
        model.dispose();
      }),
      runs(30),
    );
  });
});

/** A question's address, or those of all that may be answered in a set. */
function addressesOf(question: Question): readonly string[] {
  if (question.kind !== 'set') return [question.id];
  const within = question.questions.flatMap(({ id }) => INSTANCES.map((instance) => addressOf(id, instance)));
  return [question.id, ...within];
}

/** Changes an answer as people do: in a set, panel by panel and field by field. */
function change(model: Model, question: Question, value: unknown): void {
  if (question.kind === 'set') {
    const panels = (value ?? []) as readonly Readonly<Record<string, unknown>>[];
    const shown = model.getQuestionByName(question.id) as QuestionPanelDynamicModel;
    shown.panelCount = panels.length;
    for (const [at, held] of panels.entries())
      for (const { id, kind } of question.questions)
        if (kind !== 'computed') put(shown.panels[at]?.getQuestionByName(id), held[id]);
  } else if (value === undefined) model.clearValue(question.id);
  else model.setValue(question.id, value);
}

function put(field: SurveyQuestion | undefined, value: unknown): void {
  if (value === undefined) field?.clearValue();
  else if (field) field.value = value;
}

/** As many runs as are asked for, or so many. */
function runs(few: number): { readonly numRuns: number } {
  return { numRuns: Number(process.env['KILIM_RUNS'] ?? few) };
}
