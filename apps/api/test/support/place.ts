import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatabaseKind } from '../../src/database/database.js';
import { OwnPostgres } from './own-postgres.js';

/** Where a program keeps its data while it is measured or tried: a folder, and a database. */
export interface Place {
  readonly folder: string;
  /** Of PostgreSQL; undefined: SQLite, a file in the folder. */
  readonly url: string | undefined;
  /** The server behind the address, there only with it. */
  readonly postgres: OwnPostgres | undefined;
}

/**
 * Gives work an empty place, and removes it afterwards.
 *
 * @param below where all of its files lie
 */
export async function inPlace<T>(
  kind: DatabaseKind,
  work: (place: Place) => Promise<T>,
  below = tmpdir(),
): Promise<T> {
  const folder = await mkdtemp(path.join(below, 'kilim-place-'));
  const postgres = kind === 'postgres' ? await OwnPostgres.start(below) : undefined;
  try {
    await postgres?.createDatabase('ours');
    return await work({ folder, url: postgres?.url('ours'), postgres });
  } finally {
    await postgres?.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Makes another database at a place, so that two programs don't share one. */
export async function beside({ folder, postgres }: Place, name: string): Promise<Place> {
  await postgres?.createDatabase(name);
  return { folder: path.join(folder, name), url: postgres?.url(name), postgres };
}
