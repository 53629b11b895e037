import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { AnswerEventRow } from '../src/assessments/answer-event.entity.js';
import { insertRow } from '../src/database/insert-row.js';
import { AccountRow } from '../src/session/account.entity.js';
import { ProgrammeRow } from '../src/rounds/programme.entity.js';
import { type Core, openCore } from './support/core.js';
import { describeOnBothDatabases, type TestDatabase } from './support/databases.js';
import { deferred } from './support/deferred.js';
import { givenAnswerEvent } from './support/given-answer.js';
import { givenRound } from './support/given.js';

describeOnBothDatabases('a unit of work', (make, kind) => {
  let testDatabase: TestDatabase;
  let core: Core;
  let assessmentId: string;
  beforeEach(async () => {
    testDatabase = await make();
    core = await openCore(testDatabase);
    assessmentId = (await givenRound(core)).cities[0]?.assessmentId ?? '';
  });
  afterEach(async () => {
    await core.close();
    await testDatabase.remove();
  });

  const savedIds = async () => (await core.reads.manager().find(AnswerEventRow)).map(({ saveId }) => saveId);
  const addProgramme = async (name: string) => {
    const row = { id: uuidv7(), name, createdAt: core.unit.now() };
    await insertRow(core.unit.manager(), ProgrammeRow, row);
  };
  const programmes = async () => (await core.reads.manager().find(ProgrammeRow)).map(({ name }) => name);
  const leaveTrace = () => core.chain.append({ stream: { kind: 'administration' }, action: 'round.opened' });

  test('loses none of fifty saves at once while their neighbours fail', async () => {
    const saves = Array.from({ length: 100 }, (_, index) => ({
      saveId: uuidv7(),
      questionId: `question-${String(index)}`,
      fails: index % 2 === 1,
    }));
    const results = await Promise.allSettled(
      saves.map(({ saveId, questionId, fails }) =>
        core.unit.write({ actor: null }, async () => {
          await givenAnswerEvent(core, assessmentId, { saveId, questionId });
          await sleep(Math.random() * 3);
          if (fails) throw new Error('a neighbour fails');
        }),
      ),
    );
    const acknowledged = saves.filter((_, index) => results[index]?.status === 'fulfilled');
    expect(acknowledged).toEqual(saves.filter(({ fails }) => !fails));
    expect((await savedIds()).sort()).toEqual(acknowledged.map(({ saveId }) => saveId).sort());
    expect(await core.verifier.verifyAll()).toEqual([]);
  });

  test('shows others the old state until it is over', async () => {
    const wrote = deferred();
    const mayEnd = deferred();
    const writing = core.unit.write({ actor: null }, async () => {
      await addProgramme('new');
      await leaveTrace();
      expect(await programmes()).toContain('new');
      wrote.resolve();
      await mayEnd.promise;
    });
    await wrote.promise;
    expect(await programmes()).not.toContain('new');
    mayEnd.resolve();
    await writing;
    expect(await programmes()).toContain('new');
  });

  test('makes an autosave wait without blocking the event loop', async () => {
    const mayEnd = deferred();
    const isOpen = deferred();
    const long = core.unit.write({ actor: null }, async () => {
      await givenAnswerEvent(core, assessmentId, { questionId: 'first-one' });
      isOpen.resolve();
      await mayEnd.promise;
    });
    await isOpen.promise;
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const order: string[] = [];
    const autosave = core.unit
      .write({ actor: null }, () => givenAnswerEvent(core, assessmentId, { questionId: 'second-one' }))
      .then(() => order.push('saved'));
    await sleep(400);
    order.push('still waiting');
    delay.disable();
    mayEnd.resolve();
    await Promise.all([long, autosave]);
    expect(order).toEqual(['still waiting', 'saved']);
    expect(delay.max / 1e6).toBeLessThan(200);
  });

  test('undoes everything it did when it fails, and only that', async () => {
    await core.unit.write({ actor: null }, async () => {
      await addProgramme('kept');
      await leaveTrace();
    });
    const failing = core.unit.write({ actor: null }, async () => {
      await addProgramme('undone');
      await leaveTrace();
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await programmes()).toEqual(expect.arrayContaining(['kept']));
    expect(await programmes()).not.toContain('undone');
    expect(await core.verifier.verifyAll()).toEqual([]);
  });

  test('takes nested units in: they share its fate', async () => {
    const failing = core.unit.write({ actor: null }, async () => {
      await core.unit.write({ actor: null }, async () => {
        await addProgramme('inner');
        await leaveTrace();
      });
      throw new Error('outer fails');
    });
    await expect(failing).rejects.toThrow('outer fails');
    expect(await programmes()).not.toContain('inner');
  });

  test('is not committed when a part of it failed, even if somebody caught that', async () => {
    const careless = core.unit.write({ actor: null }, async () => {
      await addProgramme('half');
      await leaveTrace();
      await core.unit
        .write({ actor: null }, () => Promise.reject(new Error('inner fails')))
        .catch(() => undefined);
    });
    await expect(careless).rejects.toThrow('inner fails');
    expect(await programmes()).not.toContain('half');
  });

  test('refuses a change that leaves no trace', async () => {
    const untraced = core.unit.write({ actor: null }, () => addProgramme('silent'));
    await expect(untraced).rejects.toThrow(/without appending to a chain/);
    expect(await programmes()).not.toContain('silent');
  });

  test('refuses a change of people that other servers would not see', async () => {
    const unseen = core.unit.write({ actor: null }, async () => {
      const { id, createdAt } = { id: uuidv7(), createdAt: core.unit.now() };
      const person = { id, email: `${id}@example.org`, name: 'Unseen', language: 'en', passwordHash: 'x' };
      await insertRow(core.unit.manager(), AccountRow, { ...person, disabledAt: null, createdAt });
      await core.chain.append({ stream: { kind: 'assessment', id: assessmentId }, action: 'evidence.added' });
    });
    await expect(unseen).rejects.toThrow(/without a trace in the administration/);
  });

  test('lets one through that changed nothing, and the few named purposes', async () => {
    await expect(core.unit.write({ actor: null }, programmes)).resolves.toBeDefined();
    const { unit } = core;
    const updatesNothing = () => unit.manager().update(ProgrammeRow, { id: uuidv7() }, { name: 'x' });
    await expect(unit.write({ actor: null }, updatesNothing)).resolves.toBeDefined();
    await unit.write({ untraced: 'projection.rebuild' }, () => addProgramme('projection'));
    expect(await programmes()).toContain('projection');
  });

  test('gives no manager outside of it, nor once it is over', async () => {
    expect(() => core.unit.manager()).toThrow(/inside a unit of work/);
    const isOver = deferred();
    let late: Promise<void> | undefined;
    await core.unit.write({ actor: null }, async () => {
      late = isOver.promise.then(() => addProgramme('late'));
      await leaveTrace();
    });
    isOver.resolve();
    await expect(late).rejects.toThrow(/inside a unit of work/);
  });

  test('is the only way to write: what is meant for reading refuses', async () => {
    const row = { id: uuidv7(), name: 'around', createdAt: '2026-01-01T00:00:00.000Z' };
    await expect(insertRow(core.reads.manager(), ProgrammeRow, row)).rejects.toThrow(/read-?only/);
  });

  test('gives all its rows the same moment and the same actor', async () => {
    const actor = uuidv7();
    await core.unit.write({ actor, at: '2026-03-01T08:00:00.000Z' }, async () => {
      await givenAnswerEvent(core, assessmentId, { questionId: 'one-one' });
      await givenAnswerEvent(core, assessmentId, { questionId: 'two-two' });
    });
    const events = await core.reads.manager().find(AnswerEventRow);
    expect(new Set(events.map(({ at }) => at))).toEqual(new Set(['2026-03-01T08:00:00.000Z']));
    const contents = await core.audit.personalContents(events.map(({ id }) => id));
    expect([...contents.values()].map(({ actorId }) => actorId)).toEqual([actor, actor]);
  });

  test('says that the server is busy, or full, when the database takes no more, and goes on when it does again', async () => {
    const fill = () =>
      core.unit.write({ actor: null }, async () => {
        await addProgramme('before');
        await leaveTrace();
        if (kind === 'postgres') await killOwnConnection();
        for (let index = 0; index < 200; index += 1) await addProgramme('x'.repeat(200));
      });
    if (kind === 'sqlite') await limitPages(1);
    const code = kind === 'sqlite' ? 'server.full' : 'server.busy';
    await expect(fill()).rejects.toMatchObject({ name: 'Problem', code });
    if (kind === 'sqlite') await limitPages(1_000_000);
    expect(await programmes()).not.toContain('before');
    await core.unit.write({ actor: null }, async () => {
      await addProgramme('after');
      await leaveTrace();
    });
    expect(await programmes()).toContain('after');
    expect(await core.verifier.verifyAll()).toEqual([]);
  });

  /** A disk that is full: not a page more than there are. */
  const limitPages = (pages: number) =>
    core.database.writer.query(`PRAGMA max_page_count = ${String(pages)}`);
  /** What an administrator or a crash of the server does to a connection. */
  const killOwnConnection = async () => {
    const [row]: { pid: number }[] = await core.unit.manager().query('SELECT pg_backend_pid() AS pid');
    await core.database.reader.query('SELECT pg_terminate_backend($1)', [row?.pid]);
  };
});
