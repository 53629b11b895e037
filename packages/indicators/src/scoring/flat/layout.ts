import { NO_INSTANCE } from '../../answers/place.js';
import type { CompiledQuestion, CompiledQuestionnaire } from '../../definition/compiled.js';
import { leavesOf } from '../../definition/looked-at.js';
import type { Id } from '../../definition/identity.js';
import { rankedCount } from '../../definition/points.js';

/** A question in one place of a block: outside repeated sets, or in one of the instances that a set may list. */
export interface FlatSlot {
  /** Its number among all slots, in the order of their columns: what is calculated comes last. */
  readonly index: number;
  readonly compiled: CompiledQuestion;
  /** The slot of its set, and which of the set's instances it is in, from 0. */
  readonly set?: FlatSlot;
  readonly instance: number;
  /** Its first column of codes; the others follow. */
  readonly column: number;
  readonly columns: number;
  /** Its column of figures; −1: none. */
  readonly figure: number;
  /** Options (of a matrix: columns) by id, from 0. */
  readonly options: ReadonlyMap<Id, number>;
  /** Rows of a matrix by id, from 0. */
  readonly rows: ReadonlyMap<Id, number>;
  /** Of a text or date, what conditions ask for: its code is 3 and on. */
  readonly named: ReadonlyMap<string, number>;
}

/** Which columns a version's answers are laid out in. */
export interface Layout {
  readonly compiled: CompiledQuestionnaire;
  readonly slots: readonly FlatSlot[];
  /** The slots of each question: one, or one for each instance its set may list. */
  readonly byQuestion: ReadonlyMap<Id, readonly FlatSlot[]>;
  /** How many columns of codes and of figures are stored; those of computed questions come after them. */
  readonly columns: number;
  readonly figures: number;
  readonly allColumns: number;
  readonly allFigures: number;
  /** Tells layouts apart: of other questions, options or named words. */
  readonly mark: number;
}

/** How many options share one column of codes. */
export const BITS = 16;

/** Lays out the columns of a version. Depends on questions, options and conditions, not on points, weights or rules. */
export function layOut(compiled: CompiledQuestionnaire): Layout {
  const named = namedWords(compiled);
  const slots: FlatSlot[] = [];
  const byQuestion = new Map<Id, FlatSlot[]>();
  let columns = 0;
  let figures = 0;
  const put = (each: CompiledQuestion): void => {
    const { question } = each;
    const set = each.set && byQuestion.get(each.set.id)?.[0];
    const width = widthOf(each);
    const hasFigure = WITH_FIGURE.has(question.kind);
    const own = Array.from({ length: each.set?.maximum ?? 1 }, (_, instance): FlatSlot => {
      const slot: FlatSlot = {
        index: slots.length,
        compiled: each,
        ...(set && { set }),
        instance,
        column: columns,
        columns: width,
        figure: hasFigure ? figures : -1,
        options: numbered(each.options.keys()),
        rows: numbered(question.kind === 'matrix' ? question.rows.map(({ id }) => id) : []),
        named: numbered(named.get(question.id) ?? []),
      };
      columns += width;
      if (hasFigure) figures += 1;
      slots.push(slot);
      return slot;
    });
    byQuestion.set(question.id, own);
  };
  // What is calculated is not stored: its columns come last.
  const isStored = ({ question }: CompiledQuestion): boolean => question.kind !== 'computed';
  const order = compiled.evaluationOrder;
  order.filter(isStored).forEach(put);
  const stored = { columns, figures };
  order.filter((each) => !isStored(each)).forEach(put);
  const places = new Map(order.map((each, at) => [each, at]));
  const inOrder = [...slots].sort((a, b) => (places.get(a.compiled) ?? 0) - (places.get(b.compiled) ?? 0));
  return {
    compiled,
    slots: inOrder,
    byQuestion,
    ...stored,
    allColumns: columns,
    allFigures: figures,
    mark: markOf(slots.filter(({ compiled: each }) => isStored(each))),
  };
}

/** The slot of a question as it is seen from another one: in the same instance, or outside repeated sets. */
export function seenFrom(layout: Layout, from: FlatSlot, question: Id): FlatSlot | undefined {
  const slots = layout.byQuestion.get(question);
  const [first] = slots ?? [];
  if (first?.set === undefined) return first;
  return isSameSet(from.set, first.set) ? slots?.[from.instance] : undefined;
}

/** Whether two slots are of the same set, be it in two layouts of one version. */
export function isSameSet(set: FlatSlot | undefined, other: FlatSlot | undefined): boolean {
  return set?.compiled.question.id === other?.compiled.question.id;
}

const WITH_FIGURE: ReadonlySet<string> = new Set(['number', 'share', 'file', 'set', 'computed']);

function widthOf({ question, options }: CompiledQuestion): number {
  switch (question.kind) {
    case 'multiple':
      return 1 + Math.ceil(options.size / BITS);
    case 'matrix':
      return 1 + question.rows.length;
    case 'ranking':
      return 1 + rankedCount(question);
    default:
      return 1;
  }
}

function numbered(ids: Iterable<string>): ReadonlyMap<string, number> {
  return new Map([...ids].map((id, at) => [id, at]));
}

/** The words and dates that conditions ask a text or date to be. */
function namedWords({ questions }: CompiledQuestionnaire): ReadonlyMap<Id, readonly string[]> {
  const found = new Map<Id, string[]>();
  for (const { askedIf } of questions)
    for (const leaf of askedIf === undefined ? [] : leavesOf(askedIf)) {
      if (leaf.op !== 'equals' || typeof leaf.value !== 'string') continue;
      const words = found.get(leaf.question) ?? [];
      if (!words.includes(leaf.value)) words.push(leaf.value);
      found.set(leaf.question, words);
    }
  return found;
}

/** FNV-1a over what decides where everything stands. */
function markOf(slots: readonly FlatSlot[]): number {
  const text = JSON.stringify(
    slots.map(({ compiled: { question }, instance, options, rows, named }) => [
      ...[question.id, question.kind, instance],
      ...[[...options.keys()], [...rows.keys()], [...named.keys()]],
    ]),
  );
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Instances as they are named where only their number is known. */
export function instanceName(instance: number, { set }: FlatSlot): string {
  return set === undefined ? NO_INSTANCE : `instance-${String(instance).padStart(2, '0')}`;
}
