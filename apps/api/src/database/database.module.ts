import { Global, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Settings } from '../config/settings.js';
import { openSources, readerOptions, writerOptions } from './data-source.js';
import { Commits } from './commits.js';
import { Database } from './database.js';
import { Notices } from './notices.js';
import { placeOf } from './place.js';
import { Reads } from './reads.js';
import { UnitOfWork } from './unit-of-work.js';

const WRITER = 'writer';
const READER = 'reader';

/** They are opened together, in order, by {@link openSources}: a failure is then one sentence, without retries. */
const OPENED_BY_US = { manualInitialization: true };

/** Opens the database once; everybody writes through `UnitOfWork` and reads through `Reads`. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      name: WRITER,
      inject: [Settings],
      useFactory: (settings: Settings) => ({ ...writerOptions(placeOf(settings)), ...OPENED_BY_US }),
    }),
    TypeOrmModule.forRootAsync({
      name: READER,
      inject: [Settings],
      useFactory: (settings: Settings) => ({ ...readerOptions(placeOf(settings)), ...OPENED_BY_US }),
    }),
  ],
  providers: [
    {
      provide: Database,
      inject: [Settings, getDataSourceToken(WRITER), getDataSourceToken(READER)],
      useFactory: (settings: Settings, writer: DataSource, reader: DataSource) =>
        openSources(placeOf(settings), writer, reader),
    },
    Commits,
    Notices,
    UnitOfWork,
    Reads,
  ],
  exports: [Commits, Notices, Database, UnitOfWork, Reads],
})
export class DatabaseModule {}
