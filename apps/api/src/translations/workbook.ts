import type { WorkbookFault } from '@kilim/contracts';
import { readSheet } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { unpack } from './unpack.js';

/** A workbook of translations: 5,000 texts in a dozen languages have about 20 MB unpacked. */
const MOST_UNPACKED_BYTES = 60_000_000;
const MOST_ROWS = 25_000;
const MOST_COLUMNS = 200;

/** How wide columns are, in characters: by their header, and all others. */
const WIDTHS: Readonly<Record<string, number>> = { key: 18, code: 10, text: 10, scored: 8 };
const TEXT_WIDTH = 60;
/** What spreadsheets take as the name of a sheet; of a dozen languages not all fit. */
const SHEET_NAME_LENGTH = 31;

/** The rows of a workbook's first sheet; or why it is not read. */
export type ReadWorkbook =
  | { readonly ok: true; readonly rows: readonly (readonly unknown[])[] }
  | { readonly ok: false; readonly reason: WorkbookFault };

/**
 * Writes rows of text as a workbook of one sheet. Every cell is written as text, so that none of it is ever taken for a
 * formula.
 */
export async function writeWorkbook(
  name: string,
  [header = [], ...rows]: readonly (readonly string[])[],
): Promise<Buffer> {
  const cell = (value: string) => (value === '' ? null : { value, type: String, wrap: true });
  const data = [
    header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(cell)),
  ];
  return writeXlsxFile(data, {
    sheet: sheetName(name),
    stickyRowsCount: 1,
    columns: header.map((column) => ({ width: widthOf(column) })),
  }).toBuffer();
}

/** Reads a workbook. Before its sheets are, it is seen how large it is once unpacked, and how far its cells reach. */
export async function readWorkbook(file: Buffer<ArrayBuffer>): Promise<ReadWorkbook> {
  const unpacked = await unpack(file, MOST_UNPACKED_BYTES);
  if (!unpacked.ok) return unpacked;
  const sheets = [...unpacked.parts].filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name));
  if (sheets.length === 0) return { ok: false, reason: 'unreadable' };
  if (sheets.some(([, content]) => isHuge(content.toString('latin1')))) return { ok: false, reason: 'huge' };
  try {
    return { ok: true, rows: await readSheet(file, { trim: false }) };
  } catch {
    // Whatever the reader stumbles over, it is the file: it is given nothing else.
    return { ok: false, reason: 'unreadable' };
  }
}

/** Whether a sheet names a cell further out than a translation reaches: readers make room up to the furthest one. */
function isHuge(sheet: string): boolean {
  let cells = 0;
  for (const [, columns = '', row = ''] of sheet.matchAll(/\b(?:r|ref)="(?:[A-Z]+\d+:)?([A-Z]*)(\d+)"/g)) {
    cells += 1;
    if (Number(row) > MOST_ROWS || columnOf(columns) > MOST_COLUMNS) return true;
  }
  return cells > MOST_ROWS * MOST_COLUMNS;
}

/** `A` is 1, `AA` is 27. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function sheetName(name: string): string {
  return name.length <= SHEET_NAME_LENGTH ? name : `${name.slice(0, SHEET_NAME_LENGTH - 1).trimEnd()}…`;
}

function widthOf(column: string): number {
  return WIDTHS[column] ?? (/ (checked|mark)$/.test(column) ? 10 : TEXT_WIDTH);
}
