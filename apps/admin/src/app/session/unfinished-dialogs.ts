import { inject, Injectable, untracked } from '@angular/core';
import * as z from 'zod';
import { Session } from './session';

/** A dialog in which something was being written: which one, and its words by field. */
const Unfinished = z.strictObject({
  dialog: z.string(),
  words: z.record(z.string(), z.string()),
});
type Unfinished = z.infer<typeof Unfinished>;

/**
 * Keeps what is being written in dialogs for as long as the window is open, each person's own: when the session ends,
 * it stands there again after signing in. At each place one dialog can be open; closing it drops what was written.
 */
@Injectable({ providedIn: 'root' })
export class UnfinishedDialogs {
  private readonly session = inject(Session);

  /** What the signed-in person was writing there. */
  find(place: string): Unfinished | undefined {
    try {
      const stored = sessionStorage.getItem(this.keyOf(place));
      if (stored === null) return undefined;
      const unfinished = Unfinished.safeParse(JSON.parse(stored));
      return unfinished.success ? unfinished.data : undefined;
    } catch {
      // No storage, or something else wrote there: one begins anew.
      return undefined;
    }
  }

  /** One field of what was being written in this dialog. */
  wordsOf(place: string, dialog: string, field: string): string | undefined {
    const found = this.find(place);
    return found?.dialog === dialog ? found.words[field] : undefined;
  }

  keep(place: string, unfinished: Unfinished): void {
    try {
      sessionStorage.setItem(this.keyOf(place), JSON.stringify(unfinished));
    } catch {
      // Without storage it lasts until the dialog closes.
    }
  }

  drop(place: string): void {
    try {
      sessionStorage.removeItem(this.keyOf(place));
    } catch {
      // Nothing was kept.
    }
  }

  private keyOf(place: string): string {
    // Whose it is does not change under an open dialog: a session that ends must not empty it.
    const account = untracked(this.session.current)?.account;
    return `kilim.dialog.${account?.id ?? ''}.${place}`;
  }
}
