import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, hash, instant, key, optional, uuid } from './table-parts.js';

/** Links with which people choose their password. */
export class Invitations1764240000000 implements MigrationInterface {
  readonly name = 'Invitations1764240000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'invitation',
      [
        key(),
        uuid('account_id'),
        hash('token_hash'),
        instant('created_at'),
        instant('expires_at'),
        optional(instant('ended_at')),
      ],
      { unique: [['token_hash']], index: [['account_id']], references: { account_id: 'account' } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('invitation');
  }
}
