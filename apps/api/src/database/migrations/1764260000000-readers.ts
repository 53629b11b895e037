import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, word } from './table-parts.js';

/** An expert verifies as the first or as the second reader. */
export class Readers1764260000000 implements MigrationInterface {
  readonly name = 'Readers1764260000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'membership', word('reader', 10));
  }

  down(): Promise<void> {
    throw new Error('Restore a backup from before instead.');
  }
}
