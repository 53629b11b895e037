import type * as fc from 'fast-check';
import { optionsOf } from '../definition/compile-questionnaire.js';
import { arbitraryFrom, type Draw } from '../definition/draw.arbitrary.js';
import { DATES, WORDS } from '../definition/questionnaire.arbitrary.js';
import type { Question } from '../definition/question.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import type { Answer, Answers, AnswerValue } from './answer.js';

/** Answers to some of the questions, asked or not; with `faulty` also values that do not fit. */
export function arbitraryAnswers(
  questionnaire: Questionnaire,
  { faulty = false } = {},
): fc.Arbitrary<Answers> {
  return arbitraryFrom((draw) => {
    const answers: Record<string, Answer> = {};
    for (const question of questionsOf(questionnaire)) {
      const answer = drawAnswer(draw, question, faulty);
      if (answer) answers[question.id] = answer;
    }
    return answers;
  });
}

export function questionsOf(questionnaire: Questionnaire): readonly Question[] {
  return questionnaire.sections.flatMap((section) => section.questions);
}

/** An answer of any sort, or none. */
export function drawAnswer(draw: Draw, question: Question, faulty: boolean): Answer | undefined {
  const sort = draw.pick(['open', 'notApplicable', 'value', 'value', 'value', 'faulty']);
  if (sort === 'open') return undefined;
  if (sort === 'notApplicable') return { kind: 'notApplicable' };
  if (sort === 'faulty') return faulty ? { kind: 'value', value: faultyValue(draw, question) } : undefined;
  return { kind: 'value', value: validValue(draw, question) };
}

/** A value that is valid for the question. */
export function validValue(draw: Draw, question: Question): AnswerValue {
  switch (question.kind) {
    case 'yesNo':
      return draw.flip();
    case 'single':
      return draw.pick(question.options).id;
    case 'multiple': {
      const exclusive = question.options.filter((option) => option.exclusive === true);
      const together = question.options.filter((option) => option.exclusive !== true);
      const chosen =
        exclusive.length > 0 && draw.flip() ? [draw.pick(exclusive)] : draw.shuffled(draw.some(together, 1));
      return chosen.map((option) => option.id);
    }
    case 'number':
      return drawNumber(draw, question.minimum, question.maximum, question.decimals);
    case 'share':
      return drawNumber(draw, 0, 100, question.decimals);
    case 'matrix':
      return Object.fromEntries(question.rows.map((row) => [row.id, draw.pick(question.columns).id]));
    case 'date':
      return draw.pick(DATES);
    case 'text':
      return draw.pick(WORDS);
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
    [],
    ['no-such-id'],
    {},
    { 'no-such-id': 'neither' },
  ];
  const known = optionsOf(question)[0]?.id ?? 'known';
  const value = draw.pick([...wrong, ...(question.kind === 'multiple' ? [[known, known]] : [])]);
  return question.kind === 'text' && typeof value === 'string' ? ' ' : value;
}
