import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, integer } from './table-parts.js';

/**
 * Versions have the places in the record at which they were published. They stood in the order of times, which come from
 * the clocks of the servers that published them; those that are there already keep that order, before all that follow.
 */
export class VersionOrder1764320000000 implements MigrationInterface {
  readonly name = 'VersionOrder1764320000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'questionnaire_version', integer('sequence'));
  }

  down(): Promise<void> {
    throw new Error('Restore a backup from before instead.');
  }
}
