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
 * What is done in a transaction. Statements are answered in the order in which they were sent, and those that don't need
 * each other's answers are sent one behind the other without waiting: what counts is how often one waits for the way to
 * the server and back.
 *
 * @param begun resolves when the transaction has begun: nothing may be written before
 * @returns the result, and when everything that was sent has been done
 */
export type PipelinedWork<Result> = (
  client: PostgresClient,
  begun: Promise<unknown>,
) => Promise<{ readonly result: Result; readonly done: Promise<unknown> }>;

/**
 * Runs work in a transaction of its own on a connection of the pool, for statements that TypeORM can't express.
 *
 * @param runner of an open unit of work: then the work is a part of that
 */
export async function inPostgres<Result>(
  source: DataSource,
  runner: QueryRunner | undefined,
  work: PipelinedWork<Result>,
): Promise<Result> {
  if (runner) {
    const { result, done } = await work((await runner.connect()) as PostgresClient, Promise.resolve());
    await done;
    return result;
  }
  const { master } = source.driver as unknown as { readonly master: { connect(): Promise<PooledClient> } };
  const client = await master.connect();
  client.on('error', failsItsQuery);
  let broken: Error | undefined;
  try {
    const { result, done } = await work(client, client.query('BEGIN'));
    // When something of it failed, PostgreSQL undoes it instead: `done` says so.
    await Promise.all([done, client.query('COMMIT')]);
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
