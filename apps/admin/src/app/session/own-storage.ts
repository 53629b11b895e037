import { inject, Injectable, untracked } from '@angular/core';
import type * as z from 'zod';
import { Session } from './session';

/**
 * Keeps what somebody has begun for as long as the window is open, across leaving the page and reloading it, and signing
 * out, too; apart for each account: whoever signs in next in this window sees nothing of it.
 */
@Injectable({ providedIn: 'root' })
export class OwnStorage {
  private readonly session = inject(Session);

  /** What the signed-in person has kept there; undefined when there is nothing, or nothing that can be read. */
  find<T>(key: string, shape: z.ZodType<T>): T | undefined {
    try {
      const stored = sessionStorage.getItem(this.keyOf(key));
      if (stored === null) return undefined;
      const read = shape.safeParse(JSON.parse(stored));
      return read.success ? read.data : undefined;
    } catch {
      // No storage, or something else wrote there: one begins anew.
      return undefined;
    }
  }

  /** @returns whether it is kept; without storage it lasts until the page is left */
  keep(key: string, value: unknown): boolean {
    try {
      sessionStorage.setItem(this.keyOf(key), JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  drop(key: string): void {
    try {
      sessionStorage.removeItem(this.keyOf(key));
    } catch {
      // Nothing was kept.
    }
  }

  private keyOf(key: string): string {
    // Whose it is does not change under an open form or dialog: a session that ends must not empty it.
    const account = untracked(this.session.current)?.account;
    return `kilim.${account?.id ?? ''}.${key}`;
  }
}
