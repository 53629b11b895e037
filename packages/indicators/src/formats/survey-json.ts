import type { CompiledQuestionnaire } from '../definition/compiled.js';
import { addressOf } from '../answers/place.js';
import type { Id } from '../definition/identity.js';
import type { Question, QuestionOf } from '../definition/question.js';
import type { SourceTexts, TranslatedTexts } from '../definition/texts.js';
import { surveyElement, type SurveyElement } from './survey-question.js';
import { SurveyTexts } from './survey-texts.js';

/** A SurveyJS document: plain JSON that `new Model(…)` of survey-core reads. */
export type SurveyJson = Readonly<Record<string, unknown>>;

/**
 * One section as a SurveyJS document for the form: a display that obeys. It holds all questions of the section that are
 * answered in a control, shown or not; the form sets `visible` from `visibleQuestions`, and converts values with
 * `toSurveyValue` and `fromSurveyValue`. Names are question ids, choice values option ids. The questions of a repeated
 * set are not in it: the form adds them instance by instance, see {@link instanceSurveyJson}.
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
        elements: section.questions.filter(hasControl).map((question) => surveyElement(question, texts)),
      },
    ],
  };
}

/** What is answered in one instance of a repeated set as SurveyJS elements, each named by its address. */
export function instanceSurveyJson(
  set: QuestionOf<'set'>,
  instance: string,
  source: SourceTexts,
  translations: readonly TranslatedTexts[],
): readonly SurveyElement[] {
  const texts = new SurveyTexts(source, translations);
  return set.questions
    .filter(hasControl)
    .map((question) => surveyElement(question, texts, addressOf(question.id, instance)));
}

/** What is given as a file is evidence, what is calculated nobody answers, and a set is answered in its questions. */
function hasControl({ kind }: Question): boolean {
  return kind !== 'file' && kind !== 'computed' && kind !== 'set';
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
