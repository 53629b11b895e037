import { DataSource, type DataSourceOptions } from 'typeorm';
import { Database } from './database.js';
import { assertDurable } from './durability.js';
import { ENTITIES } from './entities.js';
import { migrate } from './migrate.js';
import { MIGRATIONS } from './migrations/index.js';
import { SnakeNaming } from './naming.js';
import { NoLog } from './no-log.js';
import { openingFailure } from './opening-failure.js';
import type { DatabasePlace } from './place.js';

/** How long a statement waits for another process that holds the SQLite file. */
const BUSY_TIMEOUT_MS = 5000;
/**
 * Pages in SQLite's write-ahead log after which they are carried over into the database: 32 MB. Pages that are written
 * again and again, as those of indices are, are then carried over once for many times.
 */
const CHECKPOINT_PAGES = 8000;
/** What is left of the log after it was carried over. */
const LARGEST_LOG_BYTES = 64 * 1024 * 1024;
/** Connections to PostgreSQL at most, for writing and for reading each. */
const POOL_SIZE = 10;
/** How long a connection to PostgreSQL may take to be made. */
export const CONNECT_WITHIN_MS = 10_000;

/**
 * Opens the database, brings it up to date and makes sure that what it acknowledges is on the disk.
 *
 * @throws when it can't be reached, was written by a newer program, or would lose writes in a power cut
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  return openSources(place, new DataSource(writerOptions(place)), new DataSource(readerOptions(place)));
}

/** The same with data sources that somebody else made and nobody has opened yet. The writer goes first: it makes the file. */
export async function openSources(
  place: DatabasePlace,
  writer: DataSource,
  reader: DataSource,
): Promise<Database> {
  try {
    await writer.initialize();
    collateAsBytes(writer);
    await migrate(writer);
    await assertDurable(writer);
    return new Database(place.kind, writer, await reader.initialize());
  } catch (error) {
    if (writer.isInitialized) await writer.destroy();
    throw openingFailure(place, error);
  }
}

/** How the connection (SQLite) or pool (PostgreSQL) for writing is made. */
export function writerOptions(place: DatabasePlace): DataSourceOptions {
  return place.kind === 'sqlite' ? sqliteWriter(place.file) : postgresPool(place.url, WRITING);
}

/** How the connection or pool for reading is made; writing through it fails. */
export function readerOptions(place: DatabasePlace): DataSourceOptions {
  return place.kind === 'sqlite' ? sqliteReader(place.file) : postgresPool(place.url, READ_ONLY);
}

/**
 * How PostgreSQL is written to. Statements are sent without waiting for the answer to the one before: see `inPostgres`.
 * Nobody waits for ever for rows that somebody else holds: a statement gives up, and a transaction whose program does
 * nothing any more, since its machine lost power or the network broke, is undone.
 */
const WRITING = { pipeline: true, lock_timeout: 3000, idle_in_transaction_session_timeout: 30_000 };
/** What tells PostgreSQL that a connection's transactions only read. */
const READ_ONLY = { options: '-c default_transaction_read_only=on' };

const ALIKE = {
  entities: ENTITIES,
  migrations: MIGRATIONS,
  migrationsTableName: 'migration',
  namingStrategy: new SnakeNaming(),
  synchronize: false,
  logging: false,
  // A migration that fails is said by whoever opens the database.
  logger: new NoLog(),
} satisfies Partial<DataSourceOptions>;

function sqliteWriter(file: string): DataSourceOptions {
  return {
    ...ALIKE,
    type: 'better-sqlite3',
    database: file,
    timeout: BUSY_TIMEOUT_MS,
    enableWAL: true,
    prepareDatabase: (connection: SqliteConnection) => {
      connection.pragma('synchronous = FULL');
      connection.pragma(`wal_autocheckpoint = ${String(CHECKPOINT_PAGES)}`);
      connection.pragma(`journal_size_limit = ${String(LARGEST_LOG_BYTES)}`);
    },
  };
}

function sqliteReader(file: string): DataSourceOptions {
  return {
    ...ALIKE,
    type: 'better-sqlite3',
    database: file,
    readonly: true,
    fileMustExist: true,
    timeout: BUSY_TIMEOUT_MS,
  };
}

function postgresPool(url: string, extra: Readonly<Record<string, unknown>>): DataSourceOptions {
  return {
    ...ALIKE,
    type: 'postgres',
    url,
    extra,
    poolSize: POOL_SIZE,
    connectTimeoutMS: CONNECT_WITHIN_MS,
    // An idle connection that the server closes is replaced by the pool; a busy one fails its own query.
    poolErrorHandler: () => undefined,
  };
}

/** Words sort by their bytes on both databases. Told here, since SQLite knows no collation of that name. */
function collateAsBytes(source: DataSource): void {
  if (source.options.type !== 'postgres') return;
  const columns = source.entityMetadatas.flatMap((entity) => entity.columns);
  for (const column of columns) {
    if (column.type === 'varchar' || column.type === 'text' || column.type === 'simple-json') {
      column.collation = 'C';
    }
  }
}

/** What of better-sqlite3's connection is used here. */
interface SqliteConnection {
  pragma(source: string): unknown;
}
