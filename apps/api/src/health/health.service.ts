import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../database/database.js';
import { isMigrated } from '../database/migrate.js';

/** Whether the server can do its work. */
@Injectable()
export class Health {
  readonly #log = new Logger(Health.name);

  constructor(private readonly database: Database) {}

  /** The database answers, for reading and for writing, and all migrations have been run. */
  async isReady(): Promise<boolean> {
    try {
      await this.database.ping();
      return await isMigrated(this.database.reader);
    } catch (error) {
      this.#log.warn(
        `The database does not answer: ${error instanceof Error ? error.message : String(error)}`,
      );
      return false;
    }
  }
}
