import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, signal, type Signal } from '@angular/core';
import { VISIT_LASTS_MS } from '@kilim/contracts';

/**
 * Whether somebody may be looking at the window. One that was put away counts for as long as it does with the others who
 * are there: whoever only looks something up elsewhere is back by then. Called where things are injected.
 */
export function mayBeSeen(): Signal<boolean> {
  const document = inject(DOCUMENT);
  const isSeen = (): boolean => document.visibilityState === 'visible';
  const seen = signal(isSeen());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    if (isSeen()) seen.set(true);
    else timer = setTimeout(() => seen.set(false), VISIT_LASTS_MS);
  };
  document.addEventListener('visibilitychange', look);
  inject(DestroyRef).onDestroy(() => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  });
  return seen.asReadonly();
}
