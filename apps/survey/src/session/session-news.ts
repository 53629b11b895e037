import { SESSION_CHANNEL } from '@kilim/contracts';

/** Tells the other windows that the session has changed. */
export function tellSession(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(SESSION_CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

/** Listens to the other windows. Returns how to stop. */
export function onSessionNews(listener: () => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(SESSION_CHANNEL);
  channel.onmessage = listener;
  return () => {
    channel.close();
  };
}
