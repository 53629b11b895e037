import { applied, refused, type Outcome } from './apply-outcome.js';
import type { DraftChangeOf } from './change.js';
import { NO_TEXTS, textsOf, type DraftDocument, type PartTexts } from './draft-document.js';
import { partAt } from './find-part.js';
import { sameJson } from './same-json.js';

/** Sets or clears a text in the source language. */
export function applyText(document: DraftDocument, change: DraftChangeOf<'text'>): Outcome {
  const { part, field, value } = change;
  const texts = textsOf(document, part);
  const now = texts.source[field];
  const what = `text/${field}`;
  if (!mayHave(document, part, value)) return refused('missing', { part, what });
  if (now !== value && now !== change.was)
    return refused('changed', { part, what, found: now, wanted: value });
  const inverse: DraftChangeOf<'text'> = {
    ...{ op: 'text', part, field },
    ...(now !== undefined && { value: now }),
    ...(value !== undefined && { was: value }),
  };
  if (now === value) return applied(document, inverse);
  const source = withEntry(texts.source, field, value);
  return applied(withTexts(document, part, { ...texts, source }), inverse);
}

/** Sets or clears a text in another language. */
export function applyTranslate(document: DraftDocument, change: DraftChangeOf<'translate'>): Outcome {
  const { part, field, value, language } = change;
  const texts = textsOf(document, part);
  const now = texts.translations[language]?.[field];
  const what = `translation/${language}/${field}`;
  if (!document.languages.includes(language) || !mayHave(document, part, value))
    return refused('missing', { part, what });
  if (!sameJson(now, value) && !sameJson(now, change.was))
    return refused('changed', { part, what, found: now, wanted: value });
  const inverse: DraftChangeOf<'translate'> = {
    ...{ op: 'translate', language, part, field },
    ...(now !== undefined && { value: now }),
    ...(value !== undefined && { was: value }),
  };
  if (sameJson(now, value)) return applied(document, inverse);
  const translated = withEntry(texts.translations[language] ?? {}, field, value);
  const translations = withEntry(
    texts.translations,
    language,
    Object.keys(translated).length === 0 ? undefined : translated,
  );
  return applied(withTexts(document, part, { ...texts, translations }), inverse);
}

/** The document with other texts of one part; none at all where they are empty. */
export function withTexts(
  document: DraftDocument,
  part: string,
  texts: PartTexts | undefined,
): DraftDocument {
  const { source, translations } = texts ?? NO_TEXTS;
  const isEmpty = Object.keys(source).length + Object.keys(translations).length === 0;
  return { ...document, texts: document.texts.with(part, isEmpty ? undefined : texts) };
}

/** A record with one entry changed, or taken out when there is no value. */
export function withEntry<Entries extends Readonly<Record<string, unknown>>>(
  record: Entries,
  key: keyof Entries & string,
  value: Entries[keyof Entries] | undefined,
): Entries {
  const { [key]: _, ...others } = record;
  return (value === undefined ? others : { ...others, [key]: value }) as Entries;
}

/** Texts are of parts that are there; what is left of others may only be cleared. */
function mayHave(document: DraftDocument, part: string, value: unknown): boolean {
  return value === undefined || partAt(document.questionnaire, part) !== undefined;
}
