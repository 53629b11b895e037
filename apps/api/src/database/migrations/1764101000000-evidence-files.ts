import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, hash, instant, integer, key, optional, uuid, word } from './table-parts.js';

/** Files that belong to pieces of evidence, or wait to. */
export class EvidenceFiles1764101000000 implements MigrationInterface {
  readonly name = 'EvidenceFiles1764101000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'evidence_file',
      [
        key('assessment_id'),
        key('id'),
        optional(uuid('evidence_id')),
        word('name', 150),
        word('type', 100),
        integer('bytes'),
        hash('sha256'),
        uuid('storage_key'),
        instant('sent_at'),
        optional(uuid('sent_by')),
      ],
      { index: [['evidence_id']], references: { assessment_id: 'assessment', evidence_id: 'evidence' } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('evidence_file');
  }
}
