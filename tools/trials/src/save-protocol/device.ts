import { MemoryOutbox, type Outbox } from '../../../../apps/survey/src/outbox/outbox.js';
import { newestOf, type Step, type Unsent } from '../../../../apps/survey/src/outbox/unsent.js';
import type { VirtualClock } from './virtual-clock.js';

type Hears = (address: string, kept: Unsent | undefined) => void;

/** Whether a tab is still there. */
export interface Life {
  isOver: boolean;
}

/** A person's device: its tabs share what is kept on it, and it takes a moment to keep something. */
export class Device {
  readonly #kept = new MemoryOutbox();
  readonly #tabs = new Set<Hears>();
  /** By address, everything that was ever kept as the newest. */
  readonly #everKept = new Map<string, Set<unknown>>();

  constructor(private readonly clock: VirtualClock) {}

  /** Whether a value was kept at some time, also when it has been saved or written over since. */
  hasKept(address: string, value: unknown): boolean {
    return this.#everKept.get(address)?.has(value) ?? false;
  }

  /** The outbox of one tab. What it has not kept when the tab dies, it never keeps. */
  outbox(life: Life): Outbox {
    let mine: Hears | undefined;
    return {
      keeping: 'kept',
      load: () => this.#kept.load(),
      step: async (address: string, step: Step) => {
        await new Promise<void>((resolve) => this.clock.later(resolve, 1));
        if (life.isOver) return new Promise(() => undefined);
        const after = await this.#kept.step(address, step);
        this.#note(address, after);
        for (const hears of this.#tabs) if (hears !== mine) hears(address, after);
        return after;
      },
      onKeeping: () => () => undefined,
      onElsewhere: (listener) => {
        mine = listener;
        this.#tabs.add(listener);
        return () => this.#tabs.delete(listener);
      },
    };
  }

  #note(address: string, after: Unsent | undefined): void {
    const newest = newestOf(after);
    if (newest?.kind !== 'set') return;
    const values = this.#everKept.get(address) ?? new Set();
    this.#everKept.set(address, values.add(newest.value));
  }
}
