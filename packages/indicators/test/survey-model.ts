import { expect } from '@jest/globals';
import { Model, type QuestionPanelDynamicModel } from 'survey-core';
import { questionsOf } from '../src/answers/answers.arbitrary.js';
import { titlesFor } from '../src/definition/questionnaire.arbitrary.js';
import {
  addressOf,
  compileQuestionnaire,
  exportSurveyJson,
  type Answers,
  type AnswerValue,
  type Question,
  type Questionnaire,
} from '../src/index.js';
import './kilim-property.js';

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

/** The version as SurveyJS reads our export of it. */
export function surveyModel(questionnaire: Questionnaire): Model {
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
