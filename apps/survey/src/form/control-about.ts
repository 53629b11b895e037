import type { Question } from 'survey-core';
import type { HalfTypedHere } from './half-typed.js';

/** What stands around a control and belongs to it, for screen readers and keyboards on glass. */
export interface ControlAbout {
  /** Ids of the help and the faults, in reading order. */
  readonly describedBy: readonly string[];
  readonly isInvalid: boolean;
  /** Which keys a phone offers. */
  readonly inputMode?: 'decimal' | 'text';
  /** How many letters the answer may have; absent: it is not one in words. */
  readonly mostLetters?: number;
  /** Knows, wherever one looks meanwhile, that something was begun in a date's field that is no date yet. */
  readonly begun?: Pick<HalfTypedHere, 'isBegun' | 'begin' | 'forget'>;
}

/** What an element says of where it is described; nothing where it isn't. */
export function describedBy(about: ControlAbout): { readonly 'aria-describedby'?: string } {
  return about.describedBy.length > 0 ? { 'aria-describedby': about.describedBy.join(' ') } : {};
}

/** What every field into which one types an answer has, whatever it takes. */
export function fieldAbout(question: Question, about: ControlAbout) {
  return {
    id: question.inputId,
    className: 'in in--l',
    readOnly: question.isReadOnly,
    'aria-label': question.title,
    'aria-invalid': about.isInvalid,
    inputMode: about.inputMode,
    ...describedBy(about),
  };
}
