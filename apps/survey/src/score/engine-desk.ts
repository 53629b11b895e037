import type { Answers } from '@kilim/indicators';
import type { Assignment, Changes, WorkedOut } from './engine.js';
import { BesideThePage, OnThePage, type Workplace } from './workplace.js';

/** Who waits for what is worked out. */
interface Waiting<Task extends keyof WorkedOut> {
  onDone(worked: WorkedOut[Task]): void;
  /** It can't be worked out anywhere here. */
  onFailed(): void;
}

type Move<Task extends keyof WorkedOut> = () => Workplace<Task>;

/**
 * Has one thing worked out beside the page, and where that can't be, on it: of several questions only the newest, once
 * the one before is done.
 */
export class EngineDesk<Task extends keyof WorkedOut> {
  private readonly untried: Move<Task>[];
  private workplace: Workplace<Task> | undefined;
  private isBusy = false;
  private isClosed = false;
  private waiting: Answers | undefined;
  private told: Answers | undefined;

  constructor(
    assignment: Assignment<Task>,
    private readonly answer: Waiting<Task>,
  ) {
    this.untried = [() => new BesideThePage(assignment)];
    // Which answers move the index takes seconds: the page could not be used meanwhile.
    if (assignment.task !== 'influences') this.untried.push(() => new OnThePage(assignment));
  }

  /** Asks what follows from answers, unless they are those that it was last asked of. */
  ask(answers: Answers): void {
    if (answers === (this.waiting ?? this.told)) return;
    this.waiting = answers;
    void this.answerAll();
  }

  close(): void {
    this.isClosed = true;
    this.workplace?.leave();
  }

  private async answerAll(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    while (this.waiting && !this.isClosed) {
      const answers = this.waiting;
      this.waiting = undefined;
      await this.answerOne(answers);
    }
    this.isBusy = false;
  }

  private async answerOne(answers: Answers): Promise<void> {
    this.workplace ??= this.untried.shift()?.();
    if (!this.workplace) {
      this.close();
      this.answer.onFailed();
      return;
    }
    const changes = changesOf(this.told ?? {}, answers);
    this.told = answers;
    try {
      const worked = await this.workplace.workOut(changes);
      if (!this.isClosed && !this.waiting) this.answer.onDone(worked);
    } catch {
      // The next place knows nothing yet; the newest question is asked there.
      this.workplace.leave();
      this.workplace = undefined;
      this.told = undefined;
      this.waiting ??= answers;
    }
  }
}

function changesOf(before: Answers, now: Answers): Changes {
  const addresses = new Set([...Object.keys(before), ...Object.keys(now)]);
  return new Map(
    [...addresses].filter((each) => before[each] !== now[each]).map((each) => [each, now[each]]),
  );
}
