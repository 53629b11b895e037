import { setTimeout as pause } from 'node:timers/promises';
import {
  addEvidence,
  addressOf,
  leaveAssessment,
  listAnswers,
  saveAnswers,
  signOut,
  stayInAssessment,
  watchAssessment,
  type AnswerSave,
} from '@kilim/contracts';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { Chain } from '../src/audit/chain.js';
import { Database } from '../src/database/database.js';
import { UnitOfWork } from '../src/database/unit-of-work.js';
import { Accounts } from '../src/session/accounts.service.js';
import { MembershipRow } from '../src/session/membership.entity.js';
import { asCity, type TestActor } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases, type TestDatabase } from './support/databases.js';
import { Listening } from './support/listening.js';
import { aSave, givenScene, theQuestion, theVersion, type Scene } from './support/scene.js';

/** Within so long others see what somebody does. */
const SOON_MS = 2000;

describeOnBothDatabases('who has an assessment open', (make, kind) => {
  let testDatabase: TestDatabase;
  let running: RunningApp;
  const open: Listening[] = [];
  beforeAll(async () => {
    testDatabase = await make();
    running = await startApp(() => Promise.resolve(testDatabase));
  });
  afterEach(() => {
    for (const listening of open.splice(0)) listening.close();
  });
  afterAll(() => running.close());

  const save = (scene: Scene, saves: readonly AnswerSave[], at = running) =>
    call(
      at,
      saveAnswers,
      { params: { assessmentId: scene.assessmentId }, body: { saves: [...saves] } },
      scene.lead.cookie,
    );
  const listen = async (
    scene: Scene,
    { who = scene.expert, at = running, lastEventId, ...query }: ListenOptions = {},
  ): Promise<Listening> => {
    const listening = await Listening.to(at, scene.assessmentId, who.cookie, query, lastEventId);
    open.push(listening);
    // Who is here is told first: from then on everything is heard.
    await listening.next('visitors');
    return listening;
  };
  const stay = (scene: Scene, who: TestActor, visitId: string, sectionId: string | null, at = running) =>
    call(
      at,
      stayInAssessment,
      { params: { assessmentId: scene.assessmentId, visitId }, body: { sectionId } },
      who.cookie,
    );
  /** A second server on the same database. */
  const anotherServer = () => {
    const kept = { ...testDatabase, remove: () => Promise.resolve() };
    return startApp(() => Promise.resolve(kept));
  };

  it('is told within two seconds what somebody else answers: who, which question, how it now stands', async () => {
    const scene = await givenScene(running);
    const listening = await listen(scene);
    const sent = aSave('BG.2', 98_420);
    const { body } = await save(scene, [sent]);
    const event = await soon(listening.next('answer'));
    expect(event).toMatchObject({
      ...{ kind: 'answer', sequence: 1, saveId: sent.saveId, answer: body.answers[0] },
      by: { id: scene.lead.accountId, name: 'Test Person' },
    });
    expect(listening.heard.at(-1)?.id).toBe('1');
    expect(listening.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(listening.response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('hears what is saved after a notice between servers that says nothing of use', async () => {
    if (kind === 'sqlite') return;
    const scene = await givenScene(running);
    const listening = await listen(scene);
    const { writer } = running.app.get(Database);
    for (const notice of [scene.assessmentId, `${scene.assessmentId} soon`, ''])
      await writer.query(`SELECT pg_notify('kilim_record', '${notice}')`);
    await pause(200);
    await save(scene, [aSave('BG.2', 98_420)]);
    expect(await soon(listening.next('answer'))).toMatchObject({ sequence: 1 });
  });

  it('is told of evidence, of the step to another state, and of nothing that happens elsewhere', async () => {
    const scene = await givenScene(running, 'invited');
    const other = await givenScene(running);
    const listening = await listen(scene);
    await save(other, [aSave('BG.2', 1)]);
    await save(scene, [aSave('BG.2', 2)]);
    const described = { title: 'A strategy', level: 'local', questionId: theQuestion('BG.2').id } as const;
    const params = { assessmentId: scene.assessmentId };
    const { body: evidence } = await call(
      running,
      addEvidence,
      { params, body: { ...described, url: 'https://example.org/strategy' } },
      scene.lead.cookie,
    );
    const added = await soon(listening.next('evidence'));
    expect(added).toMatchObject({ evidenceId: evidence.id, questionId: described.questionId });
    expect(await listening.next('moved')).toMatchObject({ state: 'inProgress' });
    const answers = listening.heard.filter(({ event }) => event.kind === 'answer');
    expect(answers).toHaveLength(1);
    expect(listening.sequences).toEqual(listening.sequences.map((_, index) => index + 1));
  });

  it('goes on where the stream broke: nothing is lost, nothing is told twice, everything in order', async () => {
    const scene = await givenScene(running);
    const questions = theVersion().questions.slice(0, 60);
    const told: number[] = [];
    let lastEventId: string | undefined = '0';
    const saving = (async () => {
      for (const { question } of questions)
        await save(scene, [{ ...aSave('BG.2', 1), questionId: question.id }]);
    })();
    while (told.length < questions.length) {
      const listening: Listening = await listen(scene, { lastEventId });
      await Promise.race([pause(60), listening.ended]);
      listening.close();
      told.push(...listening.sequences);
      lastEventId = listening.heard.findLast(({ id }) => id !== undefined)?.id ?? lastEventId;
    }
    await saving;
    expect(told).toEqual(questions.map((_, index) => index + 1));
  });

  it('begins where the answers that were read end', async () => {
    const scene = await givenScene(running);
    await save(scene, [aSave('BG.2', 1)]);
    const params = { assessmentId: scene.assessmentId };
    const { body } = await call(running, listAnswers, { params }, scene.lead.cookie);
    expect(body.sequence).toBe(1);
    await save(scene, [aSave('BG.8', 2)]);
    const listening = await listen(scene, { after: body.sequence });
    expect(await soon(listening.next('answer'))).toMatchObject({ sequence: 2 });
    expect(listening.sequences).toEqual([2]);
  });

  it('is told to read anew when the place is not one of this record', async () => {
    const scene = await givenScene(running);
    await save(scene, [aSave('BG.2', 1)]);
    const listening = await listen(scene, { lastEventId: '4711' });
    expect(await soon(listening.next('reload'))).toEqual({ kind: 'reload', sequence: 1 });
    await save(scene, [aSave('BG.8', 2)]);
    expect(await soon(listening.next('answer'))).toMatchObject({ sequence: 2 });
  });

  it('sees who is there and in which section, who moves, and who leaves', async () => {
    const scene = await givenScene(running);
    const [section, next] = theVersion().questionnaire.sections;
    const listening = await listen(scene);
    const visitId = uuidv7();
    const visits = (count: number, sectionId?: string) =>
      soon(
        listening.next(
          'visitors',
          ({ visitors }) =>
            visitors.length === count && (sectionId === undefined || visitors[0]?.sectionId === sectionId),
        ),
      );
    expect((await stay(scene, scene.lead, visitId, section?.id ?? null)).status).toBe(204);
    const came = await visits(1, section?.id);
    expect(came.visitors).toEqual([
      expect.objectContaining({ visitId, person: { id: scene.lead.accountId, name: 'Test Person' } }),
    ]);
    await stay(scene, scene.lead, visitId, next?.id ?? null);
    const moved = await visits(1, next?.id);
    expect(moved.visitors[0]?.since).toBe(came.visitors[0]?.since);
    // Nobody ends somebody else's visit.
    const leave = { params: { assessmentId: scene.assessmentId, visitId } };
    await call(running, leaveAssessment, leave, scene.expert.cookie);
    listening.heard.length = 0;
    await call(running, leaveAssessment, leave, scene.lead.cookie);
    await visits(0);
    expect(listening.heard).toHaveLength(1);
  });

  it.each([
    ['signs out', (scene: Scene) => call(running, signOut, {}, scene.expert.cookie), 'session'],
    [
      'is shut out',
      (scene: Scene) => running.app.get(Accounts).disable(null, scene.expert.accountId),
      'session',
    ],
    ['loses the role', (scene: Scene) => endRoles(scene.expert.accountId), 'access'],
  ] as const)('hears no more within seconds when somebody %s', async (_name, act, reason) => {
    const scene = await givenScene(running);
    const listening = await listen(scene);
    await act(scene);
    expect(await soon(listening.next('ended'))).toEqual({ kind: 'ended', reason });
    await soon(listening.ended);
    await save(scene, [aSave('BG.2', 1)]);
    expect(listening.sequences).toEqual([]);
  });

  it('is not kept signed in by a page that nobody touches', async () => {
    const scene = await givenScene(running);
    const listening = await listen(scene);
    running.shiftClock(8.1 * 60 * 60_000);
    try {
      expect(await listening.next('ended')).toEqual({ kind: 'ended', reason: 'session' });
    } finally {
      running.shiftClock(0);
    }
  });

  it('may open twenty pages and not more, also of many at once; one that is closed makes room', async () => {
    const scene = await givenScene(running);
    const tried = await Promise.allSettled(Array.from({ length: 60 }, () => listen(scene)));
    const pages = tried.flatMap((page) => (page.status === 'fulfilled' ? [page.value] : []));
    expect(pages).toHaveLength(20);
    const response = await running.fetch(
      addressOf(watchAssessment.path, { assessmentId: scene.assessmentId }),
      { headers: { cookie: scene.expert.cookie } },
    );
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '30']);
    expect(await response.json()).toMatchObject({ code: 'request.tooMany' });
    pages[0]?.close();
    // The server sees the end of a connection a moment later.
    for (;;) {
      try {
        await listen(scene);
        break;
      } catch (error) {
        expect(String(error)).toMatch(/429/);
        await pause(20);
      }
    }
  });

  it('on another server hears and sees the same, also after the way between servers was broken', async () => {
    if (kind === 'sqlite') return;
    const scene = await givenScene(running);
    const other = await anotherServer();
    const listening = await listen(scene, { at: other });
    await save(scene, [aSave('BG.2', 1)]);
    expect(await soon(listening.next('answer'))).toMatchObject({ sequence: 1 });
    const visitId = uuidv7();
    await stay(scene, scene.lead, visitId, null);
    await soon(
      listening.next('visitors', ({ visitors }) => visitors.some((each) => each.visitId === visitId)),
    );
    await running.app
      .get(Database)
      .writer.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %'`);
    await save(scene, [aSave('BG.8', 2)]);
    expect(await soon(listening.next('answer', ({ sequence }) => sequence === 2))).toBeDefined();
    await other.close();
    await soon(listening.ended);
  });

  it('of two cities that are typed in at once hears each only what is theirs', async () => {
    const scenes = [await givenScene(running), await givenScene(running)] as const;
    const listenings = [await listen(scenes[0]), await listen(scenes[1])] as const;
    const questions = theVersion().questions.slice(0, 25);
    await Promise.all(
      questions.flatMap(({ question }, index) =>
        scenes.map((scene, city) =>
          save(scene, [{ ...aSave('BG.2', city * 100 + index), questionId: question.id }]),
        ),
      ),
    );
    for (const [city, listening] of listenings.entries()) {
      await soon(listening.next('answer', ({ sequence }) => sequence === questions.length));
      const values = listening.heard.flatMap(({ event }) =>
        event.kind === 'answer' && event.answer.answer?.kind === 'value' ? [event.answer.answer.value] : [],
      );
      expect(values).toHaveLength(questions.length);
      expect(values.every((value) => Math.floor(Number(value) / 100) === city)).toBe(true);
    }
  });

  it('is refused like everybody else when it is not theirs', async () => {
    const scene = await givenScene(running);
    const stranger = await asCity(running, (await givenScene(running)).cityId);
    await expect(listen(scene, { who: stranger })).rejects.toThrow(/404/);
    expect((await stay(scene, stranger, uuidv7(), null)).status).toBe(404);
  });

  it('ends at once when the server stops', async () => {
    const kept = { ...testDatabase, remove: () => Promise.resolve() };
    const stopping = await startApp(() => Promise.resolve(kept));
    const scene = await givenScene(running);
    const listening = await listen(scene, { at: stopping });
    await stopping.close();
    await soon(listening.ended);
  });

  async function endRoles(accountId: string): Promise<void> {
    const unit = running.app.get(UnitOfWork);
    await unit.write({ actor: null }, async () => {
      await unit.manager().update(MembershipRow, { accountId }, { endedAt: unit.now() });
      await running.app
        .get(Chain)
        .append({ stream: { kind: 'administration' }, action: 'membership.granted', subjectId: accountId });
    });
  }
});

interface ListenOptions {
  readonly who?: TestActor;
  readonly at?: RunningApp;
  readonly after?: number;
  readonly visitId?: string;
  readonly lastEventId?: string | undefined;
}

/** What should happen within two seconds; on a machine that is busy with other things it may take longer to fail. */
async function soon<T>(happens: Promise<T>): Promise<T> {
  const timer = new AbortController();
  const late = pause(SOON_MS * 5, 'late' as const, { signal: timer.signal });
  const first = await Promise.race([happens.then((value) => ({ value })), late]);
  if (first === 'late') throw new Error('It did not happen in time.');
  timer.abort();
  await late.catch(() => undefined);
  return first.value;
}
