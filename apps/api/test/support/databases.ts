import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe } from '@jest/globals';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { DatabasePlace } from '../../src/database/place.js';
import type { DatabaseKind } from '../../src/database/database.js';

/** An empty database of one suite. */
export interface TestDatabase {
  readonly place: DatabasePlace;
  /** A folder that is removed with it. */
  readonly folder: string;
  remove(): Promise<void>;
}

/** Makes an empty database. */
export type MakeDatabase = () => Promise<TestDatabase>;

/** Says the same of SQLite and of PostgreSQL. */
export function describeOnBothDatabases(
  name: string,
  claims: (make: MakeDatabase, kind: DatabaseKind) => void,
): void {
  describe.each<[DatabaseKind, MakeDatabase]>([
    ['sqlite', makeSqlite],
    ['postgres', makePostgres],
  ])(`${name} (%s)`, (kind, make) => {
    claims(make, kind);
  });
}

/** SQLite in a folder of its own. */
export async function makeSqlite(): Promise<TestDatabase> {
  const folder = await makeFolder();
  return {
    place: { kind: 'sqlite', file: path.join(folder, 'kilim.sqlite') },
    folder,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A database of its own on the run's server. */
export async function makePostgres(): Promise<TestDatabase> {
  const server = process.env['KILIM_TEST_POSTGRES_URL'];
  if (server === undefined) throw new Error('Run the tests through jest.config.js: it starts PostgreSQL.');
  const folder = await makeFolder();
  const name = `kilim_${uuidv7().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    place: { kind: 'postgres', url: url.href },
    folder,
    remove: async () => {
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function makeFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'kilim-api-'));
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
