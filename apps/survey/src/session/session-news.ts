/** All windows of a browser share one session: whoever signs in or out in one tells the others. */
const NAME = 'kilim.session';

/** Tells the other windows that the session has changed. */
export function tellSession(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(NAME);
  channel.postMessage('changed');
  channel.close();
}

/** Listens to the other windows. Returns how to stop. */
export function onSessionNews(listener: () => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = listener;
  return () => {
    channel.close();
  };
}
