import * as z from 'zod';
import { Language } from '../definition/questionnaire.js';
import { TextValue, type TranslatedText } from '../definition/texts.js';
import type { DraftChange } from './change.js';
import type { DraftDocument } from './draft-document.js';
import { languageColumns, markOf, SHEET_COLUMNS, sourceColumn } from './translation-rows.js';
import { translationEntries, type TranslationEntry } from './translation-state.js';

/**
 * Why a cell of a translation sheet was not taken.
 *
 * | reason | |
 * |---|---|
 * | `unknownKey` | the draft has no such text (any more) |
 * | `duplicateKey` | a row above speaks of the same text |
 * | `notText` | a date, an error or something else that is no text |
 * | `tooLong` | longer than a text may be |
 * | `control` | it holds control characters |
 * | `changed` | somebody has translated it otherwise since the sheet was made: both texts are told |
 */
export const SheetRefusalReason = z
  .enum(['unknownKey', 'duplicateKey', 'notText', 'tooLong', 'control', 'changed'])
  .meta({ id: 'SheetRefusalReason' });

/** A cell that was not taken: where it stands, what it says, and why. */
export const SheetRefusal = z
  .strictObject({
    /** Counted as spreadsheets do: the header is row 1. */
    row: z.int(),
    column: z.string(),
    key: z.string(),
    reason: SheetRefusalReason,
    /** What the sheet says, where it is text. */
    wanted: z.string().optional(),
    /** For `changed`: what the draft says by now. */
    found: z.string().optional(),
  })
  .meta({ id: 'SheetRefusal' });
export type SheetRefusal = z.infer<typeof SheetRefusal>;

/** A cell that changes something. */
export const SheetChange = z
  .strictObject({
    row: z.int(),
    language: Language,
    key: z.string(),
    from: z.string().optional(),
    to: z.string(),
    checked: z.boolean(),
    /** The source text was changed since the sheet was made: the translation comes in, and is stale. */
    stale: z.boolean(),
  })
  .meta({ id: 'SheetChange' });
export type SheetChange = z.infer<typeof SheetChange>;

/** What a translation sheet comes to. Empty cells say nothing: they never take a translation away. */
export const SheetReport = z
  .strictObject({
    languages: z.array(Language).readonly(),
    changed: z.array(SheetChange).readonly(),
    refused: z.array(SheetRefusal).readonly(),
    /** Cells that say what the draft says. */
    unchanged: z.int(),
    /** Texts of the draft that the sheet does not mention. */
    absent: z.int(),
  })
  .meta({ id: 'SheetReport' });
export type SheetReport = z.infer<typeof SheetReport>;

/** What is wrong with the header of a sheet. */
export const SheetColumnsFault = z
  .strictObject({
    missing: z.array(z.string()).readonly(),
    /** Columns that mean nothing to the draft, languages among them that it is not translated into. */
    unknown: z.array(z.string()).readonly(),
    duplicate: z.array(z.string()).readonly(),
  })
  .meta({ id: 'SheetColumnsFault' });
export type SheetColumnsFault = z.infer<typeof SheetColumnsFault>;

export type ReadSheet =
  | { readonly ok: true; readonly changes: readonly DraftChange[]; readonly report: SheetReport }
  | { readonly ok: false; readonly columns: SheetColumnsFault };

/** Words for yes in the column of what was checked. */
const YES = /^(yes|x|true|1|tak|ja|oui|sí|si|✓|✔)$/i;

/**
 * Reads a translation sheet that comes back, against the draft as it is now. What nobody touched in the sheet changes
 * nothing, also where the draft has another translation by now.
 *
 * @param rows   the header and the rows, as a spreadsheet program gives them: text, numbers, dates, nothing
 * @param sha256 the digest of a text in lower-case hex
 */
export function readTranslationRows(
  document: DraftDocument,
  rows: readonly (readonly unknown[])[],
  sha256: (text: string) => string,
): ReadSheet {
  const header = (rows[0] ?? []).map((cell) => (typeof cell === 'string' ? cell.trim() : ''));
  const columns = columnsFault(document, header);
  if (columns) return { ok: false, columns };
  const languages = document.languages.filter((language) => header.includes(language));
  const entries = languages.map(
    (language) =>
      new Map(translationEntries(document, language, sha256).map((entry) => [keyOf(entry), entry])),
  );
  const reading: Reading = { changes: [], changed: [], refused: [], unchanged: 0 };
  const seen = new Set<string>();
  for (const [at, cells] of rows.entries()) {
    if (at === 0 || cells.every((cell) => isEmpty(cell))) continue;
    const cell = (name: string) => cells[header.indexOf(name)];
    const key = wordsOf(cell('key')) ?? '';
    const known = entries[0]?.has(key) ?? false;
    const refusal = known ? (seen.has(key) ? 'duplicateKey' : undefined) : 'unknownKey';
    if (refusal)
      reading.refused.push({ row: at + 1, column: 'key', key: key.slice(0, 200), reason: refusal });
    seen.add(key);
    if (refusal) continue;
    for (const [place, language] of languages.entries()) {
      const entry = entries[place]?.get(key);
      if (entry) readCell(reading, { row: at + 1, language, key, entry, cell }, document, sha256);
    }
  }
  const { changes, ...report } = reading;
  const absent = [...(entries[0]?.keys() ?? [])].filter((key) => !seen.has(key)).length;
  return { ok: true, changes, report: { languages, ...report, absent } };
}

