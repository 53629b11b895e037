/**
 * Reads a table that comes along as CSV (RFC 4180): the first line names the columns.
 *
 * @returns one record for each further line, by column; an empty field is an empty text
 * @throws Error when a line has more or fewer fields than there are columns
 */
export function csvRecords(text: string): readonly Readonly<Record<string, string>>[] {
  const [columns = [], ...lines] = csvLines(text);
  return lines.map((fields, at) => {
    if (fields.length !== columns.length)
      throw new Error(
        `Line ${String(at + 2)} has ${String(fields.length)} fields for ${String(columns.length)} columns.`,
      );
    return Object.fromEntries(columns.map((column, place) => [column, fields[place] ?? '']));
  });
}

/** A field with its end: in quotes, with quotes inside doubled, or bare; then a comma, the end of the line or of the text. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function csvLines(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  while (at < text.length || line.length > 0) {
    FIELD.lastIndex = at;
    const match = FIELD.exec(text);
    if (!match) throw new Error(`What stands at character ${String(at)} is no field.`);
    const [whole, quoted, bare = '', end] = match;
    line.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}
