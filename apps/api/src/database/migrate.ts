import type { DataSource } from 'typeorm';
import { CannotStart } from '../config/cannot-start.js';
import { MIGRATIONS } from './migrations/index.js';

/** Any number that nothing else in this database locks. */
const MIGRATION_LOCK = 7_316_201;

/**
 * Brings the database up to date, each migration in its own transaction. Several servers may start at once on
 * PostgreSQL: one migrates, the others wait.
 *
 * @throws when the database was written by a newer program
 */
export async function migrate(source: DataSource): Promise<void> {
  if (source.options.type !== 'postgres') return upgrade(source);
  const runner = source.createQueryRunner();
  try {
    // However long another server takes to migrate.
    await runner.query('SET lock_timeout = 0');
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await upgrade(source);
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.query('RESET lock_timeout');
    await runner.release();
  }
}

/** Whether every migration of this program has been run. */
export async function isMigrated(source: DataSource): Promise<boolean> {
  const done = await migrationsOf(source);
  return MIGRATIONS.every(({ name }) => done.includes(name));
}

async function upgrade(source: DataSource): Promise<void> {
  const known = MIGRATIONS.map(({ name }) => name);
  const unknown = (await migrationsOf(source)).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new CannotStart(
      `The database was written by a newer version of Kilim (it has ${unknown.join(', ')}): start that version.`,
    );
  }
  try {
    await source.runMigrations({ transaction: 'each' });
  } catch (cause) {
    const done = await migrationsOf(source);
    const failed = known.find((name) => !done.includes(name)) ?? '';
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CannotStart(
      `The database could not be brought up to date: ${failed} failed (${why}); what it had changed was undone.`,
      { cause },
    );
  }
}

/** Names of the migrations that the database has seen; none when it is empty. */
async function migrationsOf(source: DataSource): Promise<readonly string[]> {
  const runner = source.createQueryRunner();
  try {
    if (!(await runner.hasTable('migration'))) return [];
    const rows: readonly { name: string }[] = await runner.query('SELECT name FROM migration');
    return rows.map(({ name }) => name);
  } finally {
    await runner.release();
  }
}
