import { Model } from 'survey-core';
import type { Answers, CompiledQuestion, CompiledQuestionnaire, Question } from '@kilim/indicators';

/** The two sums of every indicator, in the order of the version. */
export type Totals = readonly (readonly [points: number, attainable: number])[];

/** Points of an answer that counts, and whether it is asked, each written for one question. */
interface Written {
  readonly id: string;
  readonly indicator: number;
  readonly size: number;
  readonly points: (value: unknown) => number;
}

const THOUSANDTHS = 1000;

/** As one would write it by hand for every question, taking answers for valid: points of a value, in millionths. */
function written(compiled: CompiledQuestionnaire): readonly Written[] {
  return compiled.questions.flatMap(({ question, scoring }: CompiledQuestion): Written[] => {
    if (scoring === undefined) return [];
    const worth = pointsOf(question);
    return [
      {
        id: question.id,
        indicator: compiled.indicators.findIndex(({ id }) => id === scoring.indicator),
        size: scoring.attainable * scoring.weight,
        points: (value) => Math.round(worth(value) * THOUSANDTHS) * scoring.weight,
      },
    ];
  });
}

function pointsOf(question: Question): (value: unknown) => number {
  switch (question.kind) {
    case 'yesNo': {
      const { yes, no } = question.points ?? { yes: 0, no: 0 };
      return (value) => (value === true ? yes : no);
    }
    case 'single': {
      const points: Record<string, number> = {};
      for (const option of question.options) points[option.id] = option.points ?? 0;
      return (value) => points[value as string] ?? 0;
    }
    case 'multiple': {
      const points: Record<string, number> = {};
      for (const option of question.options) points[option.id] = option.points ?? 0;
      const cap = question.cap ?? Infinity;
      return (value) => {
        let sum = 0;
        for (const id of value as string[]) sum += points[id] ?? 0;
        return sum < cap ? sum : cap;
      };
    }
    case 'number':
    case 'share': {
      const bands = question.bands ?? [];
      return (value) => bands.findLast(({ from }) => Number(value) >= from)?.points ?? 0;
    }
    case 'matrix': {
      const points: Record<string, number> = {};
      for (const column of question.columns) points[column.id] = column.points ?? 0;
      return (value) => {
        let sum = 0;
        for (const column of Object.values(value as Record<string, string>)) sum += points[column] ?? 0;
        return sum;
      };
    }
    default:
      return () => 0;
  }
}

/** Totals by closures: one for each question that says whether it is asked, one for its points. */
export function closureTotals(compiled: CompiledQuestionnaire): (answers: Answers) => Totals {
  const asked = new Map<string, (answers: Answers) => boolean>();
  for (const { question, askedIf } of compiled.evaluationOrder) {
    const condition = askedIf === undefined ? undefined : conditionOf(askedIf, asked);
    asked.set(question.id, condition ?? (() => true));
  }
  const questions = written(compiled).map((each) => ({ ...each, isAsked: asked.get(each.id) }));
  return (answers) => {
    const totals = compiled.indicators.map((): [number, number] => [0, 0]);
    for (const { id, indicator, size, points, isAsked } of questions) {
      const answer = answers[id];
      if (answer?.kind !== 'value' || isAsked?.(answers) !== true) continue;
      const sums = totals[indicator];
      if (sums === undefined) continue;
      sums[0] += points(answer.value);
      sums[1] += size;
    }
    return totals;
  };
}

type Asked = (answers: Answers) => boolean;

function conditionOf(
  condition: NonNullable<CompiledQuestion['askedIf']>,
  asked: ReadonlyMap<string, Asked>,
): Asked {
  switch (condition.op) {
    case 'all': {
      const parts = condition.of.map((each) => conditionOf(each, asked));
      return (answers) => parts.every((part) => part(answers));
    }
    case 'any': {
      const parts = condition.of.map((each) => conditionOf(each, asked));
      return (answers) => parts.some((part) => part(answers));
    }
    case 'not': {
      const part = conditionOf(condition.of, asked);
      return (answers) => !part(answers);
    }
    case 'compare':
    case 'rankedWithin':
      throw new Error(`No closure was written for ${condition.op}.`);
    default: {
      const { question } = condition;
      const isSeen = asked.get(question);
      return (answers) => {
        const answer = answers[question];
        return answer?.kind === 'value' && isSeen?.(answers) === true && holds(condition, answer.value);
      };
    }
  }
}

type Leaf = Exclude<
  NonNullable<CompiledQuestion['askedIf']>,
  { readonly op: 'all' | 'any' | 'not' | 'compare' }
>;

function holds(leaf: Leaf, value: unknown): boolean {
  switch (leaf.op) {
    case 'answered':
      return true;
    case 'equals':
      return value === leaf.value;
    case 'atLeast':
      return (value as number) >= leaf.value;
    case 'atMost':
      return (value as number) <= leaf.value;
    case 'oneOf': {
      const own = leaf.row === undefined ? value : (value as Record<string, string>)[leaf.row];
      return Array.isArray(own)
        ? own.some((each: string) => leaf.options.includes(each))
        : leaf.options.includes(own as string);
    }
    case 'rankedWithin':
      return false;
  }
}

/** Totals by survey-core: a fresh model decides what is asked; points are added up over what it shows. */
export function surveyTotals(compiled: CompiledQuestionnaire, survey: object): (answers: Answers) => Totals {
  const questions = written(compiled);
  return (answers) => {
    const model = new Model(survey);
    model.data = Object.fromEntries(
      Object.entries(answers).flatMap(([id, answer]) =>
        answer.kind === 'value' ? [[id, answer.value]] : [],
      ),
    );
    const totals = compiled.indicators.map((): [number, number] => [0, 0]);
    for (const { id, indicator, size, points } of questions) {
      const question = model.getQuestionByName(id);
      const sums = totals[indicator];
      if (sums === undefined || !question.isVisible || question.isEmpty()) continue;
      sums[0] += points(question.value);
      sums[1] += size;
    }
    model.dispose();
    return totals;
  };
}
