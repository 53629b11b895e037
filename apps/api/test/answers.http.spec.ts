import path from 'node:path';
import {
  listAnswers,
  readAssessment,
  readAssessmentHistory,
  readRound,
  saveAnswers,
  StaleDetails,
  takeTransition,
  type AnswerSave,
} from '@kilim/contracts';
import { afterAll, beforeAll, expect, it, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { uuidv7 } from 'uuidv7';
import { Settings } from '../src/config/settings.js';
import { asCity, asContributor, type TestActor } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases, makeSqlite } from './support/databases.js';
import { givenRound, writingOf } from './support/given.js';
import {
  aSave,
  completeSaves,
  givenDeadlineIn,
  givenScene,
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
    const late = await save(scene, [aSave('COM.4', true)]);
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
