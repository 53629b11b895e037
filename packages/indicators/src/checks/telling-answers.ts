import type { AnswerValue } from '../answers/answer.js';
import { leafHolds } from '../answers/evaluate-condition.js';
import { validateAnswer } from '../answers/validate-answer.js';
import type { Id } from '../definition/identity.js';
import type { AnswerLeaf } from '../definition/looked-at.js';
import { rankedCount } from '../definition/points.js';
import { FILES_MAXIMUM } from '../definition/question-limits.js';
import type { Question, QuestionOf } from '../definition/question.js';

/** Some valid answers to a question. */
export interface TellingAnswers {
  readonly values: readonly AnswerValue[];
  /** Whether every valid answer is to its onlookers as one of these. */
  readonly isComplete: boolean;
}

/** What looks at a question. */
export interface Onlookers {
  readonly leaves: readonly AnswerLeaf[];
  /** The numbers that its answer is compared with on its own. */
  readonly thresholds: readonly number[];
  /** Whether something calculates with its answer together with others. */
  readonly isCalculatedWith: boolean;
}

/** The most answers to one question that are told apart. */
const ANSWERS_MAXIMUM = 1000;
/** The most figures, pieces or instances that are gone through one by one where something calculates with them. */
const COUNTED_MAXIMUM = 60;

/**
 * Valid answers to a question of which each is seen differently: of all that make the same leaves true, one, unless
 * something calculates with them. A computed question has none: nobody answers it.
 */
export function tellingAnswers(question: Question, onlookers: Onlookers): TellingAnswers {
  const found = answersOf(question, onlookers);
  if (found.values.length <= ANSWERS_MAXIMUM) return found;
  return { values: found.values.slice(0, ANSWERS_MAXIMUM), isComplete: false };
}

function answersOf(question: Question, onlookers: Onlookers): TellingAnswers {
  switch (question.kind) {
    case 'yesNo':
      return all([true, false]);
    case 'single':
      return all(firstOfEach(question.options, ({ id }) => seen(id, onlookers.leaves)).map(({ id }) => id));
    case 'multiple':
      return ofMultiple(question, onlookers);
    case 'number':
      return ofFigures(question.minimum, question.maximum, question.decimals, onlookers);
    case 'share':
      return ofFigures(0, 100, question.decimals, onlookers);
    case 'matrix':
      return ofMatrix(question, onlookers);
    case 'ranking':
      return ofRanking(question, onlookers);
    case 'file':
      return ofLists(question.minimum ?? 1, question.maximum ?? FILES_MAXIMUM, onlookers);
    case 'set':
      return ofLists(question.minimum, question.maximum, onlookers);
    case 'date':
    case 'text':
      return all(wordsOf(question, onlookers.leaves));
    case 'computed':
      return all([]);
  }
}

function all(values: readonly AnswerValue[]): TellingAnswers {
  return { values, isComplete: true };
}

/** Which leaves an option makes true by itself, as a key. */
function seen(option: Id, leaves: readonly AnswerLeaf[], row?: Id): string {
  return leaves
    .map((leaf) =>
      (leaf.op === 'oneOf' || leaf.op === 'rankedWithin') &&
      (row === undefined || (leaf.op === 'oneOf' && leaf.row === row)) &&
      leaf.options.includes(option)
        ? '1'
        : '0',
    )
    .join('');
}

function firstOfEach<Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] {
  const first = new Map<string, Item>();
  for (const item of items) if (!first.has(key(item))) first.set(key(item), item);
  return [...first.values()];
}

function groupsOf<Item>(items: readonly Item[], key: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}

/** Of options that are seen alike, none or as many as are needed; every number of them where they are counted. */
function ofMultiple(question: QuestionOf<'multiple'>, { leaves, ...onlookers }: Onlookers): TellingAnswers {
  const isCounted = onlookers.isCalculatedWith || onlookers.thresholds.length > 0;
  const ids = (exclusive: boolean) =>
    question.options.filter((option) => (option.exclusive === true) === exclusive).map(({ id }) => id);
  const groups = groupsOf(ids(false), (id) => seen(id, leaves));
  const least = question.minimum ?? 1;
  const most = question.maximum ?? Infinity;
  let chosen: readonly Id[][] = [[]];
  for (const group of groups) {
    const counts = isCounted ? [...group.keys()].map((at) => at + 1) : [1];
    chosen = chosen.flatMap((before) => [
      before,
      ...counts.map((count) => [...before, ...group.slice(0, count)]),
    ]);
    if (chosen.length > 4 * ANSWERS_MAXIMUM) return { values: [], isComplete: false };
  }
  const enough = chosen
    .map((each) => (isCounted ? each : filledUp(each, groups, least)))
    .filter((each) => each.length > 0 && each.length >= least && each.length <= most);
  return all([...enough, ...firstOfEach(ids(true), (id) => seen(id, leaves)).map((id) => [id])]);
}

