import { takesAnswers } from '@kilim/contracts';
import { useEffect, useState } from 'react';
import type { Work } from './work.js';

/** The clock is looked at this often: a device that slept has lost count, and no timer runs for months. */
const LOOK_EVERY_MS = 30_000;

/**
 * Sees to it that answers close at their deadline in a page that is open: what was typed until then goes off, and nothing
 * that is typed after it takes its place.
 *
 * @returns whether they have closed while one was here; the page is drawn anew then, since it can only be read now
 */
export function useClosing({ assessment, saver, now }: Pick<Work, 'assessment' | 'saver' | 'now'>): boolean {
  const { state, deadline } = assessment;
  const instant = takesAnswers(state) ? deadline.instant : undefined;
  const [closed, setClosed] = useState<string>();
  useEffect(() => {
    if (instant === undefined) {
      saver.closeAt(undefined);
      return;
    }
    const leftMs = (): number => Date.parse(instant) - Date.parse(now());
    saver.closeAt(new Date(Date.now() + leftMs()).toISOString());
    if (leftMs() < 0) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      const left = leftMs();
      if (left < 0) {
        saver.flush();
        setClosed(instant);
      } else timer = setTimeout(look, Math.min(left + 1, LOOK_EVERY_MS));
    };
    look();
    return () => {
      clearTimeout(timer);
    };
  }, [saver, now, instant]);
  return closed !== undefined && closed === instant;
}
