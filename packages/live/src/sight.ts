import { VISIT_LASTS_MS } from '@kilim/contracts';

/** Whether the window stands where it can be seen. */
export function isSeen(): boolean {
  return document.visibilityState === 'visible';
}

/**
 * Tells whether somebody may be looking at the window: at the beginning, and whenever that changes. One that was put away
 * counts for as long as it does with the others who are there: whoever only looks something up elsewhere is back by then.
 * One that was never seen does not count.
 *
 * @returns how to stop
 */
export function followSight(tell: (mayBeSeen: boolean) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    if (isSeen()) tell(true);
    else
      timer = setTimeout(() => {
        tell(false);
      }, VISIT_LASTS_MS);
  };
  tell(isSeen());
  document.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  };
}
