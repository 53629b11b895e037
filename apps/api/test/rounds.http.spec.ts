import {
  askClarification,
  listAnswers,
  listRounds,
  readRound,
  recordFinding,
  saveAnswers,
  standingOf,
  type RoundOverview,
} from '@kilim/contracts';
import { completeness, scoreAssessment, type Answers } from '@kilim/indicators';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { Database } from '../src/database/database.js';
import { ScorecardKeeper } from '../src/scorecards/scorecard-keeper.js';
import { ScorecardRow } from '../src/scorecards/scorecard.entity.js';
import { Accounts } from '../src/session/accounts.service.js';
import { asCoordinator, asExpert, givenActor, type TestActor } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import { givenRound, writingOf } from './support/given.js';
import {
  completeSaves,
  givenDeadlineIn,
  givenScene,
  givenState,
  optionOf,
  theQuestion,
  theVersion,
  type Scene,
} from './support/scene.js';

const DAY_MS = 86_400_000;

describeOnBothDatabases('rounds', (make) => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(make);
  });
  afterAll(() => running.close());

  const read = (roundId: string, who: TestActor) =>
    call(running, readRound, { params: { roundId } }, who.cookie);
  const answerAll = async ({ assessmentId, lead }: Scene): Promise<Answers> => {
    for (const saves of completeSaves())
      await call(
        running,
        saveAnswers,
        { params: { assessmentId }, body: { saves: [...saves] } },
        lead.cookie,
      );
    return Object.fromEntries(
      completeSaves()
        .flat()
        .flatMap((save) => (save.kind === 'set' ? [[save.questionId, valueAnswer(save.value)]] : [])),
    ) as Answers;
  };

  it('are listed for those who have a part in them, with the states of the cities they may see', async () => {
    const scene = await givenScene(running);
    for (const who of [scene.lead, scene.expert, scene.coordinator]) {
      const { body } = await call(running, listRounds, {}, who.cookie);
      expect(body.rounds).toEqual([
        expect.objectContaining({ id: scene.roundId, name: 'Test round', states: { inProgress: 1 } }),
      ]);
    }
  });

  it('show at a glance how far all cities are, what holds them up and which deadline is next', async () => {
    const round = await givenRound(writingOf(running.app), { cities: 4 });
    const [first, second, third, left] = round.cities.map(({ assessmentId }) => assessmentId);
    await givenState(running, second ?? '', 'submitted');
    await givenState(running, third ?? '', 'published');
    await givenState(running, left ?? '', 'withdrawn');
    await givenDeadlineIn(running, first ?? '', -DAY_MS);
    const coordinator = await asCoordinator(running, round.programmeId);
    const glance = async () =>
      (await call(running, listRounds, {}, coordinator.cookie)).body.rounds[0]?.glance;
    const asked = completeness(theVersion(), {}).total.asked;
    expect(await glance()).toMatchObject({ asked: 3 * asked, done: 0, waits: { overdue: 1, unassigned: 1 } });
    expect((await glance())?.nextDeadline).toBeUndefined();
    await givenDeadlineIn(running, first ?? '', 2 * DAY_MS);
    const near = await glance();
    expect(near?.waits).toEqual({ near: 1, unassigned: 1 });
    expect(near?.nextDeadline?.zone).toBe('UTC');
    expect((await read(round.roundId, coordinator)).body.glance).toEqual(near);
  });

  it('are listed without reading the scores of every city', async () => {
    const scene = await givenScene(running);
    await answerAll(scene);
    await running.app.get(ScorecardKeeper).followNow();
    const { subscribers } = running.app.get(Database).reader;
    let scorecards = 0;
    subscribers.push({ afterLoad: (row) => void (scorecards += row instanceof ScorecardRow ? 1 : 0) });
    const { body } = await call(running, listRounds, {}, scene.coordinator.cookie);
    expect(scorecards).toBe(0);
    const [row] = (await read(scene.roundId, scene.coordinator)).body.rows;
    expect(scorecards).toBe(1);
    subscribers.pop();
    expect(body.rounds[0]?.glance).toMatchObject({ asked: row?.total.asked, done: row?.total.answered });
  });

  it('wait for no expert to be assigned where one is for the whole round', async () => {
    const round = await givenRound(writingOf(running.app), { cities: 2, state: 'submitted' });
    const coordinator = await asCoordinator(running, round.programmeId);
    const waits = async () =>
      (await call(running, listRounds, {}, coordinator.cookie)).body.rounds[0]?.glance.waits;
    expect(await waits()).toEqual({ unassigned: 2 });
    const role = { role: 'expert', scopeId: round.roundId } as const;
    const { accountId } = await givenActor(running, [{ ...role, scope: 'round' }]);
    expect(await waits()).toEqual({});
    // Assigned twice is one person.
    const scopeId = round.cities[0]?.assessmentId ?? '';
    await running.app.get(Accounts).grant(null, { accountId, role: 'expert', scope: 'assessment', scopeId });
    const { rows } = (await read(round.roundId, coordinator)).body;
    expect(rows.map(({ experts }) => experts)).toEqual([['Test Person'], ['Test Person']]);
    // Whose account is shut verifies nothing.
    await running.app.get(Accounts).disable(null, accountId);
    expect(await waits()).toEqual({ unassigned: 2 });
  });

  it('tell until when a city that is asked has to reply, by its own clock, the soonest first, and no longer once it has', async () => {
    const { assessmentId, roundId, coordinator, expert } = await givenScene(running, 'submitted');
    const replies = async () =>
      (await read(roundId, coordinator)).body.rows[0]?.replies.map(({ localTime }) => localTime);
    expect(await replies()).toEqual([]);
    const params = { assessmentId };
    for (const [code, dueOn] of [['COM.4', '2099-03-05'] as const, ['COM.5', '2099-03-01'] as const]) {
      const question = { questionId: theQuestion(code).id, instanceId: '', dueOn };
      const body = { ...question, question: 'Where is it?', settledBy: 'A page.' };
      const { status } = await call(running, askClarification, { params, body }, expert.cookie);
      expect(status).toBe(201);
    }
    expect(await replies()).toEqual(['2099-03-01T23:59', '2099-03-05T23:59']);
    const { glance } = (await read(roundId, coordinator)).body;
    expect(glance.nextDeadline?.localTime).toBe('2099-03-01T23:59');
    await givenState(running, assessmentId, 'withdrawn');
    expect(await replies()).toEqual([]);
  });

  it('show progress, standing and scores exactly as the engine works them out from the answers', async () => {
    const scene = await givenScene(running);
    const answers = await answerAll(scene);
    const { body } = await read(scene.roundId, scene.coordinator);
    const [row] = body.rows;
    const card = scoreAssessment(theVersion(), answers, { basis: 'claimed' });
    const progress = completeness(theVersion(), answers);
    expect(row?.total).toEqual(progress.total);
    expect(row?.cells.map(({ code, score, standing }) => ({ code, score, standing }))).toEqual(
      card.indicators.map((indicator, index) => ({
        code: indicator.code,
        score: indicator.score,
        standing: standingOf(indicator, progress.indicators[index] ?? { asked: 0, answered: 0 }, {
          judged: 0,
          disputed: 0,
        }),
      })),
    );
    expect(row?.indices).toEqual(
      card.indices.map(({ id, code, score, interval }) => ({ id, code, score, interval })),
    );
    expect(row?.experts).toEqual(['Test Person']);
    expect(row?.lastActivityAt).toBeDefined();
  });

  it('show a city in which nothing has happened yet: all is open, everything is possible', async () => {
    const scene = await givenScene(running, 'invited');
    const [row] = (await read(scene.roundId, scene.coordinator)).body.rows;
    expect(row).toMatchObject({ state: 'invited', total: { answered: 0 } });
    expect(row?.lastActivityAt).toBeUndefined();
    expect(cell(row, 'COM')).toMatchObject({ standing: 'unanswered', interval: { low: 0, high: 1 } });
  });

  it('turn from claimed to verified to disputed as findings come in', async () => {
    const scene = await givenScene(running);
    await answerAll(scene);
    await givenState(running, scene.assessmentId, 'submitted');
    const claims = await call(
      running,
      listAnswers,
      { params: { assessmentId: scene.assessmentId } },
      scene.lead.cookie,
    );
    const find = async (code: string, option?: number) => {
      const claim = claims.body.answers.find(({ questionId }) => questionId === theQuestion(code).id);
      if (!claim?.answer) throw new Error(`${code} is not answered.`);
      const params = { assessmentId: scene.assessmentId };
      const { status } = await call(
        running,
        recordFinding,
        {
          params,
          body: {
            ...{ kind: 'value', questionId: claim.questionId, instanceId: '', reason: 'Looked at it' },
            ...{ judgedEventId: claim.eventId, evidenceIds: [] },
            answer: option === undefined ? claim.answer : valueAnswer(optionOf(code, option)),
            reasonCode: option === undefined ? 'confirms' : 'coversLess',
          },
        },
        scene.expert.cookie,
      );
      expect(status).toBe(201);
    };
    const standing = async () =>
      cell((await read(scene.roundId, scene.expert)).body.rows[0], 'INT')?.standing;
    expect(await standing()).toBe('claimed');
    for (const code of ['INT.1', 'INT.2', 'INT.4', 'INT.5', 'INT.6']) await find(code);
    expect(await standing()).toBe('verified');
    await find('INT.1', 0);
    expect(await standing()).toBe('disputed');
  });

  it('show an expert only the cities that were given to that expert', async () => {
    const round = await givenRound(writingOf(running.app), { cities: 2 });
    const [, second] = round.cities;
    const expert = await asExpert(running, second?.assessmentId ?? '');
    const { body } = await read(round.roundId, expert);
    expect(body.rows.map(({ assessmentId }) => assessmentId)).toEqual([second?.assessmentId]);
    expect(body.states).toEqual({ inProgress: 1 });
  });

  it('are not watched by cities, and foreign ones are as unknown as those that do not exist', async () => {
    const scene = await givenScene(running);
    const inside = await read(scene.roundId, scene.lead);
    expect([inside.status, inside.problem.code]).toEqual([403, 'access.forbidden']);
    const { coordinator: stranger } = await givenScene(running);
    const [foreign, unknown] = [await read(scene.roundId, stranger), await read(uuidv7(), stranger)];
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect({ ...foreign.problem, requestId: '' }).toEqual({ ...unknown.problem, requestId: '' });
  });
});

function cell(row: RoundOverview['rows'][number] | undefined, code: string) {
  return row?.cells.find((each) => each.code === code);
}

function valueAnswer<Value>(value: Value): { kind: 'value'; value: Value } {
  return { kind: 'value', value };
}
