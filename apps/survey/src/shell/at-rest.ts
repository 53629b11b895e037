import { useEffect } from 'react';

/** A page that never comes to rest is not waited for any longer. */
const IDLE_WITHIN_MS = 2000;
/** Where a browser does not say when it is idle. */
const REST_MS = 200;

/** How many parts of the page are still on their way. */
let onTheirWay = 0;
const waiting = new Set<() => void>();

/** Says, as long as this is shown, that what people came for is still on its way. */
export function useOnItsWay(): void {
  useEffect(() => {
    onTheirWay += 1;
    return () => {
      onTheirWay -= 1;
      for (const look of [...waiting]) look();
    };
  }, []);
}

/**
 * Begins what nobody waits for once the page can be used and has nothing to do: on a phone it would share network and
 * processor with what people came for.
 *
 * @returns what calls it off
 */
export function whenAtRest(begin: () => void): () => void {
  let callOff = (): void => undefined;
  const look = (): void => {
    callOff();
    if (onTheirWay > 0) return;
    callOff = whenIdle(() => {
      // What is put in the place of something on its way may be on its way itself.
      if (onTheirWay > 0) return;
      waiting.delete(look);
      begin();
    });
  };
  waiting.add(look);
  look();
  return () => {
    waiting.delete(look);
    callOff();
  };
}

function whenIdle(begin: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const asked = window.requestIdleCallback(begin, { timeout: IDLE_WITHIN_MS });
    return () => {
      window.cancelIdleCallback(asked);
    };
  }
  const timer = setTimeout(begin, REST_MS);
  return () => {
    clearTimeout(timer);
  };
}
