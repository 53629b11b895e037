import type { CompiledQuestionnaire } from '../definition/compiled.js';
import { gather } from '../definition/gather.js';
import type { Answers } from './answer.js';
import type { Completeness, Progress } from './progress.js';
import { answersIn, questionStates, type QuestionState } from './standing.js';

/** How far the answers of an assessment have come: in all, by section and by indicator, in the order of the version. */
export function completeness(compiled: CompiledQuestionnaire, answers: Answers): Completeness {
  const asked = [...questionStates(compiled, answersIn(answers)).values()].filter(isAnswerable);
  const bySection = gather(asked, (state) => state.compiled.section.id);
  const scored = asked.filter((state) => state.compiled.scoring !== undefined);
  const byIndicator = gather(scored, (state) => state.compiled.scoring?.indicator ?? '');
  return {
    total: progressOf(asked),
    sections: compiled.questionnaire.sections.map(({ id, code }) => ({
      id,
      code,
      ...progressOf(bySection.get(id) ?? []),
    })),
    indicators: compiled.indicators.map(({ id, code }) => ({
      id,
      code,
      ...progressOf(byIndicator.get(id) ?? []),
    })),
  };
}

/** The share of what is asked that is done (answered, or declared not applicable), 0 to 1; 1 when nothing is asked. */
export function shareDone(progress: Progress): number {
  return progress.asked === 0 ? 1 : (progress.answered + progress.notApplicable) / progress.asked;
}

/** Asked, and by somebody: what is calculated is nobody's task. */
function isAnswerable({ isVisible, compiled: { question } }: QuestionState): boolean {
  return isVisible && question.kind !== 'computed';
}

function progressOf(asked: readonly QuestionState[]): Progress {
  const progress = { asked: 0, answered: 0, notApplicable: 0, open: 0, faulty: 0, requiredOpen: 0 };
  for (const { standing, compiled } of asked) {
    const { kind } = standing;
    progress.asked += 1;
    progress[kind] += 1;
    if (compiled.question.required && (kind === 'open' || kind === 'faulty')) progress.requiredOpen += 1;
  }
  return progress;
}
