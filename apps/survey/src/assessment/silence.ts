import { pauseAfter } from '@kilim/contracts';
import type { Hindrance, Surroundings } from './saver-surroundings.js';

/**
 * Whether it is worth asking the server. After a request without a reply nothing is sent for a while; then one goes ahead,
 * and only when that one comes back do the others follow.
 */
export class Silence {
  /** Why the last request came to nothing; undefined once one has come back. */
  hindrance: Hindrance | undefined;
  private failures = 0;
  private callOff: (() => void) | undefined;

  constructor(private readonly around: Pick<Surroundings, 'later' | 'random'>) {}

  /** How many requests may be under way at once. */
  room(atMost: number): number {
    if (this.callOff) return 0;
    return this.hindrance === undefined ? atMost : 1;
  }

  /** A request came to nothing. */
  begin(hindrance: Hindrance, onEnd: () => void): void {
    this.hindrance = hindrance;
    // Requests that were under way together fail together: that is one failure.
    if (this.callOff) return;
    this.failures += 1;
    this.callOff = this.around.later(
      () => {
        this.callOff = undefined;
        onEnd();
      },
      pauseAfter(this.failures, this.around.random),
    );
  }

  /** A request came back. */
  end(): void {
    this.failures = 0;
    this.lift();
  }

  /** Nothing is known any more to be in the way. */
  lift(): void {
    this.hindrance = undefined;
    this.break();
  }

  /** There is reason to ask again now. */
  break(): void {
    this.callOff?.();
    this.callOff = undefined;
  }
}
