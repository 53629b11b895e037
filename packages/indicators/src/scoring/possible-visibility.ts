import type { QuestionState } from '../answers/standing.js';
import { leafHolds } from '../answers/evaluate-condition.js';
import type { CompiledQuestionnaire } from '../definition/compile-questionnaire.js';
import type { Condition } from '../definition/condition.js';
import type { Id } from '../definition/identity.js';
import type { Leaf } from '../definition/looked-at.js';

/** What all completions of the open answers have in common: true in all, in none, or possibly in some. */
export type Certainty = 'surely' | 'maybe' | 'surelyNot';

/**
 * Whether each question is asked in every completion, in none, or possibly in some. A completion gives each open or
 * faulty question any valid answer, declares it not applicable, or leaves it; what is answered stays.
 *
 * Conditions are evaluated in Kleene's three-valued logic, which never calls sure what is not: a condition that looks
 * at one question twice may come out as `maybe` though it is decided. Learning more never makes it less certain.
 */
export function possibleVisibility(
  compiled: CompiledQuestionnaire,
  states: ReadonlyMap<Id, QuestionState>,
): ReadonlyMap<Id, Certainty> {
  const asked = new Map<Id, Certainty>();
  const leaf = (each: Leaf): Certainty => {
    const visibility = asked.get(each.question) ?? 'surelyNot';
    const standing = states.get(each.question)?.standing;
    if (visibility === 'surelyNot' || standing === undefined) return 'surelyNot';
    switch (standing.kind) {
      case 'answered':
        return leafHolds(each, standing.value) ? visibility : 'surelyNot';
      case 'notApplicable':
        return 'surelyNot';
      case 'open':
      case 'faulty':
        return 'maybe';
    }
  };
  for (const { question, askedIf } of compiled.evaluationOrder)
    asked.set(question.id, askedIf === undefined ? 'surely' : certaintyOf(askedIf, leaf));
  return asked;
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
