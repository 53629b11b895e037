import type { CompiledQuestionnaire } from '../definition/compiled.js';
import type { Condition } from '../definition/condition.js';
import type { Id } from '../definition/identity.js';
import type { AnswerLeaf } from '../definition/looked-at.js';
import type { Validation } from '../definition/validation.js';
import type { Address } from './address.js';
import { NO_INSTANCE } from './place.js';
import type { Answers } from './answer.js';
import { comparison, leafHolds } from './evaluate-condition.js';
import { answersIn, questionStates, StatesSight, type QuestionStates } from './standing.js';

/** A validation that answers contradict. */
export interface Violation {
  readonly validation: Id;
  /** An error keeps the city from submitting; a warning is to be looked at. */
  readonly severity: Validation['severity'];
  /** The instance in which it is violated; empty for one that is not about a set. */
  readonly instance: string;
  /** Where it is shown: the questions it marks that are asked, in the order it names them. */
  readonly marks: readonly Address[];
}

/**
 * What must hold across the answers of an assessment and does not; see {@link Validation} for when that is. In the order
 * of the version, in a set instance by instance. Scores take no notice of it.
 */
export function validateAssessment(compiled: CompiledQuestionnaire, answers: Answers): readonly Violation[] {
  return violationsIn(compiled, questionStates(compiled, answersIn(answers)));
}

/** The same for answers whose states are known. */
export function violationsIn(compiled: CompiledQuestionnaire, states: QuestionStates): readonly Violation[] {
  const outside = new StatesSight(compiled, states);
  return compiled.validations.flatMap(({ id, holds, severity, marks, set }) => {
    const places = set === undefined ? [outside] : outside.within(set);
    return places
      .filter((sight) => decide(holds, sight) === false)
      .map((sight) => ({
        validation: id,
        severity,
        instance: set === undefined ? NO_INSTANCE : sight.instance,
        marks: marks.flatMap((question) => {
          const state = sight.stateOf(question);
          return state?.isVisible === true ? state.address : [];
        }),
      }));
  });
}

/** Whether a condition holds: true or false whatever the missing answers may be, else undefined. */
function decide(condition: Condition, sight: StatesSight): boolean | undefined {
  switch (condition.op) {
    case 'all':
      return every(condition.of.map((part) => decide(part, sight)));
    case 'any':
      return not(every(condition.of.map((part) => not(decide(part, sight)))));
    case 'not':
      return not(decide(condition.of, sight));
    case 'compare':
      return comparison(condition, sight);
    default:
      return decideLeaf(condition, sight);
  }
}

function decideLeaf(leaf: AnswerLeaf, sight: StatesSight): boolean | undefined {
  const value = sight.valueOf(leaf.question);
  if (value !== undefined) return leafHolds(leaf, value);
  if (leaf.op !== 'answered') return undefined;
  const state = sight.stateOf(leaf.question);
  const mayCome =
    state?.isVisible === true && (state.standing.kind === 'open' || state.standing.kind === 'faulty');
  return mayCome ? undefined : false;
}

function every(parts: readonly (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function not(part: boolean | undefined): boolean | undefined {
  return part === undefined ? undefined : !part;
}
