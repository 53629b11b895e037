import { VISIT_LASTS_MS } from '@kilim/contracts';
import { useEffect, useState } from 'react';

/**
 * Whether somebody may be looking at the window. One that was put away counts for as long as it does with the others who
 * are there: whoever only looks something up elsewhere is back by then.
 */
export function useMayBeSeen(): boolean {
  const [mayBeSeen, setMayBeSeen] = useState(isSeen);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      if (isSeen()) setMayBeSeen(true);
      else
        timer = setTimeout(() => {
          setMayBeSeen(false);
        }, VISIT_LASTS_MS);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return mayBeSeen;
}

function isSeen(): boolean {
  return document.visibilityState === 'visible';
}
