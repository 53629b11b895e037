import { setTimeout as pause } from 'node:timers/promises';
import { readScorecard, recordFinding, saveAnswers } from '@kilim/contracts';
import { ENGINE_VERSION, inputOf, scoreAssessment, type Answers } from '@kilim/indicators';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Streams } from '../src/audit/streams.service.js';
import { Reads } from '../src/database/reads.js';
import { contentHash } from '../src/questionnaires/content-hash.js';
import { ScorecardKeeper } from '../src/scorecards/scorecard-keeper.js';
import { ScorecardsService } from '../src/scorecards/scorecards.service.js';
import { ScorecardRow } from '../src/scorecards/scorecard.entity.js';
import { AssessmentSteps } from '../src/assessments/assessment-steps.service.js';
import { Rebuild } from '../src/commands/rebuild.service.js';
import { UnitOfWork } from '../src/database/unit-of-work.js';
import { CurrentAnswerRow } from '../src/assessments/current-answer.entity.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import { deferred } from './support/deferred.js';
import { givenRound, writingOf } from './support/given.js';
import {
  aSave,
  completeSaves,
  givenScene,
  givenState,
  optionOf,
  theQuestion,
  theVersion,
  type Scene,
} from './support/scene.js';
import { turnsDuring } from './support/turns.js';

