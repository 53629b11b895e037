import type { SourceTexts, TranslatedTexts } from './texts.js';

/**
 * The keys whose translation no longer belongs to the source text, in the order of the translation: the source was
 * changed after it was translated, or is gone.
 *
 * @param sha256 the SHA-256 of a text's UTF-8 bytes in lower-case hex; given by the caller, since this package is pure
 */
export function staleTranslations(
  source: SourceTexts,
  translation: TranslatedTexts,
  sha256: (text: string) => string,
): readonly string[] {
  const current = new Map(Object.entries(source.texts));
  return Object.entries(translation.texts)
    .filter(([key, translated]) => {
      const text = current.get(key);
      return text === undefined || sha256(text) !== translated.of;
    })
    .map(([key]) => key);
}
