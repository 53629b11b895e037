import type { AnswerValue } from '../../answers/answer.js';
import { validateAnswer } from '../../answers/validate-answer.js';
import { layOutPoints } from '../../definition/points.js';
import type { Question, QuestionOf } from '../../definition/question.js';
import { FILES_MAXIMUM } from '../../definition/question-limits.js';
import type { Leaf } from '../../definition/looked-at.js';
import { pointsFor } from '../derive-points.js';
import { ClassList, type AnswerClass } from './class-list.js';
import { multipleClasses, rankingClasses } from './choice-classes.js';
import { figuresThatMatter } from './figures.js';
import { lookOf } from './leaf.js';
import { matrixClasses } from './matrix-classes.js';

/**
 * The valid answers to an open question, put together by what the given leaves see: answers that make the same leaves
 * true are one class, of which only the fewest and the most points matter. Exact: every class has answers, and both
 * its ends are reached by one.
 *
 * @param leaves leaves that look at this question alone
 * @returns      undefined when there are too many to be told apart; none when no answer is valid
 */
export function answerClasses(
  question: Question,
  leaves: readonly Leaf[],
): readonly AnswerClass[] | undefined {
  const remembered = known.get(question) ?? [];
  const found = remembered.find((each) => isSameList(each.leaves, leaves));
  if (found) return found.classes;
  const classes = classify(question, leaves);
  known.set(question, [...remembered, { leaves, classes }]);
  return classes;
}

interface Remembered {
  readonly leaves: readonly Leaf[];
  readonly classes: readonly AnswerClass[] | undefined;
}

const known = new WeakMap<Question, readonly Remembered[]>();

function isSameList(a: readonly Leaf[], b: readonly Leaf[]): boolean {
  return a.length === b.length && a.every((leaf, at) => leaf === b[at]);
}

function classify(question: Question, leaves: readonly Leaf[]): readonly AnswerClass[] | undefined {
  switch (question.kind) {
    case 'yesNo':
      return ofValues(question, leaves, [true, false]);
    case 'single':
      return ofValues(
        question,
        leaves,
        question.options.map(({ id }) => id),
      );
    case 'multiple':
      return multipleClasses(question, leaves);
    case 'number':
      return ofFigures(question, leaves, question.minimum, question.maximum);
    case 'share':
      return ofFigures(question, leaves, 0, 100);
    case 'matrix':
      return matrixClasses(question, leaves);
    case 'ranking':
      return rankingClasses(question, leaves);
    case 'file':
      return ofValues(question, leaves, fileLists(question));
    case 'date':
    case 'text':
      return ofValues(question, leaves, wordsThatMatter(question, leaves));
    case 'set':
      // How many it lists is decided instance by instance; here it only counts that it lists some.
      return [{ holds: leaves.map((leaf) => leaf.op === 'answered'), least: 0, most: 0 }];
    case 'computed':
      return calculatedClasses(question, leaves);
  }
}

function ofValues(
  question: Question,
  leaves: readonly Leaf[],
  values: readonly AnswerValue[],
): readonly AnswerClass[] {
  const { points } = layOutPoints(question);
  const classes = new ClassList();
  for (const value of values) {
    const worth = pointsFor(points, value);
    classes.add(
      leaves.map((leaf) => lookOf(leaf)?.holds(value) === true),
      worth,
      worth,
    );
  }
  return classes.all;
}

function ofFigures(
  question: QuestionOf<'number' | 'share'>,
  leaves: readonly Leaf[],
  minimum: number,
  maximum: number,
): readonly AnswerClass[] | undefined {
  const thresholds = leaves.flatMap((leaf) => lookOf(leaf)?.threshold ?? []);
  const values = figuresThatMatter(question, thresholds, minimum, maximum);
  return values && ofValues(question, leaves, values);
}

function fileLists({ minimum = 1, maximum = FILES_MAXIMUM }: QuestionOf<'file'>): readonly string[][] {
  const pieces = Array.from({ length: maximum }, (_, at) => `piece-${String(at)}`);
  return Array.from({ length: maximum - minimum + 1 }, (_, more) => pieces.slice(0, minimum + more));
}

/** The words or dates that leaves ask for, as far as they are valid, and one that none asks for. */
function wordsThatMatter(
  question: QuestionOf<'date' | 'text'>,
  leaves: readonly Leaf[],
): readonly AnswerValue[] {
  const named = new Set<AnswerValue>(leaves.flatMap((leaf) => (leaf.op === 'equals' ? [leaf.value] : [])));
  const others = question.kind === 'date' ? DATES : LETTERS;
  const other = others.find((each) => !named.has(each));
  return [...named, ...(other === undefined ? [] : [other])].filter(
    (value) => validateAnswer(question, value).length === 0,
  );
}

const DATES = Array.from({ length: 501 }, (_, at) => `${String(2000 + at)}-01-01`);
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'].flatMap((letter, _, all) => [
  letter,
  ...all.map((next) => letter + next),
]);

/** The most leaves that may look at a calculated value, each of which may come out either way. */
const FREE_LEAVES = 6;

/** What is calculated from open answers is taken to come out as anything. */
function calculatedClasses(
  question: QuestionOf<'computed'>,
  leaves: readonly Leaf[],
): readonly AnswerClass[] | undefined {
  if (leaves.length > FREE_LEAVES) return undefined;
  const { least, attainable: most } = layOutPoints(question);
  return Array.from({ length: 2 ** leaves.length }, (_, pattern) => ({
    holds: leaves.map((_leaf, at) => (pattern >> at) % 2 === 1),
    least,
    most,
  }));
}
