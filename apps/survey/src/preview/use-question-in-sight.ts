import { useEffect } from 'react';
import type { ReadyVersion } from '../assessment/work.js';

/** What says that somebody has taken hold of the page. */
const TAKEN_HOLD = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Brings a question into sight when another is asked for, the draft was changed, or the preview comes out from behind
 * another pane, and holds it there while the page is still being drawn: the answers come after the questions. Whoever
 * scrolls or answers is let alone; the focus stays where it is.
 */
export function useQuestionInSight(code: string | undefined, version: ReadyVersion): void {
  useEffect(() => {
    if (code === undefined) return;
    const drawn = new ResizeObserver(() => {
      document.getElementById(code)?.scrollIntoView({ block: 'start' });
    });
    const letGo = (): void => {
      drawn.disconnect();
      for (const sign of TAKEN_HOLD) window.removeEventListener(sign, letGo);
    };
    drawn.observe(document.body);
    for (const sign of TAKEN_HOLD) window.addEventListener(sign, letGo, { passive: true });
    return letGo;
  }, [code, version]);
}
