import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { entryFacts } from '../../audit/chain-hash.js';
import { linkTo, type StreamEnd } from '../../audit/link.js';
import { insertInto, run } from './table-parts.js';

/**
 * Nobody holds a role twice at one place. Those who were given one twice keep the first; that the others end is recorded
 * as it is when somebody ends them.
 */
export class RolesHeldOnce1764290000000 implements MigrationInterface {
  readonly name = 'RolesHeldOnce1764290000000';

  async up(runner: QueryRunner): Promise<void> {
    const doubled: readonly DoubledRole[] = await runner.query(DOUBLED);
    for (const role of doubled) await end(runner, role);
    const inForce = '"ended_at" IS NULL';
    await addUnique(runner, ['account_id', 'role', 'scope', 'scope_id'], inForce);
    // Where there is no id two rows would count as different.
    await addUnique(runner, ['account_id', 'role'], `"scope_id" IS NULL AND ${inForce}`);
  }

  down(): Promise<void> {
    throw new Error('Restore a backup from before instead.');
  }
}

interface DoubledRole {
  readonly id: string;
  readonly account: string;
  readonly role: string;
  readonly scope: string;
  readonly scopeId: string | null;
}

/** Every role in force of which somebody was given the same before. */
const DOUBLED = `
  SELECT later."id" AS "id", later."account_id" AS "account", later."role" AS "role", later."scope" AS "scope",
    later."scope_id" AS "scopeId"
  FROM "membership" later WHERE later."ended_at" IS NULL AND EXISTS (
    SELECT 1 FROM "membership" first WHERE first."ended_at" IS NULL AND first."account_id" = later."account_id"
      AND first."role" = later."role" AND first."scope" = later."scope"
      AND COALESCE(first."scope_id", '') = COALESCE(later."scope_id", '')
      AND (first."granted_at" < later."granted_at" OR (first."granted_at" = later."granted_at" AND first."id" < later."id"))
  ) ORDER BY later."granted_at", later."id"`;

async function end(runner: QueryRunner, { id, account, role, scope, scopeId }: DoubledRole): Promise<void> {
  const at = new Date().toISOString();
  await run(runner, 'UPDATE "membership" SET "ended_at" = ? WHERE "id" = ?', [at, id]);
  const entry = {
    id: uuidv7(),
    streamKind: 'administration' as const,
    streamId: '',
    action: 'membership.ended' as const,
    questionId: null,
    subjectId: id,
    at,
  };
  const body = { subject: role, account, scope, ...(scopeId !== null && { scopeId }) };
  const linked = linkTo(await endOf(runner), entry, entryFacts, { actorId: null, body });
  const { sequence, hash } = linked.end;
  await insertInto(runner, 'audit_entry', {
    id: entry.id,
    stream_kind: entry.streamKind,
    stream_id: entry.streamId,
    sequence,
    action: entry.action,
    question_id: null,
    subject_id: id,
    at,
    digest: linked.row.digest,
    previous_hash: linked.row.previousHash,
    hash,
  });
  await insertInto(runner, 'personal_content', {
    owner_id: entry.id,
    salt: linked.content.salt,
    actor_id: null,
    body: JSON.stringify(body),
  });
  await run(runner, `UPDATE "stream_head" SET "sequence" = ?, "hash" = ? ${ADMINISTRATION}`, [
    sequence,
    hash,
  ]);
}

/** Whoever was given a role stands in this stream, so it has begun. */
const ADMINISTRATION = `WHERE "stream_kind" = 'administration' AND "stream_id" = ''`;

async function endOf(runner: QueryRunner): Promise<StreamEnd> {
  const ends: readonly StreamEnd[] = await runner.query(
    `SELECT "sequence", "hash" FROM "stream_head" ${ADMINISTRATION}`,
  );
  if (!ends[0]) throw new Error('There are roles that nobody was given on record.');
  return ends[0];
}

async function addUnique(runner: QueryRunner, columnNames: string[], where: string): Promise<void> {
  await runner.createIndex('membership', new TableIndex({ columnNames, isUnique: true, where }));
}
