import type { Address } from '@kilim/indicators';
import type { Step, Unsent } from './unsent.js';

/**
 * How far what is kept survives the page.
 *
 * | | |
 * |---|---|
 * | `kept` | a reload, the end of the browser, days without a network |
 * | `partly` | as `kept`, but for answers of which something lies there that this version of the program can't read |
 * | `full` | nothing more fits on the device: what is newest lives as long as the page does |
 * | `unavailable` | the browser keeps nothing (a private window, storage switched off) or has stopped to |
 */
export type Keeping = 'kept' | 'partly' | 'full' | 'unavailable';

/** Where the unacknowledged changes of one person in one assessment lie, for all tabs together. */
export interface Outbox {
  /** Everything that is kept, oldest change first. Never rejects. */
  load(): Promise<readonly Unsent[]>;
  /**
   * Takes a step on what is kept of one answer, one step after the other over all tabs.
   *
   * @returns what is kept of it afterwards; where the device keeps nothing, what this page does. Never rejects.
   */
  step(address: Address, step: Step): Promise<Unsent | undefined>;
  readonly keeping: Keeping;
  /** Tells when `keeping` changes. Returns how to stop listening. */
  onKeeping(listener: () => void): () => void;
  /** Tells when another tab has taken a step, with what is kept now. Returns how to stop listening. */
  onElsewhere(listener: (address: Address, kept: Unsent | undefined) => void): () => void;
}

/** Keeps nothing beyond the page. */
export class MemoryOutbox implements Outbox {
  private readonly kept = new Map<Address, Unsent>();

  /** @param keeping `kept` where nothing is to be kept, so that nobody is warned */
  constructor(readonly keeping: Keeping = 'unavailable') {}

  load(): Promise<readonly Unsent[]> {
    return Promise.resolve(this.held());
  }

  step(address: Address, step: Step): Promise<Unsent | undefined> {
    const after = step(this.kept.get(address));
    if (after) this.kept.set(address, after);
    else this.kept.delete(address);
    return Promise.resolve(after);
  }

  onKeeping(): () => void {
    return () => undefined;
  }

  onElsewhere(): () => void {
    return () => undefined;
  }

  of(address: Address): Unsent | undefined {
    return this.kept.get(address);
  }

  /** What lies here, oldest change first. */
  held(): readonly Unsent[] {
    return byAge([...this.kept.values()]);
  }
}

/** Save ids are made in the order of time. */
export function byAge(unsent: readonly Unsent[]): readonly Unsent[] {
  return [...unsent].sort((one, other) => (ageOf(one) < ageOf(other) ? -1 : 1));
}

function ageOf({ sending, next }: Unsent): string {
  return sending?.saveId ?? next?.saveId ?? '';
}
