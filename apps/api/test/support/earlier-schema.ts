import { DataSource } from 'typeorm';
import { writerOptions } from '../../src/database/data-source.js';
import { migrate } from '../../src/database/migrate.js';
import { MIGRATIONS } from '../../src/database/migrations/index.js';
import type { TestDatabase } from './databases.js';

/** Writes to a database as it was before a migration, which opening it then runs. */
export async function givenBefore(
  { place }: TestDatabase,
  migration: string,
  write: (source: DataSource) => Promise<void>,
): Promise<void> {
  const known = MIGRATIONS.findIndex(({ name }) => name.startsWith(migration));
  const options = { ...writerOptions(place), migrations: MIGRATIONS.slice(0, known) };
  const source = await new DataSource(options).initialize();
  await migrate(source);
  await write(source);
  await source.destroy();
}
