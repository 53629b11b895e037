import * as z from 'zod';
import type { Id } from './identity.js';
import { Language } from './questionnaire.js';

/**
 * What may be said about a thing. A text's key is `<id>.<field>`; the
 * questionnaire itself goes by the word `questionnaire`.
 *
 * | Field | Of | |
 * |---|---|---|
 * | `title` | questionnaire, section, indicator, composite, index, question, option, row, term | what it is called or asks; required for all |
 * | `intro` | questionnaire, section | what the reader should know first |
 * | `meaning` | indicator, composite, index; term | one sentence on what a high score says; what the word means, required |
 * | `help` | question | how to understand it |
 * | `example` | question | what a good answer looks like |
 * | `evidence` | question | what counts as evidence |
 * | `unit` | number or computed question | the unit, as printed behind the figure |
 * | `instance` | repeated set | what one instance is called (“Youth centre”) |
 * | `message` | validation | what is wrong when it is violated; required |
 */
export const TEXT_FIELDS = [
  'title',
  'intro',
  'meaning',
  'help',
  'example',
  'evidence',
  'unit',
  'instance',
  'message',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Plain text of at most 2,000 characters; never HTML, never executed. */
export const TextValue = z.string().min(1).max(2000).meta({ id: 'TextValue' });

/** The texts in the source language: part of what a published version freezes. */
export const SourceTexts = z
  .strictObject({ language: Language, texts: z.record(z.string().max(80), TextValue) })
  .meta({ id: 'SourceTexts' });
export type SourceTexts = z.infer<typeof SourceTexts>;

/**
 * One text in another language. `of` is the SHA-256 (hex) of the source text it translates: when the source changes,
 * that, not a flag, makes the translation stale.
 */
export const TranslatedText = z
  .strictObject({
    text: TextValue,
    of: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex'),
    /** Somebody has read it beside the source text and found it right. */
    checked: z.literal(true).optional(),
  })
  .meta({ id: 'TranslatedText' });
export type TranslatedText = z.infer<typeof TranslatedText>;

/** The texts in another language: a text revision, added and mended after publishing, never touching points. */
export const TranslatedTexts = z
  .strictObject({ language: Language, texts: z.record(z.string().max(80), TranslatedText) })
  .meta({ id: 'TranslatedTexts' });
export type TranslatedTexts = z.infer<typeof TranslatedTexts>;

/** What is shown: the wanted language where there is one, else the source language, and which of the two it is. */
export interface ShownText {
  readonly text: string;
  readonly language: Language;
  /** True when the wanted language had no text; screens label it. */
  readonly isFallback: boolean;
}

/** Looks texts up in one language, falling back to the source; a text that is in neither is absent. */
export class TextBook {
  private readonly wanted: ReadonlyMap<string, string>;
  private readonly fallback: ReadonlyMap<string, string>;

  constructor(
    private readonly source: SourceTexts,
    private readonly translation?: TranslatedTexts,
  ) {
    this.fallback = new Map(Object.entries(source.texts));
    this.wanted = new Map(Object.entries(translation?.texts ?? {}).map(([key, entry]) => [key, entry.text]));
  }

  /** The text of one field, or undefined when the version has none. */
  find(id: Id, field: TextField): ShownText | undefined {
    const key = textKey(id, field);
    const translated = this.wanted.get(key);
    if (translated !== undefined && this.translation)
      return { text: translated, language: this.translation.language, isFallback: false };
    const text = this.fallback.get(key);
    if (text === undefined) return undefined;
    return { text, language: this.source.language, isFallback: this.translation !== undefined };
  }

  /** What a thing is called; its id when the version has no text for it, which the checks refuse. */
  title(id: Id): string {
    return this.find(id, 'title')?.text ?? id;
  }

  /** What one instance of a repeated set is called: “Youth centre 2”. @param position from 1 */
  instance(set: Id, position: number): string {
    const name = this.find(set, 'instance')?.text ?? this.title(set);
    return `${name} ${String(position)}`;
  }
}

/** The key of one text. */
export function textKey(id: Id, field: TextField): string {
  return `${id}.${field}`;
}
