import type { DataSource } from 'typeorm';

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
  throw new Error(
    `SQLite has ${name} = ${String(found)} where ${expected} is needed: answers could be lost.`,
  );
}

async function assertPostgres(source: DataSource): Promise<void> {
  const [row] = await source.query<{ fsync: string; commits: string }[]>(
    "SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commits",
  );
  if (row?.fsync !== 'on') throw new Error('PostgreSQL has fsync switched off: answers could be lost.');
  if (row.commits === 'off') {
    throw new Error('PostgreSQL has synchronous_commit switched off: answers could be lost.');
  }
}
