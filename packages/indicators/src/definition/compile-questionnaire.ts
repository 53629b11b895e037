import type { Condition } from './condition.js';
import { toThousandths } from './decimal.js';
import { orderByDependence } from './dependence.js';
import type { Code, Id } from './identity.js';
import { lookedAt } from './looked-at.js';
import { layOutPoints, type PointTable } from './points.js';
import type { Option, Question } from './question.js';
import type { Questionnaire, Section } from './questionnaire.js';

/** A question with all that is asked of it again and again. */
export interface CompiledQuestion {
  /** Its place in the form, from 0, through all sections. */
  readonly place: number;
  readonly question: Question;
  readonly section: Section;
  /** When it is asked; absent: always. */
  readonly askedIf?: Condition;
  /** Its options, or the columns of a matrix, by id. */
  readonly options: ReadonlyMap<Id, Option>;
  /** What its answers are worth in its indicator; absent for a question that is never scored. */
  readonly scoring?: QuestionScoring;
  /** The questions its condition looks at, and those whose conditions look at it. */
  readonly looksAt: readonly Id[];
  readonly lookedAtBy: readonly Id[];
}

/** A question's part in its indicator, as exact integers. */
export interface QuestionScoring extends PointTable {
  readonly indicator: Id;
  /** In thousandths. */
  readonly weight: number;
}

/** A scored area with its scored questions in form order. */
export interface CompiledIndicator {
  readonly id: Id;
  readonly code: Code;
  readonly questions: readonly CompiledQuestion[];
}

/** A weighted mean with its members sorted by id, the order in which it is summed. */
export interface CompiledMean {
  readonly id: Id;
  readonly code: Code;
  readonly members: readonly { readonly of: Id; readonly code: Code; readonly weight: number }[];
}

/** A checked questionnaire made ready for answering and scoring. Never changes; one serves all assessments of its version. */
export interface CompiledQuestionnaire {
  readonly questionnaire: Questionnaire;
  /** In the order of the form. */
  readonly questions: readonly CompiledQuestion[];
  readonly byId: ReadonlyMap<Id, CompiledQuestion>;
  /** Every question after all those its condition looks at. */
  readonly evaluationOrder: readonly CompiledQuestion[];
  readonly indicators: readonly CompiledIndicator[];
  /** Every composite after all composites among its members. */
  readonly composites: readonly CompiledMean[];
  readonly indices: readonly CompiledMean[];
}

/**
 * Makes a questionnaire ready for use. Only for one that `checkQuestionnaire` found free of errors: references are
 * taken to exist. Linear in the size of the document.
 *
 * @throws Error when conditions or composites go in circles, which the check refuses
 */
export function compileQuestionnaire(questionnaire: Questionnaire): CompiledQuestionnaire {
  const lookedAtBy = new Map<Id, Id[]>();
  for (const question of questionnaire.sections.flatMap((section) => section.questions)) {
    for (const id of lookedAt(question.askedIf)) {
      const lookers = lookedAtBy.get(id) ?? [];
      lookers.push(question.id);
      lookedAtBy.set(id, lookers);
    }
  }
  const questions = questionnaire.sections
    .flatMap((section) => section.questions.map((question) => ({ section, question })))
    .map(({ section, question }, place) =>
      compileQuestion(question, section, place, lookedAtBy.get(question.id) ?? []),
    );
  const byId = new Map(questions.map((compiled) => [compiled.question.id, compiled]));
  const evaluation = orderByDependence(questions, (compiled) =>
    compiled.looksAt.flatMap((id) => byId.get(id) ?? []),
  );
  if (!evaluation.ok) throw new Error('The conditions of this questionnaire go in a circle.');
  return {
    questionnaire,
    questions,
    byId,
    evaluationOrder: evaluation.order,
    indicators: compileIndicators(questionnaire, questions),
    ...compileMeans(questionnaire),
  };
}

function compileQuestion(
  question: Question,
  section: Section,
  place: number,
  lookedAtBy: readonly Id[],
): CompiledQuestion {
  const table = layOutPoints(question);
  const { indicator } = question;
  return {
    place,
    question,
    section,
    ...(question.askedIf !== undefined && { askedIf: question.askedIf }),
    options: new Map(optionsOf(question).map((option) => [option.id, option])),
    ...(indicator !== undefined &&
      table.points.kind !== 'none' && {
        scoring: { ...table, indicator, weight: toThousandths(question.weight ?? 1) },
      }),
    looksAt: lookedAt(question.askedIf),
    lookedAtBy,
  };
}

/** The options of a single or multiple question, the columns of a matrix; none for other kinds. */
export function optionsOf(question: Question): readonly Option[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options;
    case 'matrix':
      return question.columns;
    case 'yesNo':
    case 'number':
    case 'share':
    case 'date':
    case 'text':
      return [];
  }
}

function compileIndicators(
  questionnaire: Questionnaire,
  questions: readonly CompiledQuestion[],
): readonly CompiledIndicator[] {
  const byIndicator = new Map<Id, CompiledQuestion[]>(questionnaire.indicators.map(({ id }) => [id, []]));
  for (const compiled of questions) {
    if (compiled.scoring) byIndicator.get(compiled.scoring.indicator)?.push(compiled);
  }
  return questionnaire.indicators.map(({ id, code }) => ({ id, code, questions: byIndicator.get(id) ?? [] }));
}

function compileMeans(questionnaire: Questionnaire): Pick<CompiledQuestionnaire, 'composites' | 'indices'> {
  const { indicators, composites, indices } = questionnaire;
  const codes = new Map([...indicators, ...composites].map(({ id, code }) => [id, code]));
  const compiled = [...composites, ...indices].map(({ id, code, members }): CompiledMean => ({
    id,
    code,
    members: members
      .map((member) => ({
        of: member.of,
        code: codes.get(member.of) ?? member.of,
        weight: toThousandths(member.weight),
      }))
      .sort((a, b) => (a.of < b.of ? -1 : 1)),
  }));
  const compiledComposites = compiled.slice(0, composites.length);
  const byId = new Map(compiledComposites.map((composite) => [composite.id, composite]));
  const order = orderByDependence(compiledComposites, (composite) =>
    composite.members.flatMap((member) => byId.get(member.of) ?? []),
  );
  if (!order.ok) throw new Error('The composites of this questionnaire go in a circle.');
  return { composites: order.order, indices: compiled.slice(composites.length) };
}
