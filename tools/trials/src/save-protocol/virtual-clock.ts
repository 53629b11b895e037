import { setImmediate as turn } from 'node:timers/promises';

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** So many turns of the event loop and everything that follows from something has happened. */
const TURNS = 3;

/** A device's clock that moves when told to. */
export class VirtualClock {
  #now = 0;
  #timers: Timer[] = [];

  /** Runs something later; returns how to call it off. */
  readonly later = (run: () => void, afterMs: number): (() => void) => {
    const timer = { at: this.#now + afterMs, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  /** Lets so many milliseconds pass, with all that was to happen in them. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    await settled();
    for (let next = this.#next(until); next; next = this.#next(until)) {
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = next.at;
      next.run();
      await settled();
    }
    this.#now = until;
  }

  #next(until: number): Timer | undefined {
    return this.#timers.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
  }
}

/** Lets everything happen that waits for nothing but its turn. */
export async function settled(): Promise<void> {
  for (let count = 0; count < TURNS; count += 1) await turn();
}
