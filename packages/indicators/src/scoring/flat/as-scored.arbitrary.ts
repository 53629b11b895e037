import { expect } from '@jest/globals';
import type { Answer, Answers, AnswerValue } from '../../answers/answer.js';
import type { CompiledQuestionnaire } from '../../definition/compiled.js';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import type { Condition } from '../../definition/condition.js';
import type { Formula, Relation } from '../../definition/formula.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Question } from '../../definition/question.js';
import type { Questionnaire } from '../../definition/questionnaire.js';
import { scoreAssessment } from '../score-assessment.js';
import { decodeBlock, encodeBlock } from './answer-block.js';
import type { NumberBlock } from './number-block.js';
import { packAnswers } from './pack-answers.js';
import { FlatScoring, scoreIn } from './score-block.js';
import { unpackAnswers } from './unpack-answers.js';

/** An answer that is this value. */
export const value = (each: AnswerValue): Answer => ({ kind: 'value', value: each });
export const NOT_APPLICABLE: Answer = { kind: 'notApplicable' };
export const answer = (question: string): Formula => ({ op: 'answer', question });
export const not = (of: Condition): Condition => ({ op: 'not', of });
export const compare = (left: Formula, relation: Relation, than: number): Condition => ({
  ...{ op: 'compare', left, relation },
  right: { op: 'number', value: than },
});
/** So many options, each worth half a point more than the one before, if not said otherwise. */
export const options = (count: number, points: (at: number) => number | undefined = (at) => at / 2) =>
  Array.from({ length: count }, (_, at) => ({
    id: `opt-${String(at)}`,
    code: `O${String(at)}`,
    points: points(at),
  }));
/** The ids of options by number. */
export const ids = (...numbers: readonly number[]) => numbers.map((at) => `opt-${String(at)}`);

/** One after another in one block, all come to what their scorecards say, to the last digit of every sum; again when they come back. */
export function expectAsScored(
  questions: readonly Question[],
  all: readonly Answers[],
  changes: Partial<Questionnaire> = {},
): void {
  const compiled = compileQuestionnaire(given.questionnaire(questions, changes));
  const flat = new FlatScoring(compiled);
  const [block, again] = [flat.block(all.length + 1), flat.block(all.length)];
  for (const claims of all) packAnswers(block, claims);
  // What stood in a block before is no answer of whoever stands there now.
  for (const claims of [...all].reverse()) packAnswers(again, claims);
  again.length = 0;
  const copy = decodeBlock(flat.layout, encodeBlock(block));
  for (const row of all.keys()) packAnswers(again, unpackAnswers(copy, row));
  const [numbers, other] = [block, again].map((each) => {
    const into = flat.numbers(each.capacity);
    flat.score(each, into);
    return into;
  }) as [NumberBlock, NumberBlock];
  for (const [row, claims] of all.entries()) {
    const wanted = cardOf(compiled, claims);
    expect([claims, rowOf(flat, numbers, row)]).toEqual([claims, wanted]);
    expect([claims, rowOf(flat, other, row)]).toEqual([claims, wanted]);
  }
}

/** What a scorecard says in numbers: every score, and of indicators both sums. */
function cardOf(compiled: CompiledQuestionnaire, claims: Answers) {
  const { indicators, composites, indices } = scoreAssessment(compiled, claims, { basis: 'claimed' });
  return {
    scores: [...indicators, ...composites, ...indices].map(({ id, score }) => [id, score]),
    sums: indicators.map(({ numerator, denominator }) => [numerator, denominator]),
  };
}

/** The same of one row of numbers from tables. */
function rowOf({ areas, layout: { compiled } }: FlatScoring, numbers: NumberBlock, row: number) {
  const { numerators, denominators, capacity } = numbers;
  return {
    scores: areas.map((id, area) => [id, scoreIn(numbers, area, row)]),
    sums: compiled.indicators.map((_, at) => [
      numerators[at * capacity + row],
      denominators[at * capacity + row],
    ]),
  };
}

/** Answers to a question, one by one: each value, none, and that it does not apply. */
export function answersTo(id: string, values: readonly AnswerValue[]): readonly Answers[] {
  return [...values.map((each) => ({ [id]: value(each) })), {}, { [id]: NOT_APPLICABLE }];
}

/** A yes/no question, answered with yes, in an indicator of its own for each condition: what is asked shows in the scores. */
export function expectAsked(
  questions: readonly Question[],
  all: readonly Answers[],
  conditions: readonly Condition[],
): void {
  const followers = conditions.map((askedIf, at) =>
    given.yesNo({
      ...{ id: `if-${String(at)}`, code: `I.${String(at)}`, askedIf },
      indicator: `of-${String(at)}`,
    }),
  );
  const yes = Object.fromEntries(followers.map(({ id }) => [id, value(true)]));
  expectAsScored(
    [...questions, ...followers],
    all.map((claims) => ({ ...claims, ...yes })),
    {
      indicators: [
        { id: 'ind-one', code: 'IA' },
        ...conditions.map((_, at) => ({ id: `of-${String(at)}`, code: `IF.${String(at)}` })),
      ],
    },
  );
}