interface Reading {
  readonly changes: DraftChange[];
  readonly changed: SheetChange[];
  readonly refused: SheetRefusal[];
  unchanged: number;
}

interface Cell {
  readonly row: number;
  readonly language: Language;
  readonly key: string;
  readonly entry: TranslationEntry;
  readonly cell: (column: string) => unknown;
}

function readCell(
  reading: Reading,
  { row, language, key, entry, cell }: Cell,
  { questionnaire }: DraftDocument,
  sha256: (text: string) => string,
): void {
  const [textColumn, checkedColumn, markColumn] = languageColumns(language);
  const raw = cell(textColumn);
  if (isEmpty(raw)) return;
  const wanted = wordsOf(raw);
  const about = { row, column: textColumn, key };
  if (wanted === undefined) {
    reading.refused.push({ ...about, reason: 'notText' });
    return;
  }
  const source = wordsOf(cell(sourceColumn(questionnaire.sourceLanguage))) ?? entry.source;
  const isChecked = YES.test(wordsOf(cell(checkedColumn))?.trim() ?? '');
  const value: TranslatedText = { text: wanted, of: sha256(source), ...(isChecked && { checked: true }) };
  const mark = wordsOf(cell(markColumn));
  const isUntouched = mark === markOf(wanted, isChecked, sha256);
  const wasChecked = entry.state === 'checked';
  if (isUntouched || (entry.text?.text === wanted && (wasChecked || !isChecked))) {
    reading.unchanged += 1;
    return;
  }
  const reason = refusalOf(wanted);
  const wasChanged =
    mark !== undefined &&
    mark !== markOf(entry.text?.text, wasChecked, sha256) &&
    entry.text?.text !== wanted;
  if (reason !== undefined || wasChanged) {
    reading.refused.push({
      ...{ ...about, reason: reason ?? 'changed', wanted: wanted.slice(0, 2000) },
      ...(reason === undefined && entry.text && { found: entry.text.text }),
    });
    return;
  }
  const { part, field } = entry;
  reading.changes.push({
    ...{ op: 'translate', language, part, field, value },
    ...(entry.text && { was: entry.text }),
  });
  reading.changed.push({
    ...{ row, language, key, to: wanted, checked: isChecked, stale: value.of !== sha256(entry.source) },
    ...(entry.text && { from: entry.text.text }),
  });
}

function columnsFault(document: DraftDocument, header: readonly string[]): SheetColumnsFault | undefined {
  const source = sourceColumn(document.questionnaire.sourceLanguage);
  const languages = new Set(document.languages.flatMap(languageColumns));
  const known = new Set<string>([...SHEET_COLUMNS, source, ...languages]);
  const named = header.filter((name) => name !== '');
  const missing = ['key', source].filter((name) => !named.includes(name));
  const unknown = named.filter((name) => !known.has(name)).map((name) => name.slice(0, 80));
  const duplicate = named.filter((name, at) => known.has(name) && named.indexOf(name) !== at);
  const hasLanguage = document.languages.some((language) => named.includes(language));
  const lacking = hasLanguage ? missing : [...missing, document.languages.join(' / ')];
  return lacking.length + unknown.length + duplicate.length === 0
    ? undefined
    : { missing: lacking, unknown, duplicate };
}

function refusalOf(text: string): 'tooLong' | 'control' | undefined {
  if (!TextValue.safeParse(text).success) return 'tooLong';
  return /^(?:\P{Cc}|[\n\r\t])*$/u.test(text) ? undefined : 'control';
}

function isEmpty(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** What a cell says: spreadsheet programs make numbers and booleans of some texts. */
function wordsOf(cell: unknown): string | undefined {
  if (typeof cell === 'string') return cell.replaceAll('\r\n', '\n');
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : undefined;
}

function keyOf({ part, field }: TranslationEntry): string {
  return `${part}.${field}`;
}
