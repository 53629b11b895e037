import { useEffect } from 'react';
import type { ReadyVersion } from '../assessment/work.js';

/** So many frames a question may take until it is there. */
const FRAMES = 30;

/**
 * Brings a question into sight when another is asked for, the draft was changed, or the preview comes out from behind
 * another pane; the focus stays where it is.
 */
export function useQuestionInSight(code: string | undefined, version: ReadyVersion): void {
  useEffect(() => {
    if (code === undefined) return;
    let left = FRAMES;
    let frame = 0;
    const look = (): void => {
      const place = document.getElementById(code);
      if (place) place.scrollIntoView({ block: 'start' });
      else if (left-- > 0) frame = requestAnimationFrame(look);
    };
    let isHidden = window.innerWidth === 0;
    const unhide = (): void => {
      if (isHidden && window.innerWidth > 0) frame = requestAnimationFrame(look);
      isHidden = window.innerWidth === 0;
    };
    frame = requestAnimationFrame(look);
    window.addEventListener('resize', unhide);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('resize', unhide);
    };
  }, [code, version]);
}
