/**
 * Where a spreadsheet would take what follows for a formula: at the beginning, and, where its country splits at
 * semicolons and knows no quotes behind a comma, after each of them and in each line.
 */
const FORMULA = /(?<=^|[;\t\r\n])(?=[=+\-@＝＋－＠])|^(?=[\t\r])/g;

/** The mark that makes spreadsheets read a file as UTF-8; stands before the first line. */
export const CSV_MARK = '\ufeff';

/**
 * A line of a table as CSV (RFC 4180), with its end. Text that a spreadsheet would run as a formula gets an apostrophe in
 * front; numbers stay numbers.
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = value.replace(FORMULA, "'");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
