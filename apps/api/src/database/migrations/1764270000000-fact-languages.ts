import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, text } from './table-parts.js';

/** A figure about a city is told in several languages. */
export class FactLanguages1764270000000 implements MigrationInterface {
  readonly name = 'FactLanguages1764270000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'city_fact', text('translations'));
  }

  down(): Promise<void> {
    throw new Error('Restore a backup from before instead.');
  }
}
