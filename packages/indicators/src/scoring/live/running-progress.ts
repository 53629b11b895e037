import type { Progress } from '../../answers/progress.js';
import type { QuestionState } from '../../answers/standing.js';
import type { Id } from '../../definition/identity.js';

type Counts = { -readonly [Key in keyof Progress]: Progress[Key] };

/** Stands for the whole; no id is empty. */
const ALL = '';

/** Progress in all, by section and by indicator, counted on with each state that is replaced. */
export class RunningProgress {
  private readonly counts = new Map<Id, Counts>();

  of(part: Id = ALL): Progress {
    return { ...(this.counts.get(part) ?? nothing()) };
  }

  replace(before: QuestionState | undefined, now: QuestionState | undefined): void {
    this.count(before, -1);
    this.count(now, 1);
  }

  private count(state: QuestionState | undefined, by: 1 | -1): void {
    if (state?.isVisible !== true || state.compiled.question.kind === 'computed') return;
    const { section, scoring, question } = state.compiled;
    const { kind } = state.standing;
    for (const part of [ALL, section.id, ...(scoring ? [scoring.indicator] : [])]) {
      const counts = this.counts.get(part) ?? nothing();
      this.counts.set(part, counts);
      counts.asked += by;
      counts[kind] += by;
      if (question.required && (kind === 'open' || kind === 'faulty')) counts.requiredOpen += by;
    }
  }
}

function nothing(): Counts {
  return { asked: 0, answered: 0, notApplicable: 0, open: 0, faulty: 0, requiredOpen: 0 };
}
