import type { CompiledQuestionnaire } from '../definition/compile-questionnaire.js';
import type { Id } from '../definition/identity.js';
import type { Answers } from './answer.js';
import { answersIn, questionStates } from './standing.js';

/**
 * The questions that are asked, given all answers of an assessment, in the order of the form. The form shows exactly
 * these. Answers to other questions may be kept; they count for nothing until their question is asked again.
 */
export function visibleQuestions(compiled: CompiledQuestionnaire, answers: Answers): ReadonlySet<Id> {
  const states = questionStates(compiled, answersIn(answers));
  return new Set(
    compiled.questions.map(({ question }) => question.id).filter((id) => states.get(id)?.isVisible === true),
  );
}
