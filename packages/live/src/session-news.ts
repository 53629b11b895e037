import { SESSION_CHANNEL } from '@kilim/contracts';

/**
 * What the windows of a browser tell each other of the session they share: whoever signs in or out in one of them tells
 * the others, in both apps. None hears itself. Where the browser has no channels nothing is told; the server looks at whose
 * request it is with every one.
 */
export class SessionNews {
  private readonly channel =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(SESSION_CHANNEL);
  private readonly closing = new AbortController();

  /** Tells that the session has changed. */
  tell(): void {
    this.channel?.postMessage('changed');
  }

  /**
   * Has something done whenever the session may have changed: also when the browser brings back a page as it was that it
   * had put by, since that has missed what was told.
   */
  hear(listener: () => void): void {
    const comeBack = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) listener();
    };
    this.channel?.addEventListener('message', listener);
    window.addEventListener('pageshow', comeBack, { signal: this.closing.signal });
  }

  /** Ends it; what was told gets there. */
  close(): void {
    this.channel?.close();
    this.closing.abort();
  }
}
