import type * as fc from 'fast-check';
import { optionsOf } from '../definition/compile-questionnaire.js';
import { DATES, WORDS } from '../definition/condition.arbitrary.js';
import { arbitraryFrom, type Draw } from '../definition/draw.arbitrary.js';
import { rankedCount } from '../definition/points.js';
import type { Question } from '../definition/question.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import { addressOf } from './place.js';
import type { Answer, Answers, AnswerValue } from './answer.js';

/** The instances that random answers list. */
export const INSTANCES = ['in-a', 'in-b', 'in-c'];

/** Which answers are drawn besides valid values. */
export interface Drawing {
  /** Also values that do not fit, and what may not be declared. */
  readonly faulty?: boolean;
  /** Also repeated sets that list nothing. */
  readonly emptySets?: boolean;
}

/** Answers to some of the questions, asked or not, also in instances that no set lists. */
export function arbitraryAnswers(questionnaire: Questionnaire, drawing: Drawing = {}): fc.Arbitrary<Answers> {
  return arbitraryFrom((draw) => drawAnswers(draw, questionnaire, drawing));
}

export function drawAnswers(draw: Draw, questionnaire: Questionnaire, drawing: Drawing): Answers {
  const answers: Record<string, Answer> = {};
  for (const { question, instance } of placesOf(questionnaire)) {
    const answer = drawAnswer(draw, question, drawing);
    if (answer) answers[addressOf(question.id, instance)] = answer;
  }
  return answers;
}

/** A question in one of the places where it may be asked: of a repeated set's, once for each of the instances there are. */
export function placesOf(
  questionnaire: Questionnaire,
): readonly { readonly question: Question; readonly instance: string }[] {
  return questionsOf(questionnaire).flatMap((question) => [
    { question, instance: '' },
    ...(question.kind === 'set'
      ? INSTANCES.flatMap((instance) => question.questions.map((each) => ({ question: each, instance })))
      : []),
  ]);
}

/** The questions outside repeated sets, and the sets. */
export function questionsOf(questionnaire: Questionnaire): readonly Question[] {
  return questionnaire.sections.flatMap((section) => section.questions);
}

/** An answer of any sort, or none. */
export function drawAnswer(draw: Draw, question: Question, drawing: Drawing): Answer | undefined {
  const faulty = drawing.faulty === true;
  const sort = draw.pick(['open', 'notApplicable', 'value', 'value', 'value', 'faulty']);
  if (sort === 'open' || question.kind === 'computed') return undefined;
  if (sort === 'notApplicable')
    return question.mayNotApply === true || faulty ? { kind: 'notApplicable' } : undefined;
  if (sort === 'faulty') return faulty ? { kind: 'value', value: faultyValue(draw, question) } : undefined;
  return { kind: 'value', value: validValue(draw, question, drawing) };
}

/** A value that is valid for the question. */
export function validValue(draw: Draw, question: Question, drawing: Drawing = {}): AnswerValue {
  switch (question.kind) {
    case 'yesNo':
      return draw.flip();
    case 'single':
      return draw.pick(question.options).id;
    case 'multiple': {
      const exclusive = question.options.filter((option) => option.exclusive === true);
      const together = question.options.filter((option) => option.exclusive !== true);
      const most = Math.min(question.maximum ?? together.length, together.length);
      const chosen =
        exclusive.length > 0 && draw.flip()
          ? [draw.pick(exclusive)]
          : draw.shuffled(together).slice(0, draw.integer(question.minimum ?? 1, most));
      return chosen.map((option) => option.id);
    }
    case 'number':
      return drawNumber(draw, question.minimum, question.maximum, question.decimals);
    case 'share':
      return drawNumber(draw, 0, 100, question.decimals);
    case 'matrix':
      return Object.fromEntries(question.rows.map((row) => [row.id, draw.pick(question.columns).id]));
    case 'ranking':
      return draw
        .shuffled(question.options)
        .slice(0, rankedCount(question))
        .map((option) => option.id);
    case 'file':
      return ['ev-1', 'ev-2', 'ev-3'].slice(0, draw.integer(question.minimum ?? 1, question.maximum ?? 3));
    case 'set': {
      const least = drawing.emptySets === true ? question.minimum : Math.max(1, question.minimum);
      return draw.shuffled(INSTANCES).slice(0, draw.integer(least, question.maximum));
    }
    case 'date':
      return draw.pick(DATES);
    case 'text':
      return draw.pick(WORDS);
    case 'computed':
      throw new Error('Nobody answers what is calculated.');
  }
}

function drawNumber(draw: Draw, minimum: number, maximum: number, decimals: number): number {
  const scale = 10 ** decimals;
  const whole = draw.integer(minimum * scale, maximum * scale);
  return Number(`${String(whole)}e-${String(decimals)}`);
}

/** A value that cannot be an answer to the question. */
export function faultyValue(draw: Draw, question: Question): AnswerValue {
  const wrong: readonly AnswerValue[] = [
    1e9,
    '2023-02-29',
    ' ',
    {},
    { 'no-such-id': 'neither' },
    ...(question.kind === 'set' || question.kind === 'file' ? [] : [[], ['no-such-id']]),
  ];
  const known = optionsOf(question)[0]?.id ?? 'in-a';
  const isList = question.kind === 'multiple' || question.kind === 'set' || question.kind === 'ranking';
  const value = draw.pick([...wrong, ...(isList ? [[known, known]] : [])]);
  return question.kind === 'text' && typeof value === 'string' ? ' ' : value;
}
