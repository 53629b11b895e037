import { isCalendarDate } from '../definition/calendar-date.js';
import type { Condition } from '../definition/condition.js';
import type { Id } from '../definition/identity.js';
import type { AnswerLeaf } from '../definition/looked-at.js';
import type { Question } from '../definition/question.js';

/** Why a leaf is never true, whatever is answered; undefined when it can be. The leaf fits its question. */
export function whyLeafIsImpossible(leaf: AnswerLeaf, question: Question): string | undefined {
  switch (leaf.op) {
    case 'answered':
    case 'oneOf':
    case 'rankedWithin':
      return undefined;
    case 'equals':
      if (question.kind === 'date' && !isCalendarDate(String(leaf.value)))
        return `“${String(leaf.value)}” is no date of the calendar`;
      if (question.kind === 'text' && String(leaf.value).trim() === '') return 'an answer is never blank';
      if (question.kind === 'text' && String(leaf.value).length > question.maxLength)
        return `an answer has at most ${String(question.maxLength)} characters`;
      return undefined;
    case 'atLeast': {
      const { maximum } = boundsOf(question);
      return leaf.value > maximum ? `the answer is at most ${String(maximum)}` : undefined;
    }
    case 'atMost': {
      const { minimum } = boundsOf(question);
      return leaf.value < minimum ? `the answer is at least ${String(minimum)}` : undefined;
    }
  }
}

/** The bounds of a number or share; open for all else. */
export function boundsOf(question: Question): { readonly minimum: number; readonly maximum: number } {
  switch (question.kind) {
    case 'number':
      return { minimum: question.minimum, maximum: question.maximum };
    case 'share':
      return { minimum: 0, maximum: 100 };
    case 'yesNo':
    case 'single':
    case 'multiple':
    case 'matrix':
    case 'ranking':
    case 'file':
    case 'date':
    case 'text':
    case 'computed':
    case 'set':
      return { minimum: -Infinity, maximum: Infinity };
  }
}

/** How many questions are followed from one condition; keeps long chains of conditions from costing their length squared. */
const QUESTIONS_FOLLOWED = 50;

/**
 * The question about which a condition contradicts itself, if it can be seen simply: of all the parts that must hold
 * together (through nested `all`, and through the conditions of the questions looked at, which must be asked to have
 * an answer) two exclude each other. Never wrong when it names one; it does not find every contradiction.
 */
export function contradictionIn(
  condition: Condition,
  questionById: (id: Id) => Question | undefined,
): Id | undefined {
  const known = new Map<string, Demand>();
  const followed = new Set<Id>();
  const waiting: Condition[] = [condition];
  const refused: AnswerLeaf[] = [];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (part.op === 'all') {
      waiting.push(...part.of);
    } else if (part.op === 'not') {
      if (isAnswerLeaf(part.of)) refused.push(part.of);
    } else if (isAnswerLeaf(part)) {
      const question = questionById(part.question);
      if (!question) continue;
      const key = demandKey(part);
      const demand = tighten(known.get(key) ?? OPEN, part, question);
      if (isEmpty(demand)) return part.question;
      known.set(key, demand);
      if (!followed.has(question.id) && question.askedIf && followed.size < QUESTIONS_FOLLOWED)
        waiting.push(question.askedIf);
      followed.add(question.id);
    }
  }
  // What is refused outright cannot also be demanded.
  return refused.find((leaf) =>
    leaf.op === 'answered' ? followed.has(leaf.question) : demandsWithin(known, leaf),
  )?.question;
}

function isAnswerLeaf(condition: Condition): condition is AnswerLeaf {
  const { op } = condition;
  return op !== 'all' && op !== 'any' && op !== 'not' && op !== 'compare';
}

/** What must hold of one question's answer (or of one row): a value, one of some options, a range. */
interface Demand {
  readonly values?: ReadonlySet<boolean | string>;
  readonly options?: ReadonlySet<Id>;
  readonly low: number;
  readonly high: number;
}

const OPEN: Demand = { low: -Infinity, high: Infinity };

/** A question, or a row of a matrix; no id holds a slash. */
function demandKey(leaf: AnswerLeaf): string {
  return leaf.op === 'oneOf' && leaf.row !== undefined ? `${leaf.question}/${leaf.row}` : leaf.question;
}

function tighten(demand: Demand, leaf: AnswerLeaf, question: Question): Demand {
  switch (leaf.op) {
    case 'answered':
    case 'rankedWithin':
      return demand;
    case 'equals':
      return { ...demand, values: intersect(demand.values, [leaf.value]) };
    case 'oneOf':
      // Several choices of one answer can satisfy several demands at once.
      if (question.kind === 'multiple') return demand;
      return { ...demand, options: intersect(demand.options, leaf.options) };
    case 'atLeast':
      return { ...demand, low: Math.max(demand.low, leaf.value) };
    case 'atMost':
      return { ...demand, high: Math.min(demand.high, leaf.value) };
  }
}

function isEmpty(demand: Demand): boolean {
  return demand.low > demand.high || demand.values?.size === 0 || demand.options?.size === 0;
}

/** Whether everything that is demanded of a question is just what a refused leaf looks for. */
function demandsWithin(known: ReadonlyMap<string, Demand>, refused: AnswerLeaf): boolean {
  const demand = known.get(demandKey(refused));
  if (demand === undefined) return false;
  switch (refused.op) {
    case 'answered':
      return true;
    case 'equals':
      return demand.values !== undefined && [...demand.values].every((value) => value === refused.value);
    case 'rankedWithin':
      return false;
    case 'oneOf':
      return demand.options !== undefined && [...demand.options].every((id) => refused.options.includes(id));
    case 'atLeast':
      return demand.low >= refused.value;
    case 'atMost':
      return demand.high <= refused.value;
  }
}

function intersect<Item>(known: ReadonlySet<Item> | undefined, wanted: readonly Item[]): ReadonlySet<Item> {
  return new Set(known === undefined ? wanted : wanted.filter((item) => known.has(item)));
}
