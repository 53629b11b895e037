import { useEffect } from 'react';

/** Asks before the page is left while it holds what would be lost: a file on its way, words that are not sent yet. */
export function useGuardWhile(isPressing: boolean): void {
  useEffect(() => {
    if (!isPressing) return;
    const guard = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', guard);
    return () => {
      window.removeEventListener('beforeunload', guard);
    };
  }, [isPressing]);
}
