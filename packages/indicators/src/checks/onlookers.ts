import type { Condition } from '../definition/condition.js';
import type { Formula } from '../definition/formula.js';
import type { Id } from '../definition/identity.js';
import { leavesOf, lookedAtByFormula, type AnswerLeaf, type CompareLeaf } from '../definition/looked-at.js';
import type { PlacedQuestion } from '../definition/parts.js';
import type { Onlookers } from './telling-answers.js';

/** Onlookers while they are gathered. */
interface Gathered {
  readonly leaves: AnswerLeaf[];
  readonly thresholds: number[];
  isCalculatedWith: boolean;
}

/** The most questions that one condition may come to depend on to be decided. */
const QUESTIONS_MAXIMUM = 500;

/**
 * All that a condition comes to depend on, by question: what it looks at, what decides whether that is asked, and so
 * on, each with what looks at it among these. Undefined when that is too much to be gone through.
 */
export function onlookersOf(
  conditions: readonly Condition[],
  byId: ReadonlyMap<Id, PlacedQuestion>,
): ReadonlyMap<Id, Onlookers> | undefined {
  const found = new Map<Id, Gathered>();
  const waiting = [...conditions];
  const calculations: Formula[] = [];
  const enter = (id: Id): Gathered => {
    const known = found.get(id);
    if (known) return known;
    const gathered: Gathered = { leaves: [], thresholds: [], isCalculatedWith: false };
    found.set(id, gathered);
    const placed = byId.get(id);
    if (placed?.question.askedIf) waiting.push(placed.question.askedIf);
    if (placed?.question.kind === 'computed') calculations.push(placed.question.formula);
    if (placed?.set) enter(placed.set.id);
    return gathered;
  };
  while (waiting.length + calculations.length > 0) {
    const formula = calculations.pop();
    if (formula) for (const id of lookedAtByFormula(formula)) enter(id).isCalculatedWith = true;
    const condition = waiting.pop();
    for (const leaf of condition ? leavesOf(condition) : []) {
      const single = leaf.op === 'compare' ? thresholdOf(leaf) : undefined;
      if (leaf.op !== 'compare') enter(leaf.question).leaves.push(leaf);
      else if (single) enter(single.question).thresholds.push(single.threshold);
      else calculations.push(leaf.left, leaf.right);
    }
    if (found.size > QUESTIONS_MAXIMUM) return undefined;
  }
  return found;
}

/** Of a comparison of one answer with a number: whose, and which. */
function thresholdOf({
  left,
  right,
}: CompareLeaf): { readonly question: Id; readonly threshold: number } | undefined {
  if (left.op === 'answer' && right.op === 'number')
    return { question: left.question, threshold: right.value };
  if (left.op === 'number' && right.op === 'answer')
    return { question: right.question, threshold: left.value };
  return undefined;
}
