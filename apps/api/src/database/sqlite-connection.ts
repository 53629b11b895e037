import type { DataSource } from 'typeorm';
import type { RawRow } from './row-shape.js';

/** What of a prepared statement of better-sqlite3 is used here. */
export interface SqliteStatement {
  get(...parameters: unknown[]): RawRow | undefined;
  run(...parameters: unknown[]): unknown;
}

/** What of a connection of better-sqlite3 is used here. */
export interface SqliteConnection {
  prepare(sql: string): SqliteStatement;
  /** Wraps work in a transaction; `immediate` takes the write lock at once and runs it. */
  transaction<Result>(work: () => Result): { immediate(): Result };
}

/** The connection behind a data source on SQLite: for work that must not pause, which TypeORM's does at every statement. */
export function sqliteConnectionOf(source: DataSource): SqliteConnection {
  return (source.driver as unknown as { readonly databaseConnection: SqliteConnection }).databaseConnection;
}
