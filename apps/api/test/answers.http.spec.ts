import path from 'node:path';
import {
  ClosedDetails,
  GRACE_MS,
  listAnswers,
  readAssessment,
  readAssessmentHistory,
  readRound,
  saveAnswers,
  StaleDetails,
  takeTransition,
  type AnswerSave,
} from '@kilim/contracts';
import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { uuidv7 } from 'uuidv7';
import { CurrentAnswerRow } from '../src/assessments/current-answer.entity.js';
import { ChainVerifier } from '../src/audit/chain-verifier.js';
import { later } from '../src/config/clock.js';
import { Settings } from '../src/config/settings.js';
import { Database } from '../src/database/database.js';
import { Reads } from '../src/database/reads.js';
import { asCity, asContributor, type TestActor } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases, makeSqlite } from './support/databases.js';
import { givenRound, writingOf } from './support/given.js';
import {
  aSave,
  completeSaves,
  givenDeadlineIn,
  givenScene,
  givenState,
  optionOf,
  saveOf,
  theQuestion,
  theVersion,
  type Scene,
} from './support/scene.js';

describeOnBothDatabases('answers', (make) => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(make);
  });
  afterAll(() => running.close());

  const save = (scene: Scene, saves: readonly AnswerSave[], who: TestActor = scene.lead) =>
    call(
      running,
      saveAnswers,
      { params: { assessmentId: scene.assessmentId }, body: { saves: [...saves] } },
      who.cookie,
    );
  const read = async ({ assessmentId, lead }: Scene) =>
    (await call(running, listAnswers, { params: { assessmentId } }, lead.cookie)).body.answers;
  const history = async ({ assessmentId, lead }: Scene) =>
    (await call(running, readAssessmentHistory, { params: { assessmentId } }, lead.cookie)).body.entries;
  const stateOf = async ({ assessmentId, lead }: Scene) =>
    (await call(running, readAssessment, { params: { assessmentId } }, lead.cookie)).body.state;

  it('are saved with their revision, author and time, and read back the same', async () => {
    const scene = await givenScene(running);
    const answer = await save(scene, [aSave('BG.2', 98_420, { comment: 'Register, 1 January' })]);
    expect(answer.status).toBe(201);
    expect(answer.body.answers).toEqual([
      expect.objectContaining({
        questionId: theQuestion('BG.2').id,
        revision: 1,
        answer: { kind: 'value', value: 98_420 },
        comment: 'Register, 1 January',
        faults: [],
        savedBy: { id: scene.lead.accountId, name: 'Test Person' },
      }),
    ]);
    expect(await read(scene)).toEqual(answer.body.answers);
  });

  it('begin the work: the first one moves an invited city to answering', async () => {
    const scene = await givenScene(running, 'invited');
    await save(scene, [aSave('BG.2', 1000)]);
    expect(await stateOf(scene)).toBe('inProgress');
    expect((await history(scene)).map(({ action }) => action)).toEqual(['answer.set', 'assessment.moved']);
  });

  it('that are faulty are kept as typed and say what is wrong', async () => {
    const scene = await givenScene(running);
    const { body } = await save(scene, [aSave('NEI.3', 645), aSave('BG.2', 'many')]);
    expect(body.answers.map(({ answer, faults }) => [answer, faults])).toEqual([
      [{ kind: 'value', value: 645 }, [{ code: 'aboveMaximum', limit: 100, suggestion: 64.5 }]],
      [{ kind: 'value', value: 'many' }, [{ code: 'wrongType' }]],
    ]);
    expect(await read(scene)).toHaveLength(2);
  });

  it('can be cleared, and declared not applicable with a reason', async () => {
    const scene = await givenScene(running);
    await save(scene, [aSave('BG.2', 5)]);
    const { value: _value, ...base } = aSave('BG.2', 0) as AnswerSave & { kind: 'set' };
    const cleared = await save(scene, [{ ...base, kind: 'cleared', baseRevision: 1 }]);
    expect(cleared.body.answers[0]).toMatchObject({ revision: 2, answer: null });
    const next = { ...base, saveId: uuidv7(), baseRevision: 2 };
    const declared = await save(scene, [{ ...next, kind: 'notApplicable', reason: 'No register' }]);
    expect(declared.body.answers[0]).toMatchObject({
      ...{ revision: 3, answer: { kind: 'notApplicable' }, reason: 'No register' },
    });
    expect((await history(scene)).map(({ action, from, to }) => [action, from, to])).toEqual([
      ['answer.notApplicable', null, { kind: 'notApplicable' }],
      ['answer.cleared', { kind: 'value', value: 5 }, null],
      ['answer.set', null, { kind: 'value', value: 5 }],
    ]);
  });

  it('sent twice are saved once and answered as the first time, also after a newer one', async () => {
    const scene = await givenScene(running);
    const first = aSave('BG.2', 10);
    const before = await save(scene, [first]);
    await save(scene, [aSave('BG.2', 20, { baseRevision: 1 })]);
    const again = await save(scene, [first]);
    expect([again.status, again.body]).toEqual([201, before.body]);
    expect((await read(scene)).map(({ answer }) => answer)).toEqual([{ kind: 'value', value: 20 }]);
    expect(await history(scene)).toHaveLength(2);
  });

  it('sent twice at once, or twice in one request, are saved once', async () => {
    const scene = await givenScene(running);
    const one = aSave('BG.2', 10);
    const [first, second] = await Promise.all([save(scene, [one]), save(scene, [one])]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    const other = aSave('BG.8', 10);
    const doubled = await save(scene, [other, other]);
    expect(doubled.body.answers.map(({ revision }) => revision)).toEqual([1, 1]);
    expect(await history(scene)).toHaveLength(2);
  });

  it('that were replayed are answered even after the assessment was submitted', async () => {
    const scene = await givenScene(running);
    const [first = [], ...rest] = completeSaves();
    const before = await save(scene, first);
    for (const saves of rest) await save(scene, saves);
    await submit(scene);
    expect((await save(scene, first)).body).toEqual(before.body);
  });

  it('made upon an older revision are refused with the newer value, all or none', async () => {
    const scene = await givenScene(running);
    await save(scene, [aSave('BG.2', 10)]);
    const winner = await save(scene, [aSave('BG.2', 20, { baseRevision: 1 })]);
    const loser = aSave('BG.2', 30, { baseRevision: 1 });
    const refused = await save(scene, [aSave('BG.8', 5), loser]);
    expect([refused.status, refused.problem.code]).toEqual([409, 'answer.stale']);
    expect(StaleDetails.parse(refused.problem['details'])).toEqual({
      stale: [{ saveId: loser.saveId, current: winner.body.answers[0] }],
    });
    expect(refused.problem.places).toEqual([expect.objectContaining({ pointer: '/saves/1/baseRevision' })]);
    expect(await read(scene)).toHaveLength(1);
  });

  it('that change one answer twice in one request follow on each other', async () => {
    const scene = await givenScene(running);
    const { body } = await save(scene, [aSave('BG.2', 1), aSave('BG.2', 2, { baseRevision: 1 })]);
    expect(body.answers.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it('to questions that the version does not have are refused', async () => {
    const scene = await givenScene(running);
    const unknown = await save(scene, [aSave('BG.2', 1), saveOf('q-nobody', 1)]);
    expect([unknown.status, unknown.problem.code]).toEqual([422, 'answer.notAsked']);
    expect(unknown.problem.places).toEqual([expect.objectContaining({ pointer: '/saves/1/questionId' })]);
    const repeated = await save(scene, [{ ...aSave('BG.2', 1), instanceId: uuidv7() }]);
    expect(repeated.problem.code).toBe('answer.notAsked');
    expect(await read(scene)).toEqual([]);
  });

  it('to a question that has just become hidden are kept and count for nothing', async () => {
    const scene = await givenScene(running);
    const commitment = async () => {
      const params = { roundId: scene.roundId };
      const { body } = await call(running, readRound, { params }, scene.coordinator.cookie);
      return body.rows[0]?.cells.find(({ code }) => code === 'COM');
    };
    await save(scene, [aSave('COM.2', optionOf('COM.2', 0))]);
    const before = await commitment();
    const late = await save(scene, [aSave('COM.7', optionOf('COM.7', 1))]);
    expect(late.status).toBe(201);
    expect(await commitment()).toEqual(before);
    expect(before).toMatchObject({ answered: 1 });
  });

  it('of a contributor stay within the sections that were handed out', async () => {
    const scene = await givenScene(running);
    const section = theVersion().questionnaire.sections.find(({ code }) => code === 'EDU')?.id ?? '';
    const contributor = await asContributor(running, scene.cityId, [section]);
    expect((await save(scene, [aSave('EDU.1', 12)], contributor)).status).toBe(201);
    const outside = await save(
      scene,
      [aSave('EDU.1', 13, { baseRevision: 1 }), aSave('BG.2', 1)],
      contributor,
    );
    expect([outside.status, outside.problem.code]).toEqual([403, 'access.forbidden']);
    expect(outside.problem.places).toEqual([expect.objectContaining({ pointer: '/saves/1/questionId' })]);
    expect(await read(scene)).toHaveLength(1);
  });

  it('are taken until the deadline and not after it', async () => {
    const scene = await givenScene(running);
    await givenDeadlineIn(running, scene.assessmentId, 60_000);
    expect((await save(scene, [aSave('BG.2', 1)])).status).toBe(201);
    running.shiftClock(61_000);
    try {
      const late = await save(scene, [aSave('BG.8', 1)]);
      expect([late.status, late.problem.code]).toEqual([409, 'round.closed']);
    } finally {
      running.shiftClock(0);
    }
    expect(await read(scene)).toHaveLength(1);
  });

  describe('that arrive after the deadline', () => {
    const DEADLINE_IN_MS = 60_000;
    /** Lets so long pass since the deadline; the server's clock is all that moves. */
    const afterDeadline = async <T>(lateMs: number, act: () => Promise<T>): Promise<T> => {
      running.shiftClock(DEADLINE_IN_MS + lateMs);
      try {
        return await act();
      } finally {
        running.shiftClock(0);
      }
    };
    const given = async (): Promise<Scene> => {
      const scene = await givenScene(running);
      await givenDeadlineIn(running, scene.assessmentId, DEADLINE_IN_MS);
      return scene;
    };
    /** Somebody whose clock shows `clock` when they send what they typed so long ago. */
    const send = (
      { assessmentId, lead }: Scene,
      agoMs: number,
      clock = Date.now(),
      saves = [aSave('BG.2', 1)],
    ) => {
      const typedAt = later(new Date(clock).toISOString(), -agoMs);
      const body = {
        saves: saves.map((save) => ({ ...save, typedAt })),
        sentAt: new Date(clock).toISOString(),
      };
      return call(running, saveAnswers, { params: { assessmentId }, body }, lead.cookie);
    };

    it('are taken and marked when they were typed before it and arrive within a quarter of an hour', async () => {
      const scene = await given();
      const { status, body } = await afterDeadline(10_000, () => send(scene, 12_000));
      expect(status).toBe(201);
      const { typedAt = '', savedAt = '' } = body.answers[0] ?? {};
      expect(Date.parse(savedAt) - Date.parse(typedAt)).toBe(12_000);
      expect(await read(scene)).toEqual(body.answers);
      expect((await history(scene))[0]).toMatchObject({ at: savedAt, typedAt });
      const { assessmentId } = scene;
      expect(await running.app.get(ChainVerifier).verifyStream('assessment', assessmentId)).toBeUndefined();
      const [answer] = await running.app.get(Reads).manager().findBy(CurrentAnswerRow, { assessmentId });
      expect(answer?.typedAt).toBe(typedAt);
    });

    it('are told how long they are taken, and that theirs was typed too late', async () => {
      const scene = await given();
      const late = await afterDeadline(10_000, () =>
        send(scene, 0, Date.now(), [aSave('BG.2', 1), aSave('BG.8', 2)]),
      );
      expect([late.status, late.problem.code]).toEqual([409, 'round.closed']);
      const details = ClosedDetails.parse(late.problem['details']);
      expect(Date.parse(details.takenUntil) - Date.parse(details.deadline.instant)).toBe(GRACE_MS);
      expect(late.problem.detail).toMatch(/typed before it are taken for 15 minutes more/);
      expect(late.problem.places).toEqual([
        expect.objectContaining({ pointer: '/saves/0' }),
        expect.objectContaining({ pointer: '/saves/1' }),
      ]);
      expect(await read(scene)).toEqual([]);
    });

    it('are refused once the quarter of an hour is over, whenever they were typed', async () => {
      const scene = await given();
      const atTheEnd = await afterDeadline(GRACE_MS - 5000, () => send(scene, GRACE_MS));
      expect(atTheEnd.status).toBe(201);
      const over = await afterDeadline(GRACE_MS + 5000, () =>
        send(scene, GRACE_MS + 10_000, Date.now(), [aSave('BG.8', 1)]),
      );
      expect([over.status, over.problem.code]).toEqual([409, 'round.closed']);
    });

    it.each([
      ['an hour ahead', 3_600_000, /60 minutes ahead of/],
      ['an hour behind', -3_600_000, /60 minutes behind/],
    ])('are judged alike by a client whose clock is %s, who is told so', async (_name, wrongMs, words) => {
      const scene = await given();
      // The server's clock runs ahead in this test; the client's is wrong beyond that.
      const clock = Date.now() + DEADLINE_IN_MS + 10_000 + wrongMs;
      const typedInTime = await afterDeadline(10_000, () => send(scene, 12_000, clock));
      expect(typedInTime.status).toBe(201);
      const typedLate = await afterDeadline(10_000, () => send(scene, 2000, clock, [aSave('BG.8', 1)]));
      expect(typedLate.problem.code).toBe('round.closed');
      expect(typedLate.problem.detail).toMatch(words);
    });

    it('are refused when nothing is said of when they were typed, also in the company of others', async () => {
      const scene = await given();
      const silent = await afterDeadline(10_000, () => save(scene, [aSave('BG.2', 1)]));
      expect(silent.problem.code).toBe('round.closed');
      const sentAt = new Date().toISOString();
      const typedAt = later(sentAt, -12_000);
      const body = { saves: [{ ...aSave('BG.2', 1), typedAt }, aSave('BG.8', 2)], sentAt };
      const mixed = await afterDeadline(10_000, () =>
        call(running, saveAnswers, { params: { assessmentId: scene.assessmentId }, body }, scene.lead.cookie),
      );
      expect(mixed.problem.places).toEqual([expect.objectContaining({ pointer: '/saves/1' })]);
      expect(await read(scene)).toEqual([]);
    });

    it('and after the city has submitted are locked out all the same', async () => {
      const scene = await given();
      await givenState(running, scene.assessmentId, 'submitted');
      const locked = await afterDeadline(10_000, () => send(scene, 12_000));
      expect(locked.problem.code).toBe('assessment.locked');
    });
  });

  it('that are too long say how long they may be, and a whole megabyte is not even read', async () => {
    const scene = await givenScene(running);
    const text = theVersion().questions.find(({ question }) => question.kind === 'text')?.question.id ?? '';
    const long = await save(scene, [saveOf(text, 'x'.repeat(20_001))]);
    expect([long.status, long.problem.code]).toEqual([400, 'request.invalid']);
    expect(long.problem.places[0]).toMatchObject({ in: 'body', pointer: '/saves/0/value' });
    const huge = await save(scene, [saveOf(text, 'x'.repeat(1024 * 1024))]);
    expect([huge.status, huge.problem.code]).toEqual([413, 'request.tooLarge']);
    const most = await save(scene, [saveOf(text, 'ż'.repeat(20_000))]);
    expect(most.status).toBe(201);
    expect(await read(scene)).toHaveLength(1);
  });

  it('that come in another order than they were made wait for the one before', async () => {
    const scene = await givenScene(running);
    const [first, second] = [aSave('BG.2', 1), aSave('BG.2', 2, { baseRevision: 1 })];
    const early = await save(scene, [second]);
    expect([early.status, early.problem.code]).toEqual([409, 'answer.stale']);
    // There is no newer answer to look at: the client sends the one before first.
    expect(StaleDetails.parse(early.problem['details']).stale).toEqual([]);
    expect((await save(scene, [first])).status).toBe(201);
    expect((await save(scene, [second])).body.answers[0]).toMatchObject({ revision: 2 });
    expect((await save(scene, [first])).body.answers[0]).toMatchObject({ revision: 1 });
    expect(await history(scene)).toHaveLength(2);
  });

  it('that the server has no room for are refused so, lose nothing, and are taken as soon as there is room', async () => {
    const scene = await givenScene(running);
    expect((await save(scene, [aSave('BG.2', 1)])).status).toBe(201);
    const database = running.app.get(Database);
    const text = theVersion().questions.find(({ question }) => question.kind === 'text')?.question.id ?? '';
    const makeRoom = await fill(database, scene.assessmentId);
    const sent = saveOf(text, 'x'.repeat(20_000));
    const refused = await save(scene, [sent]);
    expect([refused.status, refused.problem.code]).toEqual([507, 'server.full']);
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(await read(scene)).toHaveLength(1);
    await makeRoom();
    expect((await save(scene, [sent])).status).toBe(201);
    expect(await history(scene)).toHaveLength(2);
  });

  it.each(['submitted', 'underVerification', 'verified'] as const)('are locked once %s', async (state) => {
    const scene = await givenScene(running, state);
    const refused = await save(scene, [aSave('BG.2', 1)]);
    expect([refused.status, refused.problem.code]).toEqual([409, 'assessment.locked']);
    expect(await read(scene)).toEqual([]);
  });

  it('of another city are as unknown as those of no city', async () => {
    const scene = await givenScene(running);
    const round = await givenRound(writingOf(running.app));
    const stranger = await asCity(running, round.cities[0]?.cityId ?? '');
    const foreign = await save(scene, [aSave('BG.2', 1)], stranger);
    const unknown = await save({ ...scene, assessmentId: uuidv7() }, [aSave('BG.2', 1)], stranger);
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect({ ...foreign.problem, requestId: '' }).toEqual({ ...unknown.problem, requestId: '' });
    expect(await read(scene)).toEqual([]);
  });

  it('of fifty people at once all survive', async () => {
    const scene = await givenScene(running, 'invited');
    const fifty = theVersion().questions.slice(0, 50);
    const answers = await Promise.all(
      fifty.map(({ question }, index) => save(scene, [saveOf(question.id, index)])),
    );
    expect(answers.map(({ status }) => status)).toEqual(fifty.map(() => 201));
    const stored = new Map((await read(scene)).map(({ questionId, answer }) => [questionId, answer]));
    expect(fifty.map(({ question }) => stored.get(question.id))).toEqual(
      fifty.map((_each, value) => ({ kind: 'value', value })),
    );
  });

  it('of fifty people to one question at once: one wins, the others are shown its answer', async () => {
    const scene = await givenScene(running);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_each, index) => save(scene, [aSave('BG.2', index)])),
    );
    const won = answers.filter(({ status }) => status === 201);
    expect(won).toHaveLength(1);
    for (const { status, problem } of answers.filter((answer) => !won.includes(answer))) {
      expect([status, problem.code]).toEqual([409, 'answer.stale']);
      expect(StaleDetails.parse(problem['details']).stale[0]?.current).toEqual(won[0]?.body.answers[0]);
    }
  });

  async function submit({ assessmentId, lead }: Scene): Promise<void> {
    const body = { transition: 'submit', from: 'inProgress' } as const;
    const { status } = await call(running, takeTransition, { params: { assessmentId }, body }, lead.cookie);
    expect(status).toBe(201);
  }
});

