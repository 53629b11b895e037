import { listEarlier, readBenchmark, saveAnswers, type AssessmentState } from '@kilim/contracts';
import { spreadOf } from '@kilim/indicators';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { AssessmentRow } from '../src/assessments/assessment.entity.js';
import { insertRow } from '../src/database/insert-row.js';
import { UnitOfWork } from '../src/database/unit-of-work.js';
import { RoundRow } from '../src/rounds/round.entity.js';
import { ScorecardsService } from '../src/scorecards/scorecards.service.js';
import { asCity, asExpert, type TestActor } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import { givenRound, writingOf, type GivenRound } from './support/given.js';
import { completeSaves, givenScene, givenState, type Scene } from './support/scene.js';

/** Enough answers for a score. */
const SAVES = completeSaves()[0]?.slice(0, 20) ?? [];

describeOnBothDatabases('a city beside others', (make) => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(make);
  });
  afterAll(() => running.close());

  const answer = async (cityId: string, assessmentId: string): Promise<TestActor> => {
    const lead = await asCity(running, cityId);
    const given = { params: { assessmentId }, body: { saves: [...SAVES] } };
    expect((await call(running, saveAnswers, given, lead.cookie)).status).toBe(201);
    return lead;
  };
  /** A round of which so many cities have answered something; the first one's lead. */
  const givenAnswered = async (
    answered: number,
    cities: number,
  ): Promise<GivenRound & { lead: TestActor }> => {
    const round = await givenRound(writingOf(running.app), { cities });
    let lead: TestActor | undefined;
    for (const { cityId, assessmentId } of round.cities.slice(0, answered)) {
      const own = await answer(cityId, assessmentId);
      lead ??= own;
    }
    return { ...round, lead: lead ?? (await asCity(running, round.cities[0]?.cityId ?? '')) };
  };
  const benchmark = (assessmentId: string, who: TestActor) =>
    call(running, readBenchmark, { params: { assessmentId } }, who.cookie);

  it('is shown the middle half of those with a score, and how many have submitted', async () => {
    const { cities, lead } = await givenAnswered(5, 7);
    const ids = cities.map(({ assessmentId }) => assessmentId);
    await givenState(running, ids[1] ?? '', 'submitted');
    await givenState(running, ids[2] ?? '', 'verified');
    const { body } = await benchmark(ids[0] ?? '', lead);
    expect(body.sample).toEqual({
      ...{ kind: 'round', name: 'Test round', cities: 5, submitted: 2, minimum: 5 },
      asOf: expect.stringMatching(/Z$/),
    });
    const numbers = await running.app.get(ScorecardsService).numbers(ids);
    const core = ids.flatMap((id) => {
      const score = numbers.get(id)?.claimed?.indices[0]?.score;
      return score?.kind === 'scored' ? [score.value] : [];
    });
    const index = numbers.get(ids[0] ?? '')?.claimed?.indices[0];
    const area = body.areas.find(({ id }) => id === index?.id);
    expect(area).toMatchObject({ cities: 5, spread: spreadOf(core, 5) });
    expect(body.areas.map(({ code }) => code)).toEqual(expect.arrayContaining(['COM', 'EDU', 'LENS']));
  });

  it('is shown nothing of fewer than five, and those who left are not counted', async () => {
    const { cities, lead } = await givenAnswered(5, 5);
    await givenState(running, cities[4]?.assessmentId ?? '', 'withdrawn');
    const { body } = await benchmark(cities[0]?.assessmentId ?? '', lead);
    expect(body.sample).toMatchObject({ cities: 4, minimum: 5 });
    expect(body.areas.length).toBeGreaterThan(10);
    expect(body.areas.filter(({ spread }) => spread !== undefined)).toEqual([]);
  });
});

describeOnBothDatabases('a city beside itself in earlier rounds', (make) => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(make);
  });
  afterAll(() => running.close());

  const earlierOf = async (assessmentId: string, who: TestActor) =>
    (await call(running, listEarlier, { params: { assessmentId } }, who.cookie)).body.earlier;

  /** The city of a scene in another round of its programme. */
  const givenRoundBefore = async (
    scene: Scene,
    round: Partial<RoundRow>,
    state: AssessmentState = 'verified',
  ): Promise<string> => {
    const unit = running.app.get(UnitOfWork);
    const [roundId, assessmentId] = [uuidv7(), uuidv7()];
    await unit.write({ untraced: 'projection.rebuild' }, async () => {
      const now = await unit.manager().findOneByOrFail(RoundRow, { id: scene.roundId });
      const own = await unit.manager().findOneByOrFail(AssessmentRow, { id: scene.assessmentId });
      await insertRow(unit.manager(), RoundRow, { ...now, id: roundId, name: 'Before', ...round });
      await insertRow(unit.manager(), AssessmentRow, { ...own, id: assessmentId, roundId, state });
    });
    return assessmentId;
  };

  it('sees them oldest first, with method, column and scores', async () => {
    const scene = await givenScene(running);
    const second = await givenRoundBefore(scene, {
      name: 'Round 2023',
      openedAt: '2023-03-01T08:00:00.000Z',
    });
    const first = await givenRoundBefore(scene, { name: 'Round 2020', openedAt: '2020-03-01T08:00:00.000Z' });
    const earlier = await earlierOf(scene.assessmentId, scene.lead);
    expect(earlier.map(({ assessmentId }) => assessmentId)).toEqual([first, second]);
    expect(earlier[1]).toMatchObject({
      ...{ round: { name: 'Round 2023' }, state: 'verified', basis: 'claimed', mayOpen: true },
      version: { id: scene.versionId, version: '2026.1' },
    });
    expect(earlier[1]?.indices.length).toBeGreaterThan(0);
    expect(earlier[1]?.areas.map(({ code }) => code)).toEqual(expect.arrayContaining(['COM', 'LENS']));
    expect(await earlierOf(second, scene.coordinator)).toHaveLength(1);
  });

  it('sees no practice round, no later one, and none in which it said nothing', async () => {
    const scene = await givenScene(running);
    await givenRoundBefore(scene, { kind: 'real', openedAt: '2023-03-01T08:00:00.000Z' });
    await givenRoundBefore(scene, { openedAt: '2199-03-01T08:00:00.000Z' });
    await givenRoundBefore(scene, { openedAt: '2022-03-01T08:00:00.000Z' }, 'declined');
    expect(await earlierOf(scene.assessmentId, scene.lead)).toEqual([]);
  });

  it('may be seen by its expert, who can open only what is the expert’s own', async () => {
    const scene = await givenScene(running);
    await givenRoundBefore(scene, { openedAt: '2023-03-01T08:00:00.000Z' });
    const expert = await asExpert(running, scene.assessmentId);
    expect((await earlierOf(scene.assessmentId, expert)).map(({ mayOpen }) => mayOpen)).toEqual([false]);
  });
});
