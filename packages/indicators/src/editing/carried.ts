import type { Language } from '../definition/questionnaire.js';
import { warningWord, type AcceptedWarning, type WarningKey } from './draft-content.js';
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
  return accepted.length === 0 ? changed : { ...changed, accepted: withAll(changed.accepted, accepted) };
}

/** The draft without what it says about these parts. */
export function takeAway(document: DraftDocument, parts: readonly PartAddress[]): DraftDocument {
  let changed = document;
  for (const part of parts) if (document.texts.get(part)) changed = withTexts(changed, part, undefined);
  const gone = new Set(parts);
  const accepted = document.accepted.filter(({ part }) => !gone.has(part));
  return accepted.length === document.accepted.length ? changed : { ...changed, accepted };
}

/**
 * Accepted warnings with one that holds for another reason; without one it holds no longer. They stand in the order of
 * their words, whenever they were accepted.
 */
export function withReason(
  accepted: readonly AcceptedWarning[],
  warning: WarningKey,
  reason: string | undefined,
): readonly AcceptedWarning[] {
  const [from, to] = placeOf(accepted, warning);
  const own = reason === undefined ? [] : [{ ...warning, reason }];
  return [...accepted.slice(0, from), ...own, ...accepted.slice(to)];
}

/** Why a warning was accepted; undefined when it was not. */
export function reasonOf(accepted: readonly AcceptedWarning[], warning: WarningKey): string | undefined {
  const [from, to] = placeOf(accepted, warning);
  return accepted.slice(from, to)[0]?.reason;
}

/** From where to where a warning stands; an empty place is where it would. */
function placeOf(
  accepted: readonly AcceptedWarning[],
  warning: WarningKey,
): readonly [from: number, to: number] {
  const word = warningWord(warning);
  let [from, end] = [0, accepted.length];
  while (from < end) {
    const middle = (from + end) >> 1;
    if (warningWord(accepted[middle] ?? warning) < word) from = middle + 1;
    else end = middle;
  }
  let to = from;
  for (let next = accepted[to]; next && warningWord(next) === word; next = accepted[to]) to += 1;
  return [from, to];
}

/** The same with several more. */
export function withAll(
  accepted: readonly AcceptedWarning[],
  more: readonly AcceptedWarning[],
): readonly AcceptedWarning[] {
  return more.reduce((all, { reason, ...warning }) => withReason(all, warning, reason), accepted);
}
