import type { Language } from './questionnaire.js';

/** Languages whose usual script runs from right to left (Unicode CLDR). */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  ...['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'khw', 'ks', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'],
]);

/** The direction in which texts of a language run, as HTML has it: by the language of its tag, whatever the region. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
