import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { CannotStart } from '../src/config/cannot-start.js';
import { openDatabase, openSources, readerOptions, writerOptions } from '../src/database/data-source.js';
import type { Database } from '../src/database/database.js';
import type { DatabasePlace } from '../src/database/place.js';
import {
  describeOnBothDatabases,
  type MakeDatabase,
  makePostgres,
  makeSqlite,
  type TestDatabase,
} from './support/databases.js';

/** A database of each test; what is opened in vain leaves nothing behind. */
function fresh(make: MakeDatabase): () => TestDatabase {
  let testDatabase: TestDatabase;
  beforeEach(async () => {
    testDatabase = await make();
  });
  afterEach(() => testDatabase.remove());
  return () => testDatabase;
}

/** The one sentence that refuses to open a database. */
async function refusal(place: DatabasePlace, open = openDatabase): Promise<string> {
  const error: unknown = await open(place).then(
    (database) => database.close(),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(CannotStart);
  const { message } = error as CannotStart;
  expect(message).toMatch(/^[^\n]+[.?]$/);
  return message;
}

/** Opens a SQLite file as `openDatabase` does, but hardly waits for whoever holds it. */
function withoutPatience(place: DatabasePlace): Promise<Database> {
  const writer = { ...writerOptions(place), timeout: 50 } as DataSourceOptions;
  return openSources(place, new DataSource(writer), new DataSource(readerOptions(place)));
}

/** Runs SQL on a database that Kilim has not opened. */
async function run({ place }: TestDatabase, ...statements: readonly string[]): Promise<void> {
  if (place.kind === 'sqlite') {
    const connection = new Sqlite(place.file);
    for (const sql of statements) connection.exec(sql);
    connection.close();
    return;
  }
  const client = new pg.Client({ connectionString: place.url });
  await client.connect();
  for (const sql of statements) await client.query(sql);
  await client.end();
}

/** The same database under another address. */
function elsewhere(place: DatabasePlace, change: (url: URL) => void): DatabasePlace {
  if (place.kind === 'sqlite') throw new Error('A file has no address.');
  const url = new URL(place.url);
  change(url);
  return { kind: 'postgres', url: url.href };
}

describeOnBothDatabases('a database is refused in one sentence', (make) => {
  const database = fresh(make);

  test('when a newer program has written it', async () => {
    const { place } = database();
    await (await openDatabase(place)).close();
    await run(
      database(),
      "INSERT INTO migration (timestamp, name) VALUES (9999999999999, 'Later9999999999999')",
    );
    expect(await refusal(place)).toBe(
      'The database was written by a newer version of Kilim (it has Later9999999999999): start that version.',
    );
  });

  test('when a migration fails, and what that one had changed is undone', async () => {
    await run(database(), 'CREATE TABLE membership (whatever INTEGER)');
    const sentence = await refusal(database().place);
    expect(sentence).toMatch(
      /^The database could not be brought up to date: First\d+ failed \(.*membership.*\)/,
    );
    await run(database(), 'DROP TABLE membership');
    await (await openDatabase(database().place)).close();
  });
});

describe('a PostgreSQL is refused in one sentence, which never repeats the password', () => {
  const database = fresh(makePostgres);
  const refused = async (change: (url: URL) => void) => {
    const sentence = await refusal(elsewhere(database().place, change));
    expect(sentence).not.toMatch(/kilim:kilim|never-to-be-seen/);
    return sentence;
  };

  test('when nobody answers there', async () => {
    // The discard port: nothing listens there.
    const sentence = await refused((url) => Object.assign(url, { port: '9', password: 'never-to-be-seen' }));
    expect(sentence).toBe(
      'The PostgreSQL at 127.0.0.1:9, which DATABASE_URL names, can not be reached (ECONNREFUSED): is it running?',
    );
  });

  test('when it does not know the user or the password', async () => {
    expect(await refused((url) => Object.assign(url, { password: 'never-to-be-seen' }))).toContain(
      'refuses the user kilim or the password',
    );
  });

  test('when it has no such database', async () => {
    expect(await refused((url) => Object.assign(url, { pathname: '/kilim_nowhere' }))).toContain(
      'has no database kilim_nowhere: make it with CREATE DATABASE',
    );
  });

  test('when the user may not make tables', async () => {
    const role = `r${new URL((database().place as { url: string }).url).pathname.slice(-12)}`;
    await run(database(), `CREATE ROLE ${role} LOGIN PASSWORD 'never-to-be-seen'`);
    const sentence = await refused((url) =>
      Object.assign(url, { username: role, password: 'never-to-be-seen' }),
    );
    expect(sentence).toContain(`does not let ${role} change the database`);
    await run(database(), `DROP ROLE ${role}`);
  });

  test('when it would lose answers in a power cut', async () => {
    const name = new URL((database().place as { url: string }).url).pathname.slice(1);
    await run(database(), `ALTER DATABASE ${name} SET synchronous_commit = off`);
    expect(await refusal(database().place)).toBe(
      'PostgreSQL has synchronous_commit switched off, so answers could be lost: switch it on.',
    );
  });
});

describe('an SQLite database is refused in one sentence', () => {
  const database = fresh(makeSqlite);
  const file = () => (database().place as { file: string }).file;

  test('when the file is something else', async () => {
    await writeFile(file(), 'Dear diary, '.repeat(100));
    expect(await refusal(database().place)).toBe(
      `${file()} is no database, or a damaged one: restore a backup, or move it away to begin with an empty one.`,
    );
  });

  test('when there is a folder in its place', async () => {
    const place: DatabasePlace = { kind: 'sqlite', file: path.dirname(file()) };
    expect(await refusal(place)).toContain('can not be written: check who owns it');
  });

  test('when another program holds it', async () => {
    const holder = new Sqlite(file());
    holder.exec('CREATE TABLE held (a INTEGER); BEGIN EXCLUSIVE');
    expect(await refusal(database().place, withoutPatience)).toBe(
      `Another program holds the database ${file()}: stop that one first.`,
    );
    holder.close();
  });
});
