import type { DataSource, QueryRunner } from 'typeorm';
import { ConnectionLost } from './unavailable.js';
import type { RawRow } from './row-shape.js';

/** What of a connection of node-postgres is used here. */
export interface PostgresClient {
  query(statement: string | PostgresStatement): Promise<{ readonly rows: readonly RawRow[] }>;
}

/** A statement that PostgreSQL plans once and keeps under its name. */
export interface PostgresStatement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

interface PooledClient extends PostgresClient {
  /** Gives the connection back; after an error it is thrown away. */
  release(error?: Error): void;
  on(event: 'error', listener: () => void): void;
  off(event: 'error', listener: () => void): void;
}

/**
 * Runs work in a transaction of its own on a connection of the pool, for statements that TypeORM can't express.
 *
 * @param runner of an open unit of work: then the work is a part of that
 */
export async function inPostgres<Result>(
  source: DataSource,
  runner: QueryRunner | undefined,
  work: (client: PostgresClient) => Promise<Result>,
): Promise<Result> {
  if (runner) return work((await runner.connect()) as PostgresClient);
  const { master } = source.driver as unknown as { readonly master: { connect(): Promise<PooledClient> } };
  const client = await master.connect();
  client.on('error', failsItsQuery);
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    broken = await rollback(client);
    throw broken === undefined
      ? error
      : new ConnectionLost('The connection to PostgreSQL broke.', { cause: error });
  } finally {
    client.off('error', failsItsQuery);
    client.release(broken);
  }
}

/** A connection that breaks says so beside failing its query; nobody listening would end the process. */
function failsItsQuery(): void {}

/** Undoes a transaction; answers why it could not, in which case the server undoes it when it sees the connection gone. */
async function rollback(client: PostgresClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
