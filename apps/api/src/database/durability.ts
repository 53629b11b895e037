import type { DataSource } from 'typeorm';
import { CannotStart } from '../config/cannot-start.js';

/**
 * Makes sure that an acknowledged write survives a power cut, and that the database keeps its own rules.
 *
 * @throws with a sentence that names the setting
 */
export async function assertDurable(source: DataSource): Promise<void> {
  if (source.options.type === 'postgres') await assertPostgres(source);
  else await assertSqlite(source);
}

async function assertSqlite(source: DataSource): Promise<void> {
  await expectPragma(source, 'journal_mode', 'wal');
  await expectPragma(source, 'synchronous', 2);
  await expectPragma(source, 'foreign_keys', 1);
  await expectPragma(source, 'busy_timeout', 5000);
}

async function expectPragma(source: DataSource, name: string, expected: string | number): Promise<void> {
  const [row] = await source.query<Record<string, string | number>[]>(`PRAGMA ${name}`);
  const found = Object.values(row ?? {})[0];
  if (found === expected) return;
  throw new CannotStart(
    `SQLite has ${name} = ${String(found)} where ${expected} is needed: answers could be lost.`,
  );
}

async function assertPostgres(source: DataSource): Promise<void> {
  const [row] = await source.query<{ fsync: string; commits: string }[]>(
    "SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commits",
  );
  if (row?.fsync !== 'on') throw switchedOff('fsync');
  if (row.commits === 'off') throw switchedOff('synchronous_commit');
}

function switchedOff(setting: string): CannotStart {
  return new CannotStart(`PostgreSQL has ${setting} switched off, so answers could be lost: switch it on.`);
}
