import type { MigrationInterface, QueryRunner } from 'typeorm';
import { GENESIS } from '../../audit/chain-hash.js';
import { guardAppendOnly } from '../triggers.js';
import { createTable, hash, instant, integer, json, key } from './table-parts.js';

/**
 * Checkpoints have places of their own. They stood in the order of their ids, which come from the clocks of the servers
 * that made them. The table is made anew, since its rows may not be changed; those that were there keep the order in
 * which they were chained.
 */
export class CheckpointOrder1764280000000 implements MigrationInterface {
  readonly name = 'CheckpointOrder1764280000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE "sealed" AS SELECT * FROM "checkpoint"');
    await runner.query('CREATE INDEX "sealed_before" ON "sealed" ("previous_hash")');
    await runner.query('DROP TABLE "checkpoint"');
    await createTable(
      runner,
      'checkpoint',
      [key(), integer('sequence'), instant('at'), json('heads'), hash('previous_hash'), hash('hash')],
      { unique: [['sequence']] },
    );
    await runner.query(IN_CHAIN);
    await runner.query('DROP TABLE "sealed"');
    await guardAppendOnly(runner, 'checkpoint');
  }

  down(): Promise<void> {
    throw new Error('Restore a backup from before instead.');
  }
}

/** Two that follow the same one, and what stands in no chain, come by their ids. Nothing goes in a circle for ever. */
const IN_CHAIN = `
  WITH RECURSIVE chain(id, hash, place) AS (
    SELECT "id", "hash", 1 FROM "sealed" WHERE "previous_hash" = '${GENESIS}'
    UNION ALL
    SELECT next."id", next."hash", chain.place + 1 FROM chain JOIN "sealed" next ON next."previous_hash" = chain.hash
    WHERE chain.place < (SELECT COUNT(*) FROM "sealed")
  ), placed AS (SELECT id, MIN(place) AS place FROM chain GROUP BY id)
  INSERT INTO "checkpoint" ("id", "sequence", "at", "heads", "previous_hash", "hash")
  SELECT sealed."id", ROW_NUMBER() OVER (ORDER BY placed.place IS NULL, placed.place, sealed."id"),
    sealed."at", sealed."heads", sealed."previous_hash", sealed."hash"
  FROM "sealed" sealed LEFT JOIN placed ON placed.id = sealed."id"`;
