import type { CompiledQuestionnaire } from '../definition/compile-questionnaire.js';
import type { Id } from '../definition/identity.js';
import type { SourceTexts, TranslatedTexts } from '../definition/texts.js';
import { surveyElement } from './survey-question.js';
import { SurveyTexts } from './survey-texts.js';

/** A SurveyJS document: plain JSON that `new Model(…)` of survey-core reads. */
export type SurveyJson = Readonly<Record<string, unknown>>;

/**
 * One section as a SurveyJS document for the form: a display that obeys. It holds all questions of the section, shown
 * or not; the form sets `visible` from `visibleQuestions`, and converts values with `toSurveyValue` and
 * `fromSurveyValue`. Names are question ids, choice values option ids.
 *
 * @throws Error when the version has no such section
 */
export function sectionSurveyJson(
  compiled: CompiledQuestionnaire,
  sectionId: Id,
  source: SourceTexts,
  translations: readonly TranslatedTexts[],
): SurveyJson {
  const section = compiled.questionnaire.sections.find(({ id }) => id === sectionId);
  if (!section) throw new Error(`This version has no section ${sectionId}.`);
  const texts = new SurveyTexts(source, translations);
  return {
    ...DISPLAY_ONLY,
    pages: [
      {
        name: section.id,
        title: texts.title(section.id),
        ...texts.property('description', section.id, 'intro'),
        elements: section.questions.map((question) => surveyElement(question, texts)),
      },
    ],
  };
}

/** The form around it navigates, completes and numbers; SurveyJS keeps every value it is given. */
const DISPLAY_ONLY = {
  showTitle: false,
  showNavigationButtons: false,
  showQuestionNumbers: 'off',
  showCompletePage: false,
  clearInvisibleValues: 'none',
  focusFirstQuestionAutomatic: false,
} as const;
