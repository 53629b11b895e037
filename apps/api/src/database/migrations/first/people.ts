import type { QueryRunner } from 'typeorm';
import { createTable, hash, instant, json, key, optional, text, uuid, word } from '../table-parts.js';

/** Who works here: accounts, their sessions and roles. */
export async function createPeople(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    'account',
    [
      key(),
      word('email', 254),
      word('name', 200),
      word('language', 35),
      text('password_hash'),
      optional(instant('disabled_at')),
      instant('created_at'),
    ],
    { unique: [['email']] },
  );

  await createTable(
    runner,
    'session',
    [
      key(),
      hash('token_hash'),
      uuid('account_id'),
      instant('created_at'),
      instant('last_seen_at'),
      instant('expires_at'),
      optional(instant('ended_at')),
      optional(word('user_agent', 200)),
    ],
    { unique: [['token_hash']], index: [['account_id']], references: { account_id: 'account' } },
  );

  await createTable(
    runner,
    'membership',
    [
      key(),
      uuid('account_id'),
      word('role', 20),
      word('scope', 20),
      optional(uuid('scope_id')),
      optional(json('sections')),
      instant('granted_at'),
      optional(instant('ended_at')),
    ],
    { index: [['scope', 'scope_id'], ['account_id']], references: { account_id: 'account' } },
  );
}
