import { DraftChange } from '@kilim/indicators';
import type { PendingStep } from '@kilim/indicators';
import * as z from 'zod';

const Kept = z.array(z.object({ changeId: z.uuid(), changes: z.array(DraftChange).min(1) }));

/** A step that an earlier visit made and the server does not have. */
export interface KeptStep {
  readonly changeId: string;
  readonly changes: readonly DraftChange[];
}

/** Where steps that the server does not have yet survive a reload: the browser's storage, apart for each account and draft. */
export class PendingStore {
  private readonly key: string;

  constructor(
    private readonly storage: Storage | undefined,
    accountId: string,
    draftId: string,
  ) {
    this.key = `kilim.draft.${accountId}.${draftId}`;
  }

  /** What was kept; what another version of the program wrote and this one cannot read stays where it is. */
  load(): readonly KeptStep[] {
    const text = this.storage?.getItem(this.key);
    if (text === null || text === undefined) return [];
    const parsed = Kept.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : [];
  }

  /** @returns whether it is kept; there may be no room, or no storage */
  keep(pending: readonly PendingStep[]): boolean {
    try {
      if (pending.length === 0) this.storage?.removeItem(this.key);
      else
        this.storage?.setItem(
          this.key,
          JSON.stringify(pending.map(({ changeId, changes }) => ({ changeId, changes }))),
        );
      return this.storage !== undefined;
    } catch {
      // The storage is full: the caller says that leaving now would lose what is not saved.
      return false;
    }
  }
}

/** The browser's storage; undefined where it refuses. */
export function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    // Asking for it is refused: then nothing survives a reload, and the editor says so.
    return undefined;
  }
}
