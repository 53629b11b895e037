import { comparison, leafHolds } from '../answers/evaluate-condition.js';
import type { Address } from '../answers/address.js';
import { StatesSight, type QuestionState, type QuestionStates } from '../answers/standing.js';
import type { CompiledQuestionnaire } from '../definition/compiled.js';
import type { Condition } from '../definition/condition.js';
import { lookedAt, lookedAtByFormula, type AnswerLeaf, type Leaf } from '../definition/looked-at.js';

/** What all completions of the open answers have in common: true in all, in none, or possibly in some. */
export type Certainty = 'surely' | 'maybe' | 'surelyNot';

/** What is known of a question through all completions. */
export interface Prospect {
  /** Whether it is asked. */
  readonly certainty: Certainty;
  /** Whether it stands, where it is asked, as it does now: answered with the same value, or not applicable. */
  readonly isSettled: boolean;
}

/**
 * What is known of each question through all completions. A completion gives each open or faulty question any valid
 * answer, declares it not applicable, or leaves it; what is answered stays. An open or faulty set may come to list any
 * instances, so those it lists now are never sure.
 *
 * Conditions are evaluated in Kleene's three-valued logic, which never calls sure what is not: a condition that looks
 * at one question twice may come out as `maybe` though it is decided; a comparison of formulas is decided only once all
 * that it looks at is. Learning more never makes it less certain.
 */
export function prospects(
  compiled: CompiledQuestionnaire,
  states: QuestionStates,
): ReadonlyMap<Address, Prospect> {
  const found = new Map<Address, Prospect>();
  const isFixed = (state: QuestionState): boolean => {
    const prospect = found.get(state.address);
    return prospect?.certainty === 'surelyNot' || (prospect?.certainty === 'surely' && prospect.isSettled);
  };
  for (const state of inEvaluationOrder(compiled, states)) {
    const { compiled: each, instance } = state;
    const sight = new StatesSight(compiled, states, each.set?.id, instance);
    const leaf = (one: Leaf): Certainty => {
      if (one.op !== 'compare') return answerLeaf(one, sight.stateOf(one.question), found);
      if (!sight.lookedAt(lookedAt(one)).every(isFixed)) return 'maybe';
      return comparison(one, sight) === true ? 'surely' : 'surelyNot';
    };
    const bySet = each.set === undefined ? 'surely' : certaintyWithin(found.get(each.set.id));
    const byCondition = each.askedIf === undefined ? 'surely' : certaintyOf(each.askedIf, leaf);
    const isSettled =
      each.question.kind === 'computed'
        ? sight.lookedAt(lookedAtByFormula(each.question.formula)).every(isFixed)
        : state.standing.kind === 'answered' || state.standing.kind === 'notApplicable';
    found.set(state.address, { certainty: leastOf([bySet, byCondition]), isSettled });
  }
  return found;
}

function inEvaluationOrder(
  compiled: CompiledQuestionnaire,
  states: QuestionStates,
): readonly QuestionState[] {
  const order = new Map(compiled.evaluationOrder.map((each, at) => [each, at]));
  const rank = (state: QuestionState): number => order.get(state.compiled) ?? 0;
  return [...states.values()].sort((a, b) => rank(a) - rank(b));
}

function certaintyWithin(set: Prospect | undefined): Certainty {
  if (set === undefined) return 'surelyNot';
  return set.isSettled ? set.certainty : leastOf([set.certainty, 'maybe']);
}

function answerLeaf(
  leaf: AnswerLeaf,
  state: QuestionState | undefined,
  found: ReadonlyMap<Address, Prospect>,
): Certainty {
  const prospect = state && found.get(state.address);
  if (state === undefined || prospect === undefined || prospect.certainty === 'surelyNot') return 'surelyNot';
  if (!prospect.isSettled) return 'maybe';
  const { standing } = state;
  return standing.kind === 'answered' && leafHolds(leaf, standing.value) ? prospect.certainty : 'surelyNot';
}

function certaintyOf(condition: Condition, leaf: (leaf: Leaf) => Certainty): Certainty {
  switch (condition.op) {
    case 'all':
      return leastOf(condition.of.map((part) => certaintyOf(part, leaf)));
    case 'any':
      return opposite(leastOf(condition.of.map((part) => opposite(certaintyOf(part, leaf)))));
    case 'not':
      return opposite(certaintyOf(condition.of, leaf));
    default:
      return leaf(condition);
  }
}

function leastOf(parts: readonly Certainty[]): Certainty {
  if (parts.includes('surelyNot')) return 'surelyNot';
  return parts.includes('maybe') ? 'maybe' : 'surely';
}

function opposite(certainty: Certainty): Certainty {
  switch (certainty) {
    case 'surely':
      return 'surelyNot';
    case 'maybe':
      return 'maybe';
    case 'surelyNot':
      return 'surely';
  }
}
