import { signal } from '@angular/core';
import { problemOf, type Problem } from './problem';

/** Something that is done at the press of a button: one at a time, with what went wrong the last time. */
export class Attempt {
  readonly isBusy = signal(false);
  readonly problem = signal<Problem | undefined>(undefined);

  /**
   * Does it, unless it is being done already. What it rejects with becomes the problem.
   *
   * @returns what came of it; undefined when it was not done, or went wrong
   */
  async run<T>(act: () => Promise<T>): Promise<T | undefined> {
    if (this.isBusy()) return undefined;
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
