import { useEffect } from 'react';
import { useLocation } from 'react-router';
import type { SectionModel } from './section-model.js';

/** Goes to the question that the address names (`#EDU.3`), once the section is there. */
export function useFocusPlace(model: SectionModel | undefined): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (!model || hash === '') return;
    const frame = requestAnimationFrame(() => {
      goToQuestion(decodeURIComponent(hash.slice(1)));
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [model, hash, key]);
}

/** Brings a question into view and puts the focus on its first control, else on the question itself. */
export function goToQuestion(code: string): void {
  const place = document.getElementById(code);
  if (!place) return;
  const control = place.querySelector<HTMLElement>(
    '.q__body :is(input:checked, .in), .q__body :is(input, textarea, button)',
  );
  (control ?? place).focus({ preventScroll: true });
  place.scrollIntoView({ block: 'start' });
}
