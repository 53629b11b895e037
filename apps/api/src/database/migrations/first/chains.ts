import type { QueryRunner } from 'typeorm';
import { createTable, hash, instant, integer, json, key, optional, uuid, word } from '../table-parts.js';

/** The chains: entries, their ends, what may be erased, the seals. */
export async function createChains(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    'audit_entry',
    [
      key(),
      word('stream_kind', 20),
      uuid('stream_id'),
      integer('sequence'),
      word('action', 40),
      optional(word('question_id', 40)),
      optional(uuid('subject_id')),
      instant('at'),
      hash('digest'),
      hash('previous_hash'),
      hash('hash'),
    ],
    {
      unique: [['stream_kind', 'stream_id', 'sequence']],
      index: [['stream_kind', 'stream_id', 'question_id']],
    },
  );

  await createTable(runner, 'stream_head', [
    key('stream_kind', 20),
    key('stream_id'),
    integer('sequence'),
    hash('hash'),
  ]);

  await createTable(
    runner,
    'personal_content',
    [key('owner_id'), hash('salt'), optional(uuid('actor_id')), optional(json('body'))],
    { index: [['actor_id']] },
  );

  await createTable(runner, 'checkpoint', [
    key(),
    instant('at'),
    json('heads'),
    hash('previous_hash'),
    hash('hash'),
  ]);
}
