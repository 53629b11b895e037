import type { Language } from '../definition/questionnaire.js';
import { warningWord, type AcceptedWarning } from './draft-content.js';
import { textsOf, type DraftDocument, type PartTexts } from './draft-document.js';
import type { PartAddress } from './part-address.js';
import { withTexts } from './apply-text.js';

/** What is said about some parts: their texts in every language, and their warnings that were accepted. */
export interface Carried {
  readonly texts: Record<string, MutableTexts>;
  readonly accepted: readonly AcceptedWarning[];
}

type MutableTexts = {
  source: PartTexts['source'];
  translations: Record<Language, PartTexts['translations'][Language]>;
};

/** What a draft says about these parts. */
export function carriedBy(document: DraftDocument, parts: readonly PartAddress[]): Carried {
  const texts: Record<string, MutableTexts> = {};
  for (const part of parts) {
    const { source, translations } = textsOf(document, part);
    if (Object.keys(source).length + Object.keys(translations).length > 0)
      texts[part] = { source, translations };
  }
  const inside = new Set(parts);
  return { texts, accepted: document.accepted.filter(({ part }) => inside.has(part)) };
}

/** The draft with what was carried along; in languages that it is not translated into, nothing. */
export function withCarried(document: DraftDocument, { texts, accepted }: Carried): DraftDocument {
  let changed = document;
  for (const [part, { source, translations }] of Object.entries(texts)) {
    const known = Object.entries(translations).filter(
      ([language, fields]) => document.languages.includes(language) && Object.keys(fields).length > 0,
    );
    changed = withTexts(changed, part, { source, translations: Object.fromEntries(known) });
  }
  return accepted.length === 0
    ? changed
    : { ...changed, accepted: sortedWarnings([...changed.accepted, ...accepted]) };
}

/** The draft without what it says about these parts. */
export function takeAway(document: DraftDocument, parts: readonly PartAddress[]): DraftDocument {
  let changed = document;
  for (const part of parts) if (document.texts.get(part)) changed = withTexts(changed, part, undefined);
  const gone = new Set(parts);
  const accepted = document.accepted.filter(({ part }) => !gone.has(part));
  return accepted.length === document.accepted.length ? changed : { ...changed, accepted };
}

/** Accepted warnings in an order of their own, whenever they were accepted; of the same one the last holds. */
export function sortedWarnings(warnings: readonly AcceptedWarning[]): readonly AcceptedWarning[] {
  const byWord = new Map(warnings.map((warning) => [warningWord(warning), warning]));
  return [...byWord].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, warning]) => warning);
}
