import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardAppendOnly } from '../triggers.js';
import { createTable, hash, instant, integer, json, key, optional, uuid, word } from './table-parts.js';

/** From a draft to a version: change reports, their signatures, where versions come from, and their retirement. */
export class Publishing1764220000000 implements MigrationInterface {
  readonly name = 'Publishing1764220000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'change_report',
      [
        ...[key(), uuid('draft_id'), integer('revision'), uuid('against_id'), json('content'), hash('hash')],
        ...[instant('made_at'), optional(uuid('made_by'))],
      ],
      {
        index: [['draft_id']],
        references: { draft_id: 'draft', against_id: 'questionnaire_version' },
      },
    );
    await createTable(
      runner,
      'report_signature',
      [key(), uuid('report_id'), instant('at'), optional(uuid('signed_by'))],
      { unique: [['report_id']], references: { report_id: 'change_report' } },
    );
    await createTable(
      runner,
      'version_origin',
      [
        ...[key('version_id'), uuid('draft_id'), integer('revision')],
        ...[optional(uuid('report_id')), json('accepted')],
      ],
      {
        references: {
          version_id: 'questionnaire_version',
          draft_id: 'draft',
          report_id: 'change_report',
        },
      },
    );
    await createTable(
      runner,
      'version_retirement',
      [key(), uuid('version_id'), word('kind', 10), instant('at')],
      { index: [['version_id']], references: { version_id: 'questionnaire_version' } },
    );
    for (const table of ['change_report', 'report_signature', 'version_origin', 'version_retirement'])
      await guardAppendOnly(runner, table);
  }

  down(): Promise<void> {
    throw new Error('Restore a backup from before instead.');
  }
}
