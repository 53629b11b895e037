import type { FactoryProvider } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { PostgresSavesRepository } from './postgres-saves.repository.js';
import { SavesRepository } from './saves.repository.js';
import { SqliteSavesRepository } from './sqlite-saves.repository.js';

/** Stores saves in the way of the database that is open. */
export const provideSaves: FactoryProvider<SavesRepository> = {
  provide: SavesRepository,
  inject: [Database, UnitOfWork],
  useFactory: (database: Database, unit: UnitOfWork) =>
    database.kind === 'sqlite'
      ? new SqliteSavesRepository(database, unit)
      : new PostgresSavesRepository(database, unit),
};
