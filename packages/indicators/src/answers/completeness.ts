import type { CompiledQuestion, CompiledQuestionnaire } from '../definition/compile-questionnaire.js';
import type { Id } from '../definition/identity.js';
import type { Answers } from './answer.js';
import type { Completeness, Progress } from './progress.js';
import { answersIn, questionStates, type QuestionState } from './standing.js';

/** How far the answers of an assessment have come: in all, by section and by indicator, in the order of the version. */
export function completeness(compiled: CompiledQuestionnaire, answers: Answers): Completeness {
  const states = questionStates(compiled, answersIn(answers));
  return {
    total: progressOf(compiled.questions, states),
    sections: compiled.questionnaire.sections.map((section) => ({
      id: section.id,
      code: section.code,
      ...progressOf(
        section.questions.flatMap((question) => compiled.byId.get(question.id) ?? []),
        states,
      ),
    })),
    indicators: compiled.indicators.map(({ id, code, questions }) => ({
      id,
      code,
      ...progressOf(questions, states),
    })),
  };
}

/** The share of what is asked that is done (answered, or declared not applicable), 0 to 1; 1 when nothing is asked. */
export function shareDone(progress: Progress): number {
  return progress.asked === 0 ? 1 : (progress.answered + progress.notApplicable) / progress.asked;
}

function progressOf(
  questions: readonly CompiledQuestion[],
  states: ReadonlyMap<Id, QuestionState>,
): Progress {
  const progress = { asked: 0, answered: 0, notApplicable: 0, open: 0, faulty: 0, requiredOpen: 0 };
  for (const { question } of questions) {
    const state = states.get(question.id);
    if (state?.isVisible !== true) continue;
    const { kind } = state.standing;
    progress.asked += 1;
    progress[kind] += 1;
    if (question.required && (kind === 'open' || kind === 'faulty')) progress.requiredOpen += 1;
  }
  return progress;
}
