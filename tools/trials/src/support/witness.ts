import path from 'node:path';
import { expect } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import type { Place } from '../../../../apps/api/test/support/place.js';
import { operate } from '../../../../apps/api/test/support/server-process.js';
import type { Acknowledged } from './answering.js';

interface StoredRow {
  readonly id: string;
  readonly save_id: string;
  readonly assessment_id: string;
  readonly question_id: string;
  readonly revision: number;
  readonly body: string;
}

const EVENTS = `SELECT e.id, e.save_id, e.assessment_id, e.question_id, e.revision, c.body
  FROM answer_event e JOIN personal_content c ON c.owner_id = e.id`;

/**
 * Looks at the database itself, past the server, whether everything that was acknowledged is there: each under its save
 * id, once, with its value and revision; then whether the database is sound, every chain unbroken and every projection
 * what the record gives.
 *
 * @returns how many events there are
 */
export async function expectNothingLost(
  place: Place,
  acknowledged: readonly Acknowledged[],
): Promise<number> {
  const rows = await query<StoredRow>(place, EVENTS);
  const stored = new Map(rows.map((row) => [row.save_id, row]));
  // No save took effect twice, whatever was repeated.
  expect(stored.size).toBe(rows.length);
  const lost = acknowledged.filter(({ saveId, eventId, revision, value }) => {
    const row = stored.get(saveId);
    return row?.id !== eventId || row.revision !== revision || valueOf(row.body) !== JSON.stringify(value);
  });
  expect(lost).toEqual([]);
  if (place.url === undefined)
    expect(await query(place, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  for (const command of ['verify-audit', 'rebuild'])
    expect({ command, ...(await operate(place, command)) }).toMatchObject({ command, code: 0 });
  return rows.length;
}

/** Asks the database, not the server. */
export async function query<Row>(
  { folder, url }: Pick<Place, 'folder' | 'url'>,
  sql: string,
): Promise<Row[]> {
  if (url === undefined) {
    const database = new Sqlite(path.join(folder, 'kilim.sqlite'));
    try {
      return database.prepare(sql).all() as Row[];
    } finally {
      database.close();
    }
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

function valueOf(body: string): string {
  const { answer } = JSON.parse(body) as { readonly answer: { readonly value?: unknown } | null };
  return JSON.stringify(answer?.value ?? null);
}
