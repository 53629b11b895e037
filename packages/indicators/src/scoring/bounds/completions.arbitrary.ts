import { validValue } from '../../answers/answers.arbitrary.js';
import type { Answer, Answers, AnswerValue } from '../../answers/answer.js';
import { answersIn, questionStates, type QuestionState } from '../../answers/standing.js';
import { answerFaults } from '../../answers/validate-answer.js';
import type { CompiledQuestionnaire } from '../../definition/compiled.js';
import { Draw } from '../../definition/draw.arbitrary.js';
import { rankedCount } from '../../definition/points.js';
import type { Question } from '../../definition/question.js';

/** The first question that is asked and still to be answered. */
export function nextOpen(compiled: CompiledQuestionnaire, answers: Answers): QuestionState | undefined {
  return [...questionStates(compiled, answersIn(answers)).values()].find(
    ({ isVisible, standing, compiled: { question, set } }) =>
      isVisible &&
      question.kind !== 'computed' &&
      (standing.kind === 'open' || standing.kind === 'faulty') &&
      // A list with a fault lists nothing that counts in the end.
      (set === undefined || answerFaults(set, answers[set.id] ?? { kind: 'notApplicable' }).length === 0),
  );
}

/** Answers what is open at random, question by question as they come to be asked; `most` of them at most. */
export function drawCompletion(
  seed: number,
  compiled: CompiledQuestionnaire,
  claims: Answers,
  most = Infinity,
): Answers {
  const draw = new Draw(seed);
  const answers: Record<string, Answer> = { ...claims };
  for (let given = 0; given < most; given += 1) {
    const open = nextOpen(compiled, answers);
    if (open === undefined) break;
    const { question } = open.compiled;
    const mayNotApply = question.mayNotApply === true && draw.integer(0, 3) === 0;
    answers[open.address] = mayNotApply
      ? { kind: 'notApplicable' }
      : { kind: 'value', value: validValue(draw, question, { emptySets: true }) };
  }
  return answers;
}

/** Every completion with every answer that could matter; undefined when there are more than so many. */
export function allCompletions(
  compiled: CompiledQuestionnaire,
  claims: Answers,
  most: number,
): readonly Answers[] | undefined {
  const found: Answers[] = [];
  const waiting: Answers[] = [claims];
  for (let answers = waiting.pop(); answers !== undefined; answers = waiting.pop()) {
    const open = nextOpen(compiled, answers);
    if (open === undefined) found.push(answers);
    else {
      for (const answer of answersThatMatter(compiled, open.compiled.question))
        waiting.push({ ...answers, [open.address]: answer });
    }
    if (found.length + waiting.length > most) return undefined;
  }
  return found;
}

/** Every answer to a question that could matter to a score or a condition. */
export function answersThatMatter(compiled: CompiledQuestionnaire, question: Question): readonly Answer[] {
  const numbers = numbersIn(compiled.questionnaire);
  const values = valuesOf(question, numbers, wordsIn(compiled.questionnaire));
  const all: readonly Answer[] = [
    { kind: 'notApplicable' },
    ...values.map((value): Answer => ({ kind: 'value', value })),
  ];
  return all.filter((answer) => answerFaults(question, answer).length === 0);
}

function valuesOf(
  question: Question,
  numbers: readonly number[],
  words: readonly string[],
): readonly AnswerValue[] {
  switch (question.kind) {
    case 'yesNo':
      return [true, false];
    case 'single':
      return question.options.map(({ id }) => id);
    case 'multiple':
      return subsets(question.options.map(({ id }) => id));
    case 'ranking':
      return orders(
        question.options.map(({ id }) => id),
        rankedCount(question),
      );
    case 'file':
      return [['ev-1'], ['ev-1', 'ev-2'], ['ev-1', 'ev-2', 'ev-3']];
    case 'number':
    case 'share': {
      const step = 10 ** -question.decimals;
      const ends = question.kind === 'number' ? [question.minimum, question.maximum] : [0, 100];
      const near = [...ends, ...numbers].flatMap((each) => [each - step, each, each + step]);
      return [...new Set(near.map((each) => Number(each.toFixed(question.decimals))))];
    }
    case 'matrix':
      return question.rows.reduce<Record<string, string>[]>(
        (all, row) => all.flatMap((each) => question.columns.map(({ id }) => ({ ...each, [row.id]: id }))),
        [{}],
      );
    case 'set':
      return [[], ['in-x'], ['in-x', 'in-y'], ['in-x', 'in-y', 'in-z']];
    case 'date':
      return [...words, '2031-05-06'];
    case 'text':
      return [...words, 'something else'];
    case 'computed':
      return [];
  }
}

function subsets(ids: readonly string[]): readonly string[][] {
  return ids.reduce<string[][]>((all, id) => [...all, ...all.map((each) => [...each, id])], [[]]);
}

function orders(ids: readonly string[], count: number): readonly string[][] {
  if (count === 0) return [[]];
  return ids.flatMap((id) =>
    orders(
      ids.filter((each) => each !== id),
      count - 1,
    ).map((rest) => [id, ...rest]),
  );
}

/** Every number that a document names anywhere. */
function numbersIn(json: unknown): readonly number[] {
  if (typeof json === 'number') return [json];
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(numbersIn) : [];
}

/** Every text that something is to be equal to. */
function wordsIn(json: unknown): readonly string[] {
  if (typeof json !== 'object' || json === null) return [];
  const own = 'op' in json && json.op === 'equals' && 'value' in json ? [json.value] : [];
  return [...own.filter((each) => typeof each === 'string'), ...Object.values(json).flatMap(wordsIn)];
}
