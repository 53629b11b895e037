import { SESSION_CHANNEL } from '@kilim/contracts';

/** Tells the other windows that the session has changed. */
export function tellSession(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(SESSION_CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

/**
 * Listens to the other windows; a page that the browser had put by and brings back as it was has missed what they said.
 * Returns how to stop.
 */
export function onSessionNews(listener: () => void): () => void {
  const comeBack = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) listener();
  };
  window.addEventListener('pageshow', comeBack);
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(SESSION_CHANNEL);
  channel?.addEventListener('message', listener);
  return () => {
    window.removeEventListener('pageshow', comeBack);
    channel?.close();
  };
}
