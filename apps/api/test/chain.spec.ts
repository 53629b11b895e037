import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { entryFacts, linkHash } from '../src/audit/chain-hash.js';
import { CheckpointRow } from '../src/audit/checkpoint.entity.js';
import { type Core, openCore } from './support/core.js';
import { describeOnBothDatabases, type TestDatabase } from './support/databases.js';
import { tamper as tamperWith } from './support/tamper.js';
import { givenAnswerEvent } from './support/given-answer.js';
import { givenRound } from './support/given.js';

const STEP = { action: 'assessment.moved' } as const;

describeOnBothDatabases('a chain', (make, kind) => {
  let testDatabase: TestDatabase;
  let core: Core;
  let assessmentId: string;
  beforeEach(async () => {
    testDatabase = await make();
    core = await openCore(testDatabase);
    assessmentId = (await givenRound(core)).cities[0]?.assessmentId ?? '';
    for (let revision = 1; revision <= 5; revision += 1) {
      await core.unit.write({ actor: uuidv7() }, async () => {
        await givenAnswerEvent(core, assessmentId, { revision, baseRevision: revision - 1 });
        await core.chain.append({
          stream: { kind: 'assessment', id: assessmentId },
          action: 'evidence.added',
          questionId: 'edu-one',
          body: { subject: 'Żółw 🐢', absent: undefined, nested: { b: 1, a: [0.1, -0, null] } },
        });
      });
    }
  });
  afterEach(async () => {
    await core.close();
    await testDatabase.remove();
  });

  const tamper = (sql: string, table: string) => tamperWith(core.database, table, sql);
  const third = `assessment_id = '${'%'}' AND sequence = 3`;
  const at = (condition: string) => condition.replace('%', assessmentId);
  const faults = async () =>
    (await core.verifier.verifyAll()).map(
      (fault) => `${fault.kind} ${fault.streamKind} ${String(fault.sequence)}`,
    );

  test('holds as it was written, answer events and entries in one sequence', async () => {
    expect(await core.verifier.verifyAll()).toEqual([]);
    const entries = await core.audit.entriesAfter('assessment', assessmentId, 0, 100);
    expect(entries.map(({ row }) => row.sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(entries.map(({ table }) => table)).size).toBe(2);
  });

  test('gives the newest step of each assessment without reading all of them', async () => {
    const step = (id: string) => core.chain.append({ stream: { kind: 'assessment', id }, ...STEP });
    const others = [uuidv7(), uuidv7()];
    const last = await core.unit.write({ actor: null }, async () => {
      for (const id of [assessmentId, assessmentId, ...others]) await step(id);
      return [await step(assessmentId), await step(others[0] ?? '')];
    });
    let read = 0;
    core.database.reader.subscribers.push({ afterLoad: () => void (read += 1) });
    const found = await core.audit.newestEntries('assessment', [assessmentId, others[0] ?? ''], STEP.action);
    core.database.reader.subscribers.pop();
    expect(found.map(({ id }) => id).sort()).toEqual(last.map(({ id }) => id).sort());
    expect(read).toBe(2);
  });

  test('shows an altered event at its place', async () => {
    await tamper(at(`UPDATE answer_event SET kind = 'cleared' WHERE ${third}`), 'answer_event');
    expect(await faults()).toEqual(['altered assessment 3']);
  });

  test('shows one altered letter in what belongs to an event', async () => {
    const entries = await core.audit.entriesAfter('assessment', assessmentId, 3, 1);
    const id = entries[0]?.row.id ?? '';
    const sql = `UPDATE personal_content SET body = replace(body, 'subject', 'subjecT') WHERE owner_id = '${id}'`;
    await tamper(sql, 'personal_content');
    expect(await faults()).toEqual(['content assessment 4']);
  });

  test('shows another actor, and content that is gone', async () => {
    const [first, second] = await core.audit.entriesAfter('assessment', assessmentId, 0, 2);
    await tamper(
      `UPDATE personal_content SET actor_id = '${uuidv7()}' WHERE owner_id = '${second?.row.id ?? ''}'`,
      'personal_content',
    );
    expect(await faults()).toEqual(['content assessment 2']);
    await core.database.writer.query(
      `DELETE FROM personal_content WHERE owner_id = '${first?.row.id ?? ''}'`,
    );
    expect(await faults()).toEqual(['content assessment 1']);
  });

  test('shows a removed event in the middle, and at the end', async () => {
    await tamper(at(`DELETE FROM answer_event WHERE ${third}`), 'answer_event');
    expect(await faults()).toEqual(['missing assessment 3']);
  });

  test('shows that its end was cut off', async () => {
    await tamper(
      `DELETE FROM audit_entry WHERE stream_id = '${assessmentId}' AND sequence = 10`,
      'audit_entry',
    );
    expect(await faults()).toEqual(['head assessment 9']);
  });

  test('shows by its seal that its end was cut off and the head moved back', async () => {
    await core.checkpoints.seal();
    await tamper(
      `DELETE FROM audit_entry WHERE stream_id = '${assessmentId}' AND sequence = 10`,
      'audit_entry',
    );
    const [ninth] = await core.audit.entriesAfter('assessment', assessmentId, 8, 1);
    await core.database.writer.query(
      `UPDATE stream_head SET sequence = 9, hash = '${ninth?.row.hash ?? ''}' WHERE stream_id = '${assessmentId}'`,
    );
    expect(await faults()).toEqual(['seal assessment 10']);
  });

  test('shows by its first seal that its last entry was written anew, though it was sealed again since', async () => {
    await core.checkpoints.seal();
    const [tenth] = await core.audit.entriesAfter('assessment', assessmentId, 9, 1);
    if (tenth?.table !== 'audit_entry') throw new Error('The tenth entry is no answer.');
    const { id, previousHash, digest } = tenth.row;
    const anew = { ...tenth.row, action: 'evidence.linked' as const };
    const hash = linkHash(previousHash, entryFacts(anew), digest);
    await tamper(
      `UPDATE audit_entry SET action = '${anew.action}', hash = '${hash}' WHERE id = '${id}'`,
      'audit_entry',
    );
    await core.database.writer.query(
      `UPDATE stream_head SET hash = '${hash}' WHERE stream_id = '${assessmentId}'`,
    );
    expect(await faults()).toEqual(['seal assessment 10']);
    await core.checkpoints.seal();
    expect(await faults()).toEqual(['seal assessment 10']);
  });

  test('holds after a person was erased', async () => {
    await core.database.writer.query(
      `UPDATE personal_content SET body = NULL, actor_id = NULL, salt = '' WHERE actor_id IS NOT NULL`,
    );
    expect(await core.verifier.verifyAll()).toEqual([]);
  });

  test('is sealed only when something was appended', async () => {
    await core.checkpoints.seal();
    await core.checkpoints.seal();
    expect(await core.audit.checkpointsAfter(0, 100)).toHaveLength(1);
    await core.unit.write({ actor: null }, () =>
      core.chain.append({ stream: { kind: 'administration' }, action: 'round.opened' }),
    );
    await core.checkpoints.seal();
    expect(await core.audit.checkpointsAfter(0, 100)).toHaveLength(2);
    expect(await core.verifier.verifyAll()).toEqual([]);
  });

  test('is held against years of seals, of which only a few are read at a time', async () => {
    for (let hour = 0; hour < 45; hour += 1) {
      await core.unit.write({ actor: null }, () =>
        core.chain.append({ stream: { kind: 'administration' }, action: 'round.opened' }),
      );
      await core.checkpoints.seal();
    }
    let most = 0;
    let read = 0;
    core.database.reader.subscribers.push({
      beforeQuery: () => void (read = 0),
      afterLoad: (row) => {
        if (row instanceof CheckpointRow) read += 1;
        most = Math.max(most, read);
      },
    });
    expect(await core.verifier.verifyAll()).toEqual([]);
    core.database.reader.subscribers.pop();
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(20);
    await tamper(`UPDATE checkpoint SET at = '2000-01-01T00:00:00.000Z' WHERE sequence = 43`, 'checkpoint');
    expect(await faults()).toEqual(['altered checkpoint 43']);
  });

  test('keeps its seals in one chain when several servers seal at once', async () => {
    if (kind === 'sqlite') return;
    const other = await openCore(testDatabase);
    for (let hour = 0; hour < 4; hour += 1) {
      await core.unit.write({ actor: null }, () =>
        core.chain.append({ stream: { kind: 'administration' }, action: 'round.opened' }),
      );
      await Promise.all([core, other].map(({ checkpoints }) => checkpoints.seal()));
    }
    await other.close();
    expect(await core.audit.checkpointsAfter(0, 100)).toHaveLength(4);
    expect(await core.verifier.verifyAll()).toEqual([]);
  });

  test('keeps its seals in the order in which they were made, whatever the clocks of servers say', async () => {
    const clock = Date.now;
    const noon = Date.parse('2026-11-27T12:00:00Z');
    for (const hour of [2, 0, 1]) {
      await core.unit.write({ actor: null }, () =>
        core.chain.append({ stream: { kind: 'administration' }, action: 'round.opened' }),
      );
      Date.now = () => noon + hour * 3_600_000;
      await core.checkpoints.seal().finally(() => {
        Date.now = clock;
      });
    }
    expect(await core.audit.checkpointsAfter(0, 100)).toHaveLength(3);
    expect(await core.verifier.verifyAll()).toEqual([]);
  });

  test('shows that the head was moved back and nothing else', async () => {
    const [ninth] = await core.audit.entriesAfter('assessment', assessmentId, 8, 1);
    await core.database.writer.query(
      `UPDATE stream_head SET sequence = 9, hash = '${ninth?.row.hash ?? ''}' WHERE stream_id = '${assessmentId}'`,
    );
    expect(await faults()).toEqual(['head assessment 9']);
  });

  test('shows an altered seal', async () => {
    await core.checkpoints.seal();
    await tamper(`UPDATE checkpoint SET at = '2000-01-01T00:00:00.000Z'`, 'checkpoint');
    expect(await faults()).toEqual(['altered checkpoint 1']);
  });
});
