import type { Assignment, Changes, WorkedOut } from './engine.js';

/** Where something is worked out, one request after the other. */
export interface Workplace<Task extends keyof WorkedOut> {
  /** Told what has changed since it was last asked; rejects where it can't be done. */
  workOut(changes: Changes): Promise<WorkedOut[Task]>;
  leave(): void;
}

/** In a worker beside the page: nobody who types has to wait for it. */
export class BesideThePage<Task extends keyof WorkedOut> implements Workplace<Task> {
  private readonly worker: Worker | undefined;
  private failure: unknown;
  private answer: ((worked: WorkedOut[Task]) => void) | undefined;
  private refuse: ((failure: unknown) => void) | undefined;

  constructor(assignment: Assignment<Task>) {
    try {
      this.worker = new Worker(new URL('engine-worker.ts', import.meta.url), { type: 'module' });
    } catch (error) {
      // Who asks is told.
      this.fail(error);
      return;
    }
    this.worker.onmessage = ({ data }: MessageEvent<WorkedOut[Task]>) => {
      this.answer?.(data);
    };
    this.worker.onerror = (event) => {
      this.fail(event);
    };
    this.worker.onmessageerror = (event) => {
      this.fail(event);
    };
    this.worker.postMessage(assignment);
  }

  workOut(changes: Changes): Promise<WorkedOut[Task]> {
    return new Promise((resolve, reject) => {
      this.answer = resolve;
      this.refuse = reject;
      if (this.failure === undefined) this.worker?.postMessage(changes);
      else this.fail(this.failure);
    });
  }

  leave(): void {
    this.worker?.terminate();
  }

  private fail(failure: unknown): void {
    this.failure = failure;
    this.refuse?.(failure);
  }
}

/** In the page itself, by what is fetched only then: it is held up for as long as it takes. */
export class OnThePage<Task extends keyof WorkedOut> implements Workplace<Task> {
  private readonly ready = import('./engine.js');
  private known: ((changes: Changes) => WorkedOut[Task]) | undefined;

  constructor(private readonly assignment: Assignment<Task>) {}

  async workOut(changes: Changes): Promise<WorkedOut[Task]> {
    const { assign } = await this.ready;
    this.known ??= assign(this.assignment);
    return this.known(changes);
  }

  leave(): void {
    this.known = undefined;
  }
}
