import type { CompiledQuestionnaire } from '../definition/compiled.js';
import { jsonPointer, type Path } from '../definition/json-pointer.js';
import { leavesOf } from '../definition/looked-at.js';
import { placedOptions, placedQuestions, type PlacedQuestion } from '../definition/parts.js';
import type { Question, QuestionOf } from '../definition/question.js';
import type { SourceTexts, TranslatedTexts } from '../definition/texts.js';
import { writeExpressions, type WrittenExpressions } from './survey-expression.js';
import type { SurveyJson } from './survey-json.js';
import { surveyElement, type SurveyElement } from './survey-question.js';
import { SurveyTexts } from './survey-texts.js';

/**
 * What SurveyJS has no place for: it rides in the document's `kilim` property, from which `importSurveyJson` takes it
 * again, but SurveyJS itself does not heed it.
 *
 * | what | |
 * |---|---|
 * | `scoring` | points, bands, curve, cap, places, weight and indicator of a question |
 * | `areas` | indicators, composites, indices and rules of the version |
 * | `validations` | what must hold across answers |
 * | `evidence` | which evidence and which class of data quality a question asks for |
 * | `notApplicable` | that a city may say a question does not apply |
 * | `instances` | how few instances a repeated set may list, and that listing none is an answer: SurveyJS would begin with so many panels and take them for an answer |
 * | `arithmetic` | that formulas are calculated exactly; SurveyJS calculates in binary fractions |
 * | `faultyAnswers` | in our conditions an answer with faults counts as none; in SurveyJS it counts (an incomplete matrix excepted) |
 * | `exclusive` | that an option excludes the others |
 * | `decimals` | how many decimal places a number may have |
 * | `exactText` | a condition compares a text exactly; SurveyJS passes over case and surrounding spaces |
 * | `condition` | the condition, which would have grown too long: the question is always shown |
 * | `calculation` | the formula, which would have grown too long: the question has no value |
 */
export type LossKind =
  | 'scoring'
  | 'areas'
  | 'validations'
  | 'evidence'
  | 'notApplicable'
  | 'instances'
  | 'arithmetic'
  | 'faultyAnswers'
  | 'exclusive'
  | 'decimals'
  | 'exactText'
  | 'condition'
  | 'calculation';

/** Something of the version that SurveyJS does not heed: where it stands in ours, and what it is. */
export interface Loss {
  /** A JSON pointer into the questionnaire; empty for the whole of it. */
  readonly pointer: string;
  readonly what: LossKind;
}

/** The whole questionnaire as one SurveyJS document, with what SurveyJS does not heed of it. */
export interface SurveyExport {
  readonly survey: SurveyJson;
  readonly losses: readonly Loss[];
}

/**
 * The whole questionnaire for use in SurveyJS elsewhere: a page per section, our conditions as `visibleIf`, required
 * questions and bounds as SurveyJS knows them. For valid answers SurveyJS shows exactly the questions we ask.
 *
 * The version itself rides along as `kilim`, a property that survey-core passes over (it is named among `jsonErrors`).
 * An editor that saves the document keeps it after `Serializer.addProperty('survey', 'kilim')`.
 */
export function exportSurveyJson(
  compiled: CompiledQuestionnaire,
  source: SourceTexts,
  translations: readonly TranslatedTexts[],
): SurveyExport {
  const texts = new SurveyTexts(source, translations);
  const written = writeExpressions(compiled);
  const losses: Loss[] = [
    { pointer: '', what: 'areas' },
    { pointer: '', what: 'notApplicable' },
    { pointer: '', what: 'faultyAnswers' },
    ...compiled.validations.map((_, at): Loss => ({
      pointer: jsonPointer(['validations', at]),
      what: 'validations',
    })),
    ...placedQuestions(compiled.questionnaire).flatMap((placed) => lossesOf(placed, written, compiled)),
  ];
  const pages = compiled.questionnaire.sections.map((section) => ({
    name: section.id,
    title: texts.title(section.id),
    ...texts.property('description', section.id, 'intro'),
    elements: section.questions.map((question) => element(question, written, texts)),
  }));
  return {
    survey: {
      title: texts.title('questionnaire'),
      ...texts.property('description', 'questionnaire', 'intro'),
      showQuestionNumbers: 'off',
      pages,
      kilim: { format: 1, questionnaire: compiled.questionnaire, source, translations },
    },
    losses,
  };
}

function element(question: Question, written: WrittenExpressions, texts: SurveyTexts): SurveyElement {
  const visibility = written.visibility.get(question.id);
  const value = written.values.get(question.id);
  return {
    ...surveyElement(question, texts),
    ...(question.kind === 'number' && { inputType: 'number', min: question.minimum, max: question.maximum }),
    ...(question.kind === 'share' && { inputType: 'number', min: 0, max: 100 }),
    ...(question.kind === 'text' && { maxLength: question.maxLength }),
    ...(question.kind === 'matrix' && question.required && { isAllRowRequired: true }),
    ...(question.kind === 'multiple' && countsOf(question)),
    ...(question.kind === 'set' && panelOf(question, written, texts)),
    ...(value !== undefined && { expression: value }),
    ...(question.required && { isRequired: true }),
    ...(visibility?.kind === 'when' && { visibleIf: visibility.text }),
  };
}

function countsOf({ minimum, maximum }: QuestionOf<'multiple'>): SurveyElement {
  return {
    ...(minimum !== undefined && { minSelectedChoices: minimum }),
    ...(maximum !== undefined && { maxSelectedChoices: maximum }),
  };
}

/** The questions of a set as the elements of every panel, with what is calculated in each of them, out of sight. */
function panelOf(set: QuestionOf<'set'>, written: WrittenExpressions, texts: SurveyTexts): SurveyElement {
  const calculations = (written.panels.get(set.id) ?? []).map(({ name, expression }) => ({
    type: 'expression',
    name,
    expression,
    visible: false,
  }));
  return {
    ...texts.property('templateTitle', set.id, 'instance'),
    templateElements: [
      ...set.questions.map((question) => element(question, written, texts)),
      ...calculations,
    ],
  };
}

function lossesOf(
  { question, path }: PlacedQuestion,
  written: WrittenExpressions,
  compiled: CompiledQuestionnaire,
): readonly Loss[] {
  const losses: Loss[] = [];
  const add = (what: LossKind, ...below: Path) =>
    losses.push({ pointer: jsonPointer([...path, ...below]), what });
  const { key, options } = placedOptions(question);
  if (compiled.byId.get(question.id)?.scoring) add('scoring');
  for (const [at, option] of options.entries()) if (option.exclusive === true) add('exclusive', key, at);
  if (question.evidence !== undefined) add('evidence', 'evidence');
  if (question.quality !== undefined) add('evidence', 'quality');
  if (question.kind === 'number' || question.kind === 'share') add('decimals', 'decimals');
  if (question.kind === 'set') add('instances', 'minimum');
  if (question.kind === 'computed')
    add(written.values.has(question.id) ? 'arithmetic' : 'calculation', 'formula');
  if (question.askedIf === undefined) return losses;
  const leaves = leavesOf(question.askedIf);
  if (written.visibility.get(question.id)?.kind === 'tooLong') add('condition', 'askedIf');
  if (leaves.some((leaf) => leaf.op === 'compare')) add('arithmetic', 'askedIf');
  const comparesText = leaves.some(
    (leaf) => leaf.op === 'equals' && compiled.byId.get(leaf.question)?.question.kind === 'text',
  );
  if (comparesText) add('exactText', 'askedIf');
  return losses;
}
