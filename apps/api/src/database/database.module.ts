import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { openDatabase, placeOf } from './data-source.js';
import { Database } from './database.js';
import { Reads } from './reads.js';
import { UnitOfWork } from './unit-of-work.js';

/** Opens the database once; everybody writes through `UnitOfWork` and reads through `Reads`. */
@Global()
@Module({
  providers: [
    {
      provide: Database,
      inject: [Settings],
      useFactory: (settings: Settings) => openDatabase(placeOf(settings)),
    },
    UnitOfWork,
    Reads,
  ],
  exports: [Database, UnitOfWork, Reads],
})
export class DatabaseModule {}
