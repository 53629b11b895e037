import { signal } from '@angular/core';
import { problemOf, type Problem } from './problem';

/** Something that is done at the press of a button: one at a time, with what went wrong the last time. */
export class Attempt {
  readonly isBusy = signal(false);
  readonly problem = signal<Problem | undefined>(undefined);

  private running: Promise<unknown> = Promise.resolve();

  /**
   * Does it, unless it is being done already. What it rejects with becomes the problem.
   *
   * @returns what came of it; undefined when it was not done, or went wrong
   */
  async run<T>(act: () => Promise<T>): Promise<T | undefined> {
    return this.isBusy() ? undefined : this.begin(this.tried(act));
  }

  /**
   * Does it once what is being done is done: for what somebody chooses, where no choice may be lost.
   *
   * @returns as `run` does
   */
  async inTurn<T>(act: () => Promise<T>): Promise<T | undefined> {
    return this.begin(this.running.then(() => this.tried(act)));
  }

  private begin<T>(running: Promise<T>): Promise<T> {
    this.running = running;
    return running;
  }

  private async tried<T>(act: () => Promise<T>): Promise<T | undefined> {
    this.isBusy.set(true);
    this.problem.set(undefined);
    try {
      return await act();
    } catch (error) {
      this.problem.set(problemOf(error));
      return undefined;
    } finally {
      this.isBusy.set(false);
    }
  }
}
