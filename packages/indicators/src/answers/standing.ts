import type { CompiledQuestionnaire } from '../definition/compile-questionnaire.js';
import type { Id } from '../definition/identity.js';
import type { Question } from '../definition/question.js';
import type { Answer, Answers, AnswerValue } from './answer.js';
import { evaluateCondition } from './evaluate-condition.js';
import type { Fault } from './fault.js';
import { validateAnswer } from './validate-answer.js';

/**
 * How a question stands in an assessment, asked or not.
 *
 * | kind | |
 * |---|---|
 * | `open` | no answer |
 * | `notApplicable` | the city says it does not apply |
 * | `answered` | with a valid value |
 * | `faulty` | with a value that must be mended before it counts |
 */
export type Standing =
  | { readonly kind: 'open' }
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'answered'; readonly value: AnswerValue }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

/** One question's standing and whether it is asked. */
export interface QuestionState {
  readonly standing: Standing;
  readonly isVisible: boolean;
}

/**
 * The state of every question of an assessment. Visibility is decided over the whole assessment, in evaluation order;
 * an answer to a question that is not asked is kept but seen by no condition.
 */
export function questionStates(
  compiled: CompiledQuestionnaire,
  answerTo: (question: Id) => Answer | undefined,
): ReadonlyMap<Id, QuestionState> {
  const states = new Map<Id, QuestionState>();
  const lookup = (id: Id): AnswerValue | undefined => {
    const state = states.get(id);
    return state?.isVisible === true && state.standing.kind === 'answered' ? state.standing.value : undefined;
  };
  for (const { question, askedIf } of compiled.evaluationOrder) {
    const isVisible = askedIf === undefined || evaluateCondition(askedIf, lookup);
    states.set(question.id, { isVisible, standing: standingOf(question, answerTo(question.id)) });
  }
  return states;
}

/** Looks up in a record of answers. An id may be `constructor`: only what the record itself holds is an answer. */
export function answersIn(answers: Answers): (question: Id) => Answer | undefined {
  return (question) => (Object.hasOwn(answers, question) ? answers[question] : undefined);
}

function standingOf(question: Question, answer: Answer | undefined): Standing {
  if (answer === undefined) return { kind: 'open' };
  if (answer.kind === 'notApplicable') return { kind: 'notApplicable' };
  const faults = validateAnswer(question, answer.value);
  return faults.length === 0 ? { kind: 'answered', value: answer.value } : { kind: 'faulty', faults };
}
