import { CSV_MARK, csvLine, type HistoryEntry } from '@kilim/contracts';

const COLUMNS = [
  ...['at', 'by', 'action', 'city', 'assessmentId', 'questionId', 'from', 'to', 'quality', 'source'],
  ...['reason', 'about', 'subject', 'sequence', 'hash', 'id'],
];

/** Entries as a table. */
export async function* asCsv(entries: AsyncIterable<HistoryEntry>): AsyncGenerator<string> {
  yield CSV_MARK + csvLine(COLUMNS);
  for await (const entry of entries) yield csvLine(cellsOf(entry));
}

/** Entries of the contract, one JSON per line. */
export async function* asNdjson(entries: AsyncIterable<HistoryEntry>): AsyncGenerator<string> {
  for await (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}

function cellsOf(entry: HistoryEntry): readonly (string | number)[] {
  const { at, by, action, stream, questionId, from, to, quality, source } = entry;
  const { reason, about, subject, sequence, hash, id } = entry;
  return [
    ...[at, by?.name ?? '', action, stream.cityName ?? '', stream.assessmentId ?? '', questionId ?? ''],
    ...[
      json(from),
      json(to),
      quality ?? '',
      source ?? '',
      reason ?? '',
      about?.name ?? '',
      subject ?? '',
      sequence,
      hash,
      id,
    ],
  ];
}

/** An answer as JSON; empty where there was none. */
function json(answer: HistoryEntry['from']): string {
  return answer === undefined || answer === null ? '' : JSON.stringify(answer);
}
