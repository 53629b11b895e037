/** A cell: numbers stay numbers, for whoever takes the table into a spreadsheet. Undefined: there is nothing. */
export type DataCell = string | number | undefined;

/** The data of a chart as a table; the first column names the line. */
export interface DataTable {
  readonly columns: readonly { readonly words: string; readonly isNumber?: boolean }[];
  readonly rows: readonly (readonly DataCell[])[];
}

/** As a spreadsheet takes it: the head, then the lines. */
export function sheetOf({ columns, rows }: DataTable): readonly (readonly (string | number)[])[] {
  return [columns.map(({ words }) => words), ...rows.map((row) => row.map((cell) => cell ?? ''))];
}
