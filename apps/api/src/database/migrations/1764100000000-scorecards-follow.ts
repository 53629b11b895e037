import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, hash, instant, integer, json, key, word } from './table-parts.js';

/** Scorecards say up to which entry they were computed. They are a projection, so those that do not are computed anew. */
export class ScorecardsFollow1764100000000 implements MigrationInterface {
  readonly name = 'ScorecardsFollow1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.dropTable('scorecard');
    await createTable(
      runner,
      'scorecard',
      [
        key('assessment_id'),
        key('basis', 10),
        integer('sequence'),
        json('numbers'),
        hash('input_hash'),
        word('engine_version', 40),
        instant('computed_at'),
      ],
      { references: { assessment_id: 'assessment' } },
    );
  }

  down(): Promise<void> {
    throw new Error('Restore a backup from before instead.');
  }
}
