import { useEffect } from 'react';
import type { ReadyVersion } from '../assessment/work.js';

/** So many frames a question may take until it is there. */
const FRAMES = 30;

/** Brings a question into sight when another is asked for, or the draft was changed; the focus stays where it is. */
export function useQuestionInSight(code: string | undefined, version: ReadyVersion): void {
  useEffect(() => {
    if (code === undefined) return;
    let left = FRAMES;
    let frame = requestAnimationFrame(function look() {
      const place = document.getElementById(code);
      if (place) place.scrollIntoView({ block: 'start' });
      else if (left-- > 0) frame = requestAnimationFrame(look);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [code, version]);
}