/** More of the options that are seen like those chosen, until there are enough. */
function filledUp(chosen: Id[], groups: readonly (readonly Id[])[], least: number): Id[] {
  const more = groups
    .filter((group) => group.some((id) => chosen.includes(id)))
    .flatMap((group) => group.filter((id) => !chosen.includes(id)));
  return [...chosen, ...more.slice(0, Math.max(0, least - chosen.length))];
}

/** The ends, and what is next to each threshold; every figure where something calculates with it and they are few. */
function ofFigures(
  minimum: number,
  maximum: number,
  decimals: number,
  { leaves, thresholds, isCalculatedWith }: Onlookers,
): TellingAnswers {
  const scale = 10 ** decimals;
  const figure = (steps: number) => Number(`${String(steps)}e-${String(decimals)}`);
  const [first, last] = [Math.round(minimum * scale), Math.round(maximum * scale)];
  // Beyond, neighbouring figures cannot be told apart.
  if (Math.max(Math.abs(first), Math.abs(last)) > Number.MAX_SAFE_INTEGER / 4)
    return { values: [minimum, maximum], isComplete: false };
  const isGoneThrough = isCalculatedWith && last - first < COUNTED_MAXIMUM;
  const looks = leaves.flatMap((leaf) => (leaf.op === 'atLeast' || leaf.op === 'atMost' ? [leaf.value] : []));
  const steps = isGoneThrough
    ? Array.from({ length: last - first + 1 }, (_, at) => first + at)
    : [minimum, maximum, 0, 1, ...thresholds, ...looks].flatMap((cut) => {
        const near = Math.round(cut * scale);
        return [near - 1, near, near + 1];
      });
  const values = [...new Set(steps)].filter((step) => step >= first && step <= last).map(figure);
  return { values, isComplete: isGoneThrough || !isCalculatedWith };
}

/** Row by row one of the columns that are seen alike; a row that nothing looks at is filled in anyhow. */
function ofMatrix({ rows, columns }: QuestionOf<'matrix'>, { leaves }: Onlookers): TellingAnswers {
  let filled: readonly Readonly<Record<Id, Id>>[] = [{}];
  for (const row of rows) {
    const telling = firstOfEach(columns, ({ id }) => seen(id, leaves, row.id));
    filled = filled.flatMap((before) => telling.map(({ id }) => ({ ...before, [row.id]: id })));
    if (filled.length > 4 * ANSWERS_MAXIMUM) return { values: [], isComplete: false };
  }
  return all(filled);
}

/** Place by place one of the options that are seen alike; of orders that use as many of each and are seen alike, one. */
function ofRanking(question: QuestionOf<'ranking'>, { leaves }: Onlookers): TellingAnswers {
  const groups = groupsOf(question.options, ({ id }) => seen(id, leaves));
  let orders: readonly Id[][] = [[]];
  for (let place = 0; place < rankedCount(question); place += 1) {
    const next = orders.flatMap((before) =>
      groups.flatMap((group) => {
        const unused = group.find(({ id }) => !before.includes(id));
        return unused === undefined ? [] : [[...before, unused.id]];
      }),
    );
    orders = firstOfEach(next, (order) => {
      const used = groups.map((group) => group.filter(({ id }) => order.includes(id)).length);
      return [...used, ...leaves.map((leaf) => leafHolds(leaf, order))].join();
    });
    if (orders.length > 4 * ANSWERS_MAXIMUM) return { values: [], isComplete: false };
  }
  return all(firstOfEach(orders, (order) => leaves.map((leaf) => leafHolds(leaf, order)).join()));
}

/** Lists of things that are told apart by how many there are, if by anything. */
function ofLists(least: number, most: number, onlookers: Onlookers): TellingAnswers {
  const isCounted = onlookers.isCalculatedWith || onlookers.thresholds.length > 0;
  const longest = isCounted ? Math.min(most, least + COUNTED_MAXIMUM) : Math.max(least, Math.min(1, most));
  const counts = Array.from({ length: longest - least + 1 }, (_, at) => least + at);
  return { values: counts.map((count) => instancesTo(count)), isComplete: !isCounted || longest === most };
}

/** The ids of so many instances of a set, or pieces of evidence. */
export function instancesTo(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `in-${String(at + 1)}`);
}

/** The instance that stands for any of a set. */
export const SOME_INSTANCE = 'in-1';

/** The words or dates that leaves ask for, and one that none asks for. */
function wordsOf(
  question: QuestionOf<'date' | 'text'>,
  leaves: readonly AnswerLeaf[],
): readonly AnswerValue[] {
  const named = new Set(
    leaves.flatMap((leaf) => (leaf.op === 'equals' && typeof leaf.value === 'string' ? [leaf.value] : [])),
  );
  const others = Array.from({ length: named.size + 1 }, (_, at) =>
    question.kind === 'date' ? `${String(2000 + at)}-01-01` : String.fromCodePoint(0x4e00 + at),
  );
  const other = others.find((each) => !named.has(each));
  return [...named, ...(other === undefined ? [] : [other])].filter(
    (value) => validateAnswer(question, value).length === 0,
  );
}
