import type { CompiledQuestion, CompiledQuestionnaire } from '../definition/compile-questionnaire.js';
import { jsonPointer, type Path } from '../definition/json-pointer.js';
import { leavesOf } from '../definition/looked-at.js';
import { placedOptions } from '../definition/parts.js';
import type { SourceTexts, TranslatedTexts } from '../definition/texts.js';
import { writeVisibility, type WrittenVisibility } from './survey-expression.js';
import type { SurveyJson } from './survey-json.js';
import { surveyElement, type SurveyElement } from './survey-question.js';
import { SurveyTexts } from './survey-texts.js';

/**
 * What a SurveyJS document cannot hold.
 *
 * | what | |
 * |---|---|
 * | `scoring` | points, bands, cap, weight and indicator of a question |
 * | `areas` | indicators, composites, indices and rules of the version |
 * | `notApplicable` | that a city may say a question does not apply |
 * | `faultyAnswers` | in our conditions an answer with faults counts as none; in SurveyJS it counts (an incomplete matrix excepted) |
 * | `exclusive` | that an option excludes the others |
 * | `decimals` | how many decimal places a number may have |
 * | `exactText` | a condition compares a text exactly; SurveyJS passes over case and surrounding spaces |
 * | `condition` | the condition, which would have grown too long: the question is always shown |
 */
export type LossKind =
  | 'scoring'
  | 'areas'
  | 'notApplicable'
  | 'faultyAnswers'
  | 'exclusive'
  | 'decimals'
  | 'exactText'
  | 'condition';

/** Something of the version that a SurveyJS document cannot hold: where it stands in ours, and what it is. */
export interface Loss {
  /** A JSON pointer into the questionnaire; empty for the whole of it. */
  readonly pointer: string;
  readonly what: LossKind;
}

/** The whole questionnaire as one SurveyJS document, with what was lost on the way. */
export interface SurveyExport {
  readonly survey: SurveyJson;
  readonly losses: readonly Loss[];
}

/**
 * The whole questionnaire for use in SurveyJS elsewhere: a page per section, our conditions as `visibleIf`, required
 * questions and bounds as SurveyJS knows them. For valid answers SurveyJS shows exactly the questions we ask.
 */
export function exportSurveyJson(
  compiled: CompiledQuestionnaire,
  source: SourceTexts,
  translations: readonly TranslatedTexts[],
): SurveyExport {
  const texts = new SurveyTexts(source, translations);
  const visibility = writeVisibility(compiled);
  const losses: Loss[] = [
    { pointer: '', what: 'areas' },
    { pointer: '', what: 'notApplicable' },
    { pointer: '', what: 'faultyAnswers' },
  ];
  const pages = compiled.questionnaire.sections.map((section, s) => ({
    name: section.id,
    title: texts.title(section.id),
    ...texts.property('description', section.id, 'intro'),
    elements: section.questions.flatMap((question, q) => {
      const placed = compiled.byId.get(question.id);
      if (!placed) return [];
      const written = visibility.get(question.id) ?? { kind: 'always' };
      losses.push(...lossesOf(placed, written, ['sections', s, 'questions', q], compiled));
      return [element(placed, written, texts)];
    }),
  }));
  return {
    survey: {
      title: texts.title('questionnaire'),
      ...texts.property('description', 'questionnaire', 'intro'),
      showQuestionNumbers: 'off',
      pages,
    },
    losses,
  };
}

function element(
  { question }: CompiledQuestion,
  written: WrittenVisibility,
  texts: SurveyTexts,
): SurveyElement {
  return {
    ...surveyElement(question, texts),
    ...(question.kind === 'number' && { inputType: 'number', min: question.minimum, max: question.maximum }),
    ...(question.kind === 'share' && { inputType: 'number', min: 0, max: 100 }),
    ...(question.kind === 'text' && { maxLength: question.maxLength }),
    ...(question.kind === 'matrix' && question.required && { isAllRowRequired: true }),
    ...(question.required && { isRequired: true }),
    ...(written.kind === 'when' && { visibleIf: written.text }),
  };
}

function lossesOf(
  { question, scoring, askedIf }: CompiledQuestion,
  written: WrittenVisibility,
  path: Path,
  compiled: CompiledQuestionnaire,
): readonly Loss[] {
  const losses: Loss[] = [];
  const add = (what: LossKind, ...below: Path) =>
    losses.push({ pointer: jsonPointer([...path, ...below]), what });
  const { key, options } = placedOptions(question);
  if (scoring) add('scoring');
  for (const [at, option] of options.entries()) if (option.exclusive === true) add('exclusive', key, at);
  if (question.kind === 'number' || question.kind === 'share') add('decimals', 'decimals');
  if (written.kind === 'tooLong') add('condition', 'askedIf');
  const comparesText = (askedIf ? leavesOf(askedIf) : []).some(
    (leaf) => leaf.op === 'equals' && compiled.byId.get(leaf.question)?.question.kind === 'text',
  );
  if (comparesText) add('exactText', 'askedIf');
  return losses;
}
