/**
 * Lets one job at a time through. On SQLite every write of the process passes here (decision 1): units of work, and
 * groups of saves. Jobs run in the order in which they came; waiting blocks nothing. A job must not wait for another
 * one: units join each other instead, and a save inside a unit is a part of it.
 */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs a job when all before it are done; its failure is its own. */
  async run<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(job);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
