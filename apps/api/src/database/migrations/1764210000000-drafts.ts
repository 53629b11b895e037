import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardAppendOnly } from '../triggers.js';
import { createTable, hash, instant, integer, json, key, optional, uuid, word } from './table-parts.js';

/** Versions while they are being written: drafts, their steps, and how they were after some of them. */
export class Drafts1764210000000 implements MigrationInterface {
  readonly name = 'Drafts1764210000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'draft',
      [
        ...[key(), uuid('programme_id'), integer('revision')],
        ...[word('code', 200), word('version', 200), word('title', 200), optional(uuid('based_on_id'))],
        ...[instant('created_at'), optional(uuid('created_by'))],
        ...[instant('changed_at'), optional(uuid('changed_by'))],
        ...[optional(instant('discarded_at')), optional(uuid('version_id'))],
      ],
      {
        index: [['programme_id']],
        references: {
          programme_id: 'programme',
          based_on_id: 'questionnaire_version',
          version_id: 'questionnaire_version',
        },
      },
    );
    await createTable(
      runner,
      'draft_step',
      [
        ...[key(), uuid('draft_id'), integer('revision'), uuid('change_id'), word('kind', 10)],
        ...[optional(integer('of_revision')), json('content'), hash('hash'), json('summary'), instant('at')],
      ],
      {
        unique: [
          ['draft_id', 'revision'],
          ['draft_id', 'change_id'],
        ],
        references: { draft_id: 'draft' },
      },
    );
    await createTable(
      runner,
      'draft_snapshot',
      [key(), uuid('draft_id'), integer('revision'), json('content')],
      { unique: [['draft_id', 'revision']], references: { draft_id: 'draft' } },
    );
    await guardAppendOnly(runner, 'draft_step');
    await guardAppendOnly(runner, 'draft_snapshot');
  }

  down(): Promise<void> {
    throw new Error('Restore a backup from before instead.');
  }
}
