import type { Language } from '../definition/questionnaire.js';
import type { DraftDocument } from './draft-document.js';
import { translationEntries, type TranslationEntry } from './translation-state.js';

/** The first columns of a translation sheet; then the source text, and three for each language. */
export const SHEET_COLUMNS = ['key', 'code', 'text', 'scored'] as const;

/** How many hex digits of a digest say which translation a sheet was made from. */
const MARK_LENGTH = 16;

/** The header of the column with the source texts. */
export function sourceColumn(language: Language): string {
  return `${language} (source)`;
}

/**
 * The headers of a language's columns: its texts, whether somebody has checked them, and by what a sheet that comes back
 * is compared with the texts as they were.
 */
export function languageColumns(language: Language): readonly [text: string, checked: string, mark: string] {
  return [language, `${language} checked`, `${language} mark`];
}

/**
 * A translation sheet: a header and a row for each text, scored ones first. Every cell is text.
 *
 * @param languages those to be translated, each one of the draft's
 * @param sha256    the digest of a text in lower-case hex
 */
export function translationRows(
  document: DraftDocument,
  languages: readonly Language[],
  sha256: (text: string) => string,
): readonly (readonly string[])[] {
  const source = sourceColumn(document.questionnaire.sourceLanguage);
  const columns = languages.map(languageColumns);
  const header = [
    ...SHEET_COLUMNS,
    source,
    ...columns.flatMap(([text, checked]) => [text, checked]),
    ...columns.map(([, , mark]) => mark),
  ];
  const byLanguage = languages.map((language) => translationEntries(document, language, sha256));
  const [first = translationEntries(document, document.questionnaire.sourceLanguage, sha256)] = byLanguage;
  const rows = first.map((entry, at) => {
    const translations = byLanguage.map((entries) => entries[at]);
    return [
      ...[`${entry.part}.${entry.field}`, entry.code, entry.field, entry.isScored ? 'yes' : ''],
      entry.source,
      ...translations.flatMap((each) => [each?.text?.text ?? '', each?.state === 'checked' ? 'yes' : '']),
      ...translations.map((each) => markOfEntry(each, sha256)),
    ];
  });
  return [header, ...rows];
}

/** Says what stood in a sheet for a text: the translation and whether it was checked; or that there was none. */
export function markOf(
  text: string | undefined,
  isChecked: boolean,
  sha256: (text: string) => string,
): string {
  if (text === undefined) return '-';
  // Spreadsheet programs have line breaks of their own.
  const words = text.replaceAll('\r\n', '\n');
  return sha256(`${isChecked ? 'checked' : 'new'} ${words}`).slice(0, MARK_LENGTH);
}

function markOfEntry(entry: TranslationEntry | undefined, sha256: (text: string) => string): string {
  return markOf(entry?.text?.text, entry?.state === 'checked', sha256);
}
