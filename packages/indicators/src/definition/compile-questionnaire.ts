import { compileIndicators, compileMeans } from './compile-areas.js';
import type { CompiledQuestion, CompiledQuestionnaire } from './compiled.js';
import { toThousandths } from './thousandths.js';
import { orderByDependence } from './dependence.js';
import { gather } from './gather.js';
import type { Id } from './identity.js';
import { lookedAt, lookedAtByFormula } from './looked-at.js';
import type { Option } from './option.js';
import { placedOptions } from './parts.js';
import { layOutPoints } from './points.js';
import type { Question, RepeatedSet } from './question.js';
import type { Questionnaire, Section } from './questionnaire.js';

/**
 * Makes a questionnaire ready for use. Only for one that `checkQuestionnaire` found free of errors: references are
 * taken to exist. Linear in the size of the document.
 *
 * @throws Error when conditions or composites go in circles, which the check refuses
 */
export function compileQuestionnaire(questionnaire: Questionnaire): CompiledQuestionnaire {
  const questions = compileQuestions(questionnaire);
  const byId = new Map(questions.map((compiled) => [compiled.question.id, compiled]));
  const evaluation = orderByDependence(questions, ({ looksAt, set }) =>
    [...looksAt, ...(set ? [set.id] : [])].flatMap((id) => byId.get(id) ?? []),
  );
  if (!evaluation.ok) throw new Error('The conditions and formulas of this questionnaire go in a circle.');
  return {
    questionnaire,
    questions,
    byId,
    bySet: gather(
      questions.filter(({ set }) => set !== undefined),
      ({ set }) => set?.id ?? '',
    ),
    evaluationOrder: evaluation.order,
    indicators: compileIndicators(questionnaire, questions),
    ...compileMeans(questionnaire),
    validations: questionnaire.validations ?? [],
  };
}

interface Placed {
  readonly question: Question;
  readonly section: Section;
  readonly set?: RepeatedSet;
}

function compileQuestions(questionnaire: Questionnaire): readonly CompiledQuestion[] {
  const placed = questionnaire.sections.flatMap((section) =>
    section.questions.flatMap((question): readonly Placed[] => [
      { question, section },
      ...(question.kind === 'set'
        ? question.questions.map((each) => ({ question: each, section, set: question }))
        : []),
    ]),
  );
  const lookedAtBy = new Map<Id, Id[]>();
  for (const { question } of placed) {
    for (const id of looksAt(question)) {
      const lookers = lookedAtBy.get(id) ?? [];
      lookers.push(question.id);
      lookedAtBy.set(id, lookers);
    }
  }
  return placed.map((each, place) => compileQuestion(each, place, lookedAtBy.get(each.question.id) ?? []));
}

function compileQuestion(placed: Placed, place: number, lookedAtBy: readonly Id[]): CompiledQuestion {
  const { question } = placed;
  const table = layOutPoints(question);
  const { indicator } = question;
  return {
    place,
    ...placed,
    ...(question.askedIf !== undefined && { askedIf: question.askedIf }),
    options: new Map(optionsOf(question).map((option) => [option.id, option])),
    ...(indicator !== undefined &&
      table.points.kind !== 'none' && {
        scoring: { ...table, indicator, weight: toThousandths(question.weight ?? 1) },
      }),
    looksAt: looksAt(question),
    lookedAtBy,
  };
}

/** The questions that a question's condition and formula look at, each once. */
export function looksAt(question: Question): readonly Id[] {
  const byCondition = lookedAt(question.askedIf);
  if (question.kind !== 'computed') return byCondition;
  return [...new Set([...byCondition, ...lookedAtByFormula(question.formula)])];
}

/** The options of a single, multiple or ranking question, the columns of a matrix; none for other kinds. */
export function optionsOf(question: Question): readonly Option[] {
  return placedOptions(question).options;
}
