import type { Address, Answer, Answers, Id, Influence, Questionnaire } from '@kilim/indicators';
import type { Scores } from '../assessment/work.js';

/** What is worked out beside the page, so that nobody who types has to wait for it. */
export interface WorkedOut {
  readonly scores: Scores;
  /** Which open answers move an index. */
  readonly influences: readonly Influence[];
}

/** What the worker is told first. */
export interface Assignment {
  readonly questionnaire: Questionnaire;
  readonly task: keyof WorkedOut;
  /** The index that open answers are to move. */
  readonly of: Id | undefined;
}

/** Answers that have changed since the worker was last asked; undefined: there is none any more. */
export type Changes = ReadonlyMap<Address, Answer | undefined>;

/** Who waits for what is worked out. */
interface Waiting<Task extends keyof WorkedOut> {
  onDone(worked: WorkedOut[Task]): void;
  /** Nothing is to be had there. */
  onFailed(): void;
}

/** Has one thing worked out beside the page: of several questions only the newest, once the one before is done. */
export class EngineDesk<Task extends keyof WorkedOut> {
  private worker: Worker | undefined;
  private isBusy = false;
  private isClosed = false;
  private waiting: Answers | undefined;
  private told: Answers = {};

  constructor(
    private readonly task: Task,
    private readonly version: { readonly questionnaire: Questionnaire; readonly of: Id | undefined },
    private readonly answer: Waiting<Task>,
  ) {}

  ask(answers: Answers): void {
    this.waiting = answers;
    this.next();
  }

  /** Makes ready, so that the first question need not wait for it. */
  open(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(new URL('engine-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<WorkedOut[Task]>) => {
      this.isBusy = false;
      if (!this.waiting) this.answer.onDone(data);
      this.next();
    };
    worker.onerror = () => {
      this.close();
      this.answer.onFailed();
    };
    worker.postMessage({ ...this.version, task: this.task } satisfies Assignment);
    this.worker = worker;
    return worker;
  }

  close(): void {
    this.isClosed = true;
    this.worker?.terminate();
  }

  private next(): void {
    if (this.isBusy || this.isClosed || !this.waiting) return;
    const answers = this.waiting;
    this.waiting = undefined;
    this.isBusy = true;
    this.open().postMessage(changesOf(this.told, answers));
    this.told = answers;
  }
}

function changesOf(before: Answers, now: Answers): Changes {
  const addresses = new Set([...Object.keys(before), ...Object.keys(now)]);
  return new Map(
    [...addresses].filter((each) => before[each] !== now[each]).map((each) => [each, now[each]]),
  );
}
