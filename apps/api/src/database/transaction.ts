import type { QueryRunner } from 'typeorm';
import type { Database } from './database.js';
import { ConnectionLost } from './unavailable.js';
import { changedTable, hasChanged, type QueryResultLike } from './written-rows.js';

/** An open transaction. */
export interface Transaction {
  readonly runner: QueryRunner;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  /** Gives the connection back. */
  release(): Promise<void>;
}

/**
 * Begins a transaction on the database's write connection, or on one of PostgreSQL's pool.
 *
 * @param onWrite called whenever a statement has changed rows, with the statement's table
 */
export async function begin(database: Database, onWrite: OnWrite): Promise<Transaction> {
  const runner = database.writer.createQueryRunner();
  watch(runner, onWrite);
  return database.kind === 'sqlite' ? beginSqlite(runner) : beginPostgres(runner);
}

async function beginSqlite(runner: QueryRunner): Promise<Transaction> {
  // Takes the write lock at once: one that begins as a reader fails when it comes to write.
  await runner.query('BEGIN IMMEDIATE');
  const active = runner as { isTransactionActive: boolean };
  // So that a save inside does not begin its own.
  active.isTransactionActive = true;
  const connection = (await runner.connect()) as { readonly inTransaction: boolean };
  const end = async (how: 'COMMIT' | 'ROLLBACK') => {
    // A full disk has ended it already.
    if (how === 'COMMIT' || connection.inTransaction) await runner.query(how);
    active.isTransactionActive = false;
  };
  return {
    runner,
    commit: () => end('COMMIT'),
    rollback: () => end('ROLLBACK'),
    release: () => runner.release(),
  };
}

async function beginPostgres(runner: QueryRunner): Promise<Transaction> {
  try {
    await runner.startTransaction();
  } catch (error) {
    await runner.release();
    throw error;
  }
  return {
    runner,
    commit: () => runner.commitTransaction(),
    rollback: async () => {
      // The driver lets go of a broken connection by itself.
      if (runner.isReleased) throw new ConnectionLost('The connection to PostgreSQL broke.');
      await runner.rollbackTransaction();
    },
    release: () => runner.release(),
  };
}

type OnWrite = (table: string) => void;

/** Whom to tell about a runner's writes: SQLite's one runner is reused, PostgreSQL's are new each time. */
const listeners = new WeakMap<QueryRunner, OnWrite>();

function watch(runner: QueryRunner, onWrite: OnWrite): void {
  const isWatched = listeners.has(runner);
  listeners.set(runner, onWrite);
  if (isWatched) return;
  const query = runner.query.bind(runner);
  const watchedQuery = async (sql: string, parameters?: unknown[], structured?: boolean) => {
    const result: QueryResultLike = await query(sql, parameters, true);
    if (hasChanged(sql, result)) listeners.get(runner)?.(changedTable(sql) ?? '');
    return structured ? result : result.raw;
  };
  runner.query = watchedQuery as typeof runner.query;
}
