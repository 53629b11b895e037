import type { Speech } from '../language/speech';

/** A cell: numbers stay numbers, for whoever takes the table into a spreadsheet. Undefined: there is nothing. */
export type DataCell = string | number | undefined;

/** What stands below one head. */
export interface DataColumn {
  readonly words: string;
  readonly isNumber?: boolean;
  /** How its figures are written for a reader, where it is not as any number: with a sign, to a fixed place. */
  readonly show?: (figure: number) => string;
}

/** The data of a chart as a table; the first column names the line. */
export interface DataTable {
  readonly columns: readonly DataColumn[];
  readonly rows: readonly (readonly DataCell[])[];
}

/** As a spreadsheet takes it: the head, then the lines. */
export function sheetOf({ columns, rows }: DataTable): readonly (readonly (string | number)[])[] {
  return [columns.map(({ words }) => words), ...rows.map((row) => row.map((cell) => cell ?? ''))];
}

/** A cell as it is read: numbers as the reader writes them; only files take them as they are. */
export function cellWords(cell: DataCell, column: DataColumn | undefined, say: Speech): string {
  if (cell === undefined) return '–';
  if (typeof cell === 'string') return cell;
  return column?.show ? column.show(cell) : say.number(cell);
}