describeOnBothDatabases('scorecards', (make, kind) => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(make);
  });
  afterAll(() => running.close());

  const read = async ({ assessmentId, lead }: Scene, basis?: 'claimed' | 'found') => {
    const call_ = { params: { assessmentId }, query: basis === undefined ? {} : { basis } };
    return (await call(running, readScorecard, call_, lead.cookie)).body;
  };
  const rowsOf = ({ assessmentId }: Scene): Promise<readonly ScorecardRow[]> =>
    running.app
      .get(Reads)
      .manager()
      .find(ScorecardRow, { where: { assessmentId }, order: { basis: 'ASC' } });
  /** The stored scorecards, once they have caught up with the record by themselves. */
  const followed = async (scene: Scene): Promise<readonly ScorecardRow[]> => {
    const { assessmentId } = scene;
    const end = (await running.app.get(Streams).lengths([assessmentId])).get(assessmentId);
    for (;;) {
      const rows = await rowsOf(scene);
      if (rows.length > 0 && rows.every(({ sequence }) => sequence === end)) return rows;
      await pause(50);
    }
  };
  /** The same, made to catch up at once. */
  const stored = async (scene: Scene): Promise<readonly ScorecardRow[]> => {
    await running.app.get(ScorecardKeeper).followNow();
    return followed(scene);
  };

  /** A city with all answers, of which one is doubted. */
  async function givenDoubted(): Promise<{ scene: Scene; answers: Answers; findingId: string }> {
    const scene = await givenScene(running);
    const params = { assessmentId: scene.assessmentId };
    let judgedEventId = '';
    for (const saves of completeSaves()) {
      const { body } = await call(
        running,
        saveAnswers,
        { params, body: { saves: [...saves] } },
        scene.lead.cookie,
      );
      const of = body.answers.find(({ questionId }) => questionId === theQuestion('COM.1').id);
      judgedEventId = of?.eventId ?? judgedEventId;
    }
    await givenState(running, scene.assessmentId, 'submitted');
    const finding = {
      kind: 'value',
      questionId: theQuestion('COM.1').id,
      instanceId: '',
      judgedEventId,
      reasonCode: 'coversLess',
      reason: 'Never voted on',
      answer: { kind: 'value', value: optionOf('COM.1', 0) },
    } as const;
    const { body } = await call(
      running,
      recordFinding,
      { params, body: { ...finding, evidenceIds: [] } },
      scene.expert.cookie,
    );
    const answers = Object.fromEntries(
      completeSaves()
        .flat()
        .flatMap((save) =>
          save.kind === 'set' ? [[save.questionId, { kind: 'value' as const, value: save.value }]] : [],
        ),
    );
    return { scene, answers, findingId: body.finding.id };
  }

  it('are what the engine makes of the same answers and findings, with the hash of its input', async () => {
    const { scene, answers, findingId } = await givenDoubted();
    const value = { kind: 'value' as const, value: optionOf('COM.1', 0) };
    const finding = { id: findingId, question: theQuestion('COM.1').id, sequence: 1, answer: value };
    const findings = [{ ...finding, reader: 'first' as const }];
    for (const basis of ['claimed', 'found'] as const) {
      const body = await read(scene, basis);
      expect(body.scorecard).toEqual(scoreAssessment(theVersion(), answers, { basis, findings }));
      expect(body.inputHash).toBe(contentHash(inputOf(body.versionHash, answers, { basis, findings })));
      expect(body.engineVersion).toBe(ENGINE_VERSION);
    }
    expect(await read(scene)).toEqual(await read(scene, 'found'));
  });

  it('are stored as the numbers that computing them again gives', async () => {
    const { scene } = await givenDoubted();
    const rows = await followed(scene);
    expect(rows.map(({ basis }) => basis)).toEqual(['claimed', 'found']);
    for (const row of rows) {
      const body = await read(scene, row.basis as 'claimed' | 'found');
      expect([row.inputHash, row.engineVersion]).toEqual([body.inputHash, body.engineVersion]);
      expect(row.numbers).toMatchObject({
        indices: body.scorecard.indices.map(({ id, score }) => ({ id, score })),
        indicators: body.scorecard.indicators.map(({ id, score, numerator }) => ({ id, score, numerator })),
      });
    }
  });

  it('follow a city that mends an answer after findings were recorded', async () => {
    const { scene } = await givenDoubted();
    await stored(scene);
    await givenState(running, scene.assessmentId, 'inProgress');
    const saves = [aSave('COM.2', optionOf('COM.2', 0), { baseRevision: 1 })];
    const params = { assessmentId: scene.assessmentId };
    await call(running, saveAnswers, { params, body: { saves } }, scene.lead.cookie);
    for (const row of await stored(scene))
      expect(row.inputHash).toBe((await read(scene, row.basis as 'claimed' | 'found')).inputHash);
  });

  it('are shown as they stand, also while the stored ones are behind or were made by another engine', async () => {
    const { scene } = await givenDoubted();
    const before = await stored(scene);
    const scorecards = running.app.get(ScorecardsService);
    const numbers = async () => (await scorecards.numbers([scene.assessmentId])).get(scene.assessmentId);
    expect(await numbers()).toEqual(Object.fromEntries(before.map((row) => [row.basis, row.numbers])));
    await givenState(running, scene.assessmentId, 'inProgress');
    const saves = [aSave('COM.2', optionOf('COM.2', 0), { baseRevision: 1 })];
    const params = { assessmentId: scene.assessmentId };
    await call(running, saveAnswers, { params, body: { saves } }, scene.lead.cookie);
    const shown = await numbers();
    const rows = await stored(scene);
    expect(shown).toEqual(Object.fromEntries(rows.map((row) => [row.basis, row.numbers])));
    expect(shown).not.toEqual(Object.fromEntries(before.map((row) => [row.basis, row.numbers])));
    const unit = running.app.get(UnitOfWork);
    const { assessmentId } = scene;
    await unit.write({ untraced: 'projection.rebuild' }, async () => {
      // As another engine left them.
      await unit.manager().update(ScorecardRow, { assessmentId }, { engineVersion: '0', numbers: {} });
    });
    expect(await numbers()).toEqual(shown);
  });

  it('and answers can be rebuilt from the events, and differences are told before they are mended', async () => {
    const { scene } = await givenDoubted();
    const rebuild = running.app.get(Rebuild);
    const own = async () =>
      (await rebuild.compare()).filter(({ assessmentId }) => assessmentId === scene.assessmentId);
    expect(await own()).toEqual([]);
    const before = await stored(scene);
    const unit = running.app.get(UnitOfWork);
    await unit.write({ untraced: 'projection.rebuild' }, async () => {
      const { assessmentId } = scene;
      const questionId = theQuestion('COM.1').id;
      await unit
        .manager()
        .update(CurrentAnswerRow, { assessmentId, questionId }, { revision: 9, comment: 'no' });
      await unit
        .manager()
        .update(ScorecardRow, { assessmentId, basis: 'found' }, { inputHash: 'f'.repeat(64) });
    });
    const { assessmentId } = scene;
    expect(await own()).toEqual([
      { assessmentId, table: 'current_answer', key: theQuestion('COM.1').id },
      { assessmentId, table: 'scorecard', key: 'found' },
    ]);
    await rebuild.mend(assessmentId);
    expect(await own()).toEqual([]);
    expect((await stored(scene)).map(({ inputHash, numbers }) => [inputHash, numbers])).toEqual(
      before.map(({ inputHash, numbers }) => [inputHash, numbers]),
    );
  });

  it('of many cities that are all behind, as after an upgrade, are computed with others served in between', async () => {
    const { cities } = await givenRound(writingOf(running.app), { cities: 12 });
    const ids = cities.map(({ assessmentId }) => assessmentId);
    const turns = await turnsDuring(async () => {
      expect((await running.app.get(ScorecardsService).numbers(ids)).size).toBe(12);
    });
    expect(turns).toBeGreaterThanOrEqual(12);
  });

  it('and answers can be rebuilt while somebody holds the assessment', async () => {
    // There only one writes at a time.
    if (kind === 'sqlite') return;
    const scene = await givenScene(running);
    const { assessmentId } = scene;
    await call(
      running,
      saveAnswers,
      { params: { assessmentId }, body: { saves: [aSave('BG.2', 10)] } },
      scene.lead.cookie,
    );
    const [isHeld, isRebuilt] = [deferred(), deferred()];
    const holding = running.app.get(UnitOfWork).write({ untraced: 'projection.rebuild' }, async () => {
      await running.app.get(AssessmentSteps).hold(assessmentId);
      isHeld.resolve();
      await isRebuilt.promise;
    });
    await isHeld.promise;
    await running.app
      .get(Rebuild)
      .mend(assessmentId)
      .finally(() => {
        isRebuilt.resolve();
      });
    await holding;
  });
});
