import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardAppendOnly } from '../triggers.js';
import { addColumn, createTable, instant, integer, json, key, optional, uuid, word } from './table-parts.js';

/** What experts ask cities, and which answers are open because of it. */
export class Clarifications1764230000000 implements MigrationInterface {
  readonly name = 'Clarifications1764230000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'clarification_event',
      [
        key(),
        uuid('assessment_id'),
        uuid('clarification_id'),
        word('question_id', 40),
        uuid('instance_id'),
        integer('sequence'),
        word('kind', 10),
        optional(word('due_on', 10)),
        instant('at'),
      ],
      {
        unique: [['assessment_id', 'sequence']],
        index: [['clarification_id']],
        references: { assessment_id: 'assessment' },
      },
    );
    await guardAppendOnly(runner, 'clarification_event');
    await addColumn(runner, 'assessment', json('open_questions'));
  }

  down(): Promise<void> {
    throw new Error('Restore a backup from before instead.');
  }
}
