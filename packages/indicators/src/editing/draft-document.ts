import type { Language, Questionnaire } from '../definition/questionnaire.js';
import { TEXT_FIELDS, type TextField, type TranslatedText } from '../definition/texts.js';
import { warningWord, type AcceptedWarning, type DraftContent } from './draft-content.js';
import { withoutEmptyLists } from './empty-lists.js';
import { Shelf } from './shelf.js';

/** Everything that is said about one part: in the source language, and in the others. */
export interface PartTexts {
  readonly source: Readonly<Partial<Record<TextField, string>>>;
  readonly translations: Readonly<Record<Language, Readonly<Partial<Record<TextField, TranslatedText>>>>>;
}

/**
 * A draft opened for editing. Never changes: an edit gives a new one that shares with the old whatever was not
 * touched, so that an edit costs as much as the path to its place, however long the draft is.
 */
export interface DraftDocument {
  /** Of the shape of a questionnaire; what else is wrong with it, the checks say. */
  readonly questionnaire: Questionnaire;
  /** The languages it is translated into. */
  readonly languages: readonly Language[];
  /** By the id of the part; `questionnaire` for the version itself. */
  readonly texts: Shelf<PartTexts>;
  readonly accepted: readonly AcceptedWarning[];
}

const FIELDS: ReadonlySet<string> = new Set(TEXT_FIELDS);
export const NO_TEXTS: PartTexts = { source: {}, translations: {} };

/** Opens a draft's content for editing; linear in its size. */
export function openDraft(content: DraftContent): DraftDocument {
  const texts = new Map<string, Building>();
  const of = (key: string) => {
    const [id, field] = splitKey(key);
    const found = texts.get(id) ?? { source: {}, translations: {} };
    texts.set(id, found);
    return { field, texts: found };
  };
  for (const [key, text] of Object.entries(content.source.texts)) {
    const place = of(key);
    place.texts.source[place.field] = text;
  }
  for (const { language, texts: translated } of content.translations) {
    for (const [key, text] of Object.entries(translated)) {
      const place = of(key);
      (place.texts.translations[language] ??= {})[place.field] = text;
    }
  }
  return {
    questionnaire: withoutEmptyLists(content.questionnaire),
    languages: content.translations.map(({ language }) => language).sort(),
    texts: Shelf.of(texts),
    accepted: content.accepted.toSorted((a, b) => (warningWord(a) < warningWord(b) ? -1 : 1)),
  };
}

const contents = new WeakMap<DraftDocument, DraftContent>();

/** The draft as the checks, files and requests take it; linear in its size, once per document. */
export function contentOf(document: DraftDocument): DraftContent {
  const known = contents.get(document);
  if (known) return known;
  const source: Record<string, string> = {};
  const translated = new Map<Language, Record<string, TranslatedText>>(
    document.languages.map((language) => [language, {}]),
  );
  for (const [id, texts] of document.texts.entries()) {
    for (const [field, text] of Object.entries(texts.source)) source[joinKey(id, field)] = text;
    for (const [language, fields] of Object.entries(texts.translations))
      for (const [field, text] of Object.entries(fields)) {
        const found = translated.get(language);
        if (found) found[joinKey(id, field)] = text;
      }
  }
  const content: DraftContent = {
    questionnaire: document.questionnaire,
    source: { language: document.questionnaire.sourceLanguage, texts: source },
    translations: [...translated].map(([language, texts]) => ({ language, texts })),
    accepted: [...document.accepted],
  };
  contents.set(document, content);
  return content;
}

/** What is said about a part. */
export function textsOf(document: DraftDocument, id: string): PartTexts {
  return document.texts.get(id) ?? NO_TEXTS;
}

interface Building {
  source: Record<string, string>;
  translations: Record<Language, Record<string, TranslatedText>>;
}

/** A key that means nothing is kept whole, under no part: the checks speak of it. */
function splitKey(key: string): readonly [id: string, field: string] {
  const dot = key.lastIndexOf('.');
  const field = key.slice(dot + 1);
  return dot > 0 && FIELDS.has(field) ? [key.slice(0, dot), field] : ['', key];
}

function joinKey(id: string, field: string): string {
  return id === '' ? field : `${id}.${field}`;
}
