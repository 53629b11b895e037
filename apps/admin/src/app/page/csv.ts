import { CSV_MARK, csvLine } from '@kilim/contracts';

/** A table as CSV, ready to be opened by a spreadsheet. */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `${CSV_MARK}${rows.map(csvLine).join('')}`;
}
