import { inject, Injectable } from '@angular/core';
import * as z from 'zod';
import { OwnStorage } from './own-storage';

/** A dialog in which something was being written: which one, and its words by field. */
const Unfinished = z.strictObject({
  dialog: z.string(),
  words: z.record(z.string(), z.string()),
});
type Unfinished = z.infer<typeof Unfinished>;

/**
 * Keeps what is being written in dialogs: when the session ends, it stands there again after signing in. At each place
 * one dialog can be open; closing it drops what was written.
 */
@Injectable({ providedIn: 'root' })
export class UnfinishedDialogs {
  private readonly storage = inject(OwnStorage);

  /** What the signed-in person was writing there. */
  find(place: string): Unfinished | undefined {
    return this.storage.find(keyOf(place), Unfinished);
  }

  /** One field of what was being written in this dialog. */
  wordsOf(place: string, dialog: string, field: string): string | undefined {
    const found = this.find(place);
    return found?.dialog === dialog ? found.words[field] : undefined;
  }

  /** Without storage it lasts until the dialog closes. */
  keep(place: string, unfinished: Unfinished): void {
    this.storage.keep(keyOf(place), unfinished);
  }

  drop(place: string): void {
    this.storage.drop(keyOf(place));
  }
}

function keyOf(place: string): string {
  return `dialog.${place}`;
}
