import type { ReactElement } from 'react';
import {
  QuestionMatrixModel,
  QuestionRankingModel,
  QuestionSelectBase,
  type Question,
  type QuestionTextModel,
} from 'survey-core';
import { ChoiceGrid } from './choice-grid.js';
import { ChoiceList } from './choice-list.js';
import type { ControlAbout } from './control-about.js';
import { DateField } from './date-field.js';
import { RankedList } from './ranked-list.js';
import { useModelOf } from './use-model-of.js';
import { WordsField } from './words-field.js';

/**
 * The control of one question of SurveyJS's model: choices, grid, order or field, without title, help and faults, which
 * stand around it. It follows its model by itself.
 */
export function SurveyControl({
  question,
  about,
}: Readonly<{ question: Question; about: ControlAbout }>): ReactElement {
  useModelOf(question);
  // To SurveyJS a ranking is choices as well.
  if (question instanceof QuestionRankingModel) return <RankedList question={question} about={about} />;
  if (question instanceof QuestionSelectBase) return <ChoiceList question={question} about={about} />;
  if (question instanceof QuestionMatrixModel) return <ChoiceGrid question={question} about={about} />;
  if (isDate(question)) return <DateField question={question} about={about} />;
  return <WordsField question={question} about={about} />;
}

function isDate(question: Question): boolean {
  return (question as Partial<QuestionTextModel>).inputType === 'date';
}