/** Lets the database run out of room; answers how to make some again. */
async function fill({ kind, writer }: Database, assessmentId: string): Promise<() => Promise<void>> {
  if (kind === 'sqlite') {
    await writer.query('PRAGMA max_page_count = 1');
    return async () => void (await writer.query('PRAGMA max_page_count = 4294967294'));
  }
  // What PostgreSQL says when its disk is full, without a full disk.
  await writer.query(
    `CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$`,
  );
  await writer.query(
    `CREATE TRIGGER no_room BEFORE INSERT ON answer_event FOR EACH ROW
     WHEN (NEW.assessment_id = '${assessmentId}') EXECUTE FUNCTION no_room()`,
  );
  return async () => void (await writer.query('DROP TRIGGER no_room ON answer_event; DROP FUNCTION no_room'));
}

test('an answer that cannot be written now is refused as busy, and saved when it is sent again', async () => {
  const running = await startApp(makeSqlite);
  // Another program holds the file for longer than a statement waits.
  const other = new Sqlite(path.join(running.app.get(Settings).dataDir, 'kilim.sqlite'));
  try {
    const { assessmentId, lead } = await givenScene(running);
    const send = (save: AnswerSave) =>
      call(running, saveAnswers, { params: { assessmentId }, body: { saves: [save] } }, lead.cookie);
    const save = aSave('BG.2', 10);
    other.exec('BEGIN IMMEDIATE');
    await running.app.get(Database).writer.query('PRAGMA busy_timeout = 100');
    const refused = await send(save);
    expect([refused.status, refused.problem.code]).toEqual([503, 'server.busy']);
    expect(refused.headers.get('retry-after')).toBe('2');
    other.exec('ROLLBACK');
    expect((await send(save)).status).toBe(201);
  } finally {
    other.close();
    await running.close();
  }
}, 30_000);
