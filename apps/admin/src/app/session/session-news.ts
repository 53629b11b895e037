import { Injectable } from '@angular/core';
import { SESSION_CHANNEL } from '@kilim/contracts';

/** All windows of a browser share one session: whoever signs in or out in one of them tells the others. */
@Injectable({ providedIn: 'root' })
export class SessionNews {
  private readonly channel =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(SESSION_CHANNEL);

  /** Tells the other windows that the session has changed. */
  tell(): void {
    this.channel?.postMessage('changed');
  }

  /** Has something done whenever another window tells so. */
  hear(listener: () => void): void {
    this.channel?.addEventListener('message', listener);
  }
}
