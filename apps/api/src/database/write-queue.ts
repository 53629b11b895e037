import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Lets one job at a time through. On SQLite every write of the process passes here (decision 1): units of work, and
 * whatever else uses the write connection. Jobs run in the order in which they came; waiting blocks nothing.
 */
export class WriteQueue {
  readonly #inside = new AsyncLocalStorage<{ isRunning: boolean }>();
  #last: Promise<unknown> = Promise.resolve();

  /** Runs a job when all before it are done; its failure is its own. */
  async run<T>(job: () => Promise<T>): Promise<T> {
    if (this.#inside.getStore()?.isRunning) {
      throw new Error('A job of the write queue waits for another one: it would wait for ever.');
    }
    const turn = this.#last.then(() => this.#take(job));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #take<T>(job: () => Promise<T>): Promise<T> {
    const mark = { isRunning: true };
    try {
      return await this.#inside.run(mark, job);
    } finally {
      mark.isRunning = false;
    }
  }
}
