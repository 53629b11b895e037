import { MemoryOutbox, type Outbox } from '../../../../apps/survey/src/outbox/outbox.js';
import type { Step, Unsent } from '../../../../apps/survey/src/outbox/unsent.js';
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

  constructor(private readonly clock: VirtualClock) {}

  /** What is kept of one answer. */
  of(address: string): Unsent | undefined {
    return this.#kept.of(address);
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
}
