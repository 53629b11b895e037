import { signal } from '@angular/core';
import type { LostStep } from '@kilim/indicators';
import { asMade } from './kept-steps';
import { browserStorage, PendingStore, type Keeper, type KeptStep } from './pending-store';

/** A step that somebody else's came before: with whoever that was, as far as it is known. */
export interface Collision extends LostStep {
  readonly by?: string | undefined;
}

/** What is to go on top of a draft that is opened. */
export interface Left {
  readonly pending: readonly KeptStep[];
  readonly lost: readonly Collision[];
}

/** What the server does not have of a draft, on this device: steps on their way to it, and what collided until it is settled. */
export class DeviceCopy {
  private store: PendingStore | undefined;
  private readonly inherited = new Set<string>();

  /** Whether it would survive a reload. */
  readonly isKept = signal(true);

  /** What earlier visits left of the draft that is opened. */
  takeOver(keeper: Keeper, visits: ReadonlySet<string>): Left {
    this.store = new PendingStore(browserStorage(), keeper);
    const { pending, lost } = this.store.load(visits);
    for (const { changeId } of pending) this.inherited.add(changeId);
    return { pending, lost: lost.map((each) => ({ ...each, step: asMade(each.step) })) };
  }

  keep(pending: Left['pending'], lost: Left['lost']): void {
    this.isKept.set((this.store?.keep(pending, lost) ?? true) || pending.length + lost.length === 0);
  }

  /** Whether another visit made that step: whatever it is by now, it was not made larger here. */
  isInherited(changeId: string): boolean {
    return this.inherited.has(changeId);
  }
}
