import { useEffect } from 'react';
import { useLocation } from 'react-router';
import type { SectionModel } from './section-model.js';

/** Goes to the question that the address names (`#EDU.3`), once the section is there. */
export function useFocusPlace(model: SectionModel | undefined): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (!model || hash === '') return;
    const frame = requestAnimationFrame(() => {
      goToQuestion(placeIn(hash));
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [model, hash, key]);
}

/** What an address names; what can't be read is a place that there isn't. */
function placeIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}

/** Brings a question into view and puts the focus on its first control, else on the question itself. */
export function goToQuestion(code: string): void {
  const place = document.getElementById(code);
  if (!place) return;
  (controlOf(code) ?? place).focus({ preventScroll: true });
  place.scrollIntoView({ block: 'start' });
}

/** Where one answers a question: what is chosen, else its first control; undefined where it can only be read. */
export function controlOf(code: string): HTMLElement | undefined {
  const body = document.getElementById(code)?.querySelector('.q__body');
  const first = (controls: string): HTMLElement | null | undefined =>
    body?.querySelector<HTMLElement>(`:is(${controls}):enabled`);
  return first('input:checked, .in') ?? first('input, textarea, button') ?? undefined;
}
