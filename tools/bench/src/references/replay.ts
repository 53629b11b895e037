import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { DataSource } from 'typeorm';
import type { Database } from '../../../../apps/api/src/database/database.js';
import { writerOptions } from '../../../../apps/api/src/database/data-source.js';
import { sqliteConnectionOf } from '../../../../apps/api/src/database/sqlite-connection.js';

const WAYS = ['all', 'get', 'run'] as const;

/** What of a prepared statement of better-sqlite3 is used here, by the ways in which one is run. */
type Statement = Record<(typeof WAYS)[number], (...parameters: unknown[]) => unknown> & {
  readonly source: string;
  readonly database: Connection;
};

interface Connection {
  prepare(sql: string): Statement;
  exec(sql: string): void;
}

/** One statement as it was run. */
interface Ran {
  readonly sql: string;
  readonly way: (typeof WAYS)[number];
  readonly parameters: readonly unknown[];
}

/** Everything that some work had SQLite do, and what came of it. */
export interface Recording<Result> {
  readonly result: Result;
  readonly statements: readonly Ran[];
  /** A copy of the database from before the work. */
  readonly file: string;
}

/** Does some work and writes down what it has the writing connection do, from `BEGIN` to `COMMIT`. */
export async function recorded<Result>(
  database: Database,
  folder: string,
  work: () => Promise<Result>,
): Promise<Recording<Result>> {
  const connection = sqliteConnectionOf(database.writer) as unknown as Connection;
  const file = path.join(mkdtempSync(path.join(folder, 'recorded-')), 'before.sqlite');
  connection.exec(`VACUUM INTO '${file}'`);
  const statements: Ran[] = [];
  // Of all statements, those that were prepared long ago as well.
  const prototype = Object.getPrototypeOf(connection.prepare('SELECT 1')) as Statement;
  const { all, get, run } = prototype;
  const originals = { all, get, run };
  for (const way of WAYS) {
    prototype[way] = function (this: Statement, ...parameters) {
      if (this.database === connection) statements.push({ sql: this.source, way, parameters });
      return originals[way].apply(this, parameters);
    };
  }
  try {
    return { result: await work(), statements, file };
  } finally {
    Object.assign(prototype, originals);
  }
}

/**
 * Runs recorded statements again, one after the other, on a connection like ours: the very same rows, pages and waits
 * for the disk, and nothing decided, chained or told. Once: it changes the recording's database.
 *
 * @returns how long it took, in milliseconds
 */
export async function replayed({ statements, file }: Recording<unknown>): Promise<number> {
  const source = await new DataSource(writerOptions({ kind: 'sqlite', file })).initialize();
  try {
    const connection = sqliteConnectionOf(source) as unknown as Connection;
    const prepared = new Map(statements.map(({ sql }) => [sql, connection.prepare(sql)]));
    const began = performance.now();
    for (const { sql, way, parameters } of statements) prepared.get(sql)?.[way](...parameters);
    return performance.now() - began;
  } finally {
    await source.destroy();
  }
}
