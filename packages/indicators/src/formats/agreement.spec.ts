import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  Model,
  Serializer,
  type Question as SurveyQuestion,
  type QuestionPanelDynamicModel,
} from 'survey-core';
import { addressOf } from '../answers/place.js';
import { arbitraryAnswers, INSTANCES, questionsOf } from '../answers/answers.arbitrary.js';
import type { AnswerValue, Answers } from '../answers/answer.js';
import { visibleQuestions } from '../answers/visible-questions.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import { arbitraryQuestionnaire, titlesFor } from '../definition/questionnaire.arbitrary.js';
import type { Question } from '../definition/question.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import { exportSurveyJson } from './survey-export.js';

// As whoever edits the survey elsewhere does, so that our part of it is kept.
Serializer.addProperty('survey', 'kilim');

/** SurveyJS has values alone: what is not applicable is, to it, unanswered. A set is a list of what is in its panels. */
export function dataOf(questionnaire: Questionnaire, answers: Answers): Record<string, unknown> {
  const valueAt = (question: Question, instance = ''): Record<string, unknown> => {
    const answer = answers[addressOf(question.id, instance)];
    if (answer?.kind !== 'value') return {};
    return { [question.id]: surveyValue(question, answer.value) };
  };
  const surveyValue = (question: Question, value: AnswerValue): unknown => {
    if (question.kind === 'set' && Array.isArray(value))
      return value.map(
        (instance) =>
          Object.assign({}, ...question.questions.map((each) => valueAt(each, instance))) as unknown,
      );
    if (question.kind === 'file' && Array.isArray(value))
      return value.map((id) => ({ name: id, type: 'text/plain', content: id }));
    return value;
  };
  return Object.assign({}, ...questionsOf(questionnaire).map((question) => valueAt(question))) as Record<
    string,
    unknown
  >;
}

function load(questionnaire: Questionnaire): Model {
  const compiled = compileQuestionnaire(questionnaire);
  const { survey } = exportSurveyJson(compiled, titlesFor(questionnaire), []);
  const model = new Model(survey);
  expect(model.jsonErrors ?? []).toEqual([]);
  return model;
}

/** SurveyJS makes the panels of a set, and calculates in them, once somebody looks at them. */
export function lookAtPanels(model: Model, questionnaire: Questionnaire): void {
  for (const { kind, id } of questionsOf(questionnaire))
    if (kind === 'set')
      expect((model.getQuestionByName(id) as QuestionPanelDynamicModel).panels).toBeDefined();
}

/** The addresses of what SurveyJS shows, panel by panel. */
export function shownBy(model: Model, questionnaire: Questionnaire, answers: Answers): string[] {
  return questionsOf(questionnaire).flatMap((question) => {
    const shown = model.getQuestionByName(question.id);
    if (!shown.isVisible) return [];
    if (question.kind !== 'set') return [question.id];
    const answer = answers[question.id];
    const instances = answer?.kind === 'value' && Array.isArray(answer.value) ? answer.value : [];
    const { panels } = shown as QuestionPanelDynamicModel;
    const within = instances.flatMap((instance, at) =>
      question.questions
        .filter(({ id }) => panels[at]?.getQuestionByName(id)?.isVisible)
        .map(({ id }) => addressOf(id, instance)),
    );
    return [question.id, ...within];
  });
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
      fc.property(withAnswers(2), ([questionnaire, trials]) => {
        const compiled = compileQuestionnaire(questionnaire);
        for (const answers of trials) {
          const model = load(questionnaire);
          model.data = dataOf(questionnaire, answers);
          lookAtPanels(model, questionnaire);
          expect(shownBy(model, questionnaire, answers)).toEqual([...visibleQuestions(compiled, answers)]);
          model.dispose();
        }
      }),
      runs(100),
    );
  });

  test('still agrees when answers are changed one by one in the same model', () => {
    fc.assert(
      fc.property(withAnswers(2), ([questionnaire, [first = {}, second = {}]]) => {
        const compiled = compileQuestionnaire(questionnaire);
        const model = load(questionnaire);
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
