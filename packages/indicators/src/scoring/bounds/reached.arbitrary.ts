import { expect } from '@jest/globals';
import type { Answer, Answers, AnswerValue } from '../../answers/answer.js';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import type { CompiledQuestionnaire } from '../../definition/compiled.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Leaf } from '../../definition/looked-at.js';
import type { Question } from '../../definition/question.js';
import type { Questionnaire } from '../../definition/questionnaire.js';
import type { IndicatorScore, MeanScore } from '../scorecard.js';
import { scoreAssessment } from '../score-assessment.js';
import { allCompletions } from './completions.arbitrary.js';

export const NOT_APPLICABLE: Answer = { kind: 'notApplicable' };

export function value(each: AnswerValue): Answer {
  return { kind: 'value', value: each };
}

/** A question that is asked everybody unless `more` says otherwise, and must be answered. */
export function yesNo(id: string, more: object = {}): Question {
  return given.yesNo({ id, code: id, mayNotApply: false, ...more });
}

/** A number from 0 to 20 that must be answered and counts for the indicator. */
export function upToTwenty(more: object): Question {
  return given.number({ mayNotApply: false, indicator: 'ind-one', maximum: 20, ...more });
}

export function isYes(question: string): Leaf {
  return { op: 'equals', question, value: true };
}

/** Options `opt-0`, `opt-1`, … of so many points each. */
export function options(...points: readonly number[]) {
  return points.map((each, at) => ({ id: `opt-${String(at)}`, code: String(at), points: each }));
}

/** All indicators, composites and indices as claimed. */
export function areasOf(
  compiled: CompiledQuestionnaire,
  answers: Answers,
): readonly (IndicatorScore | MeanScore)[] {
  const { indicators, composites, indices } = scoreAssessment(compiled, answers, { basis: 'claimed' });
  return [...indicators, ...composites, ...indices];
}

/** What is claimed of some questions with some answers given. */
export type Row = readonly [what: string, questions: readonly Question[], claims: Answers];

/** Nothing is answered where nothing is said about it. */
export function rows(all: readonly (readonly [string, readonly Question[], Answers?])[]): readonly Row[] {
  return all.map(([what, questions, claims = {}]): Row => [what, questions, claims]);
}

/** Looks through every completion one by one: bounds are exact, the least and the greatest score of all. */
export function expectReached(
  questions: readonly Question[],
  claims: Answers = {},
  changes: Partial<Questionnaire> = {},
): void {
  const compiled = compileQuestionnaire(given.questionnaire(questions, changes));
  const completions = allCompletions(compiled, claims, 3000);
  const all = (completions ?? []).map((each) => areasOf(compiled, each));
  expect(all.length).toBeGreaterThan(0);
  for (const [at, { id, interval }] of areasOf(compiled, claims).entries()) {
    const values = all.flatMap((each) => {
      const score = each[at]?.score;
      return score?.kind === 'scored' ? [score.value] : [];
    });
    if (values.length === 0) {
      expect([id, interval]).toEqual([id, undefined]);
      continue;
    }
    expect(interval).toMatchObject({ exact: true, reasons: [] });
    expect(interval?.low).toBeCloseTo(Math.min(...values), 12);
    expect(interval?.high).toBeCloseTo(Math.max(...values), 12);
  }
}
