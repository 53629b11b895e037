import {
  listAssessments,
  readAssessment,
  readAssessmentHistory,
  saveAnswers,
  takeTransition,
  type AssessmentState,
  type StepName,
} from '@kilim/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { asAdministrator, asContributor, givenActor, type TestActor } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import { completeSaves, givenDeadlineIn, givenScene, theQuestion, type Scene } from './support/scene.js';

describeOnBothDatabases('assessments', (make) => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(make);
  });
  afterAll(() => running.close());

  const step = (
    { assessmentId }: Pick<Scene, 'assessmentId'>,
    who: TestActor,
    transition: StepName,
    from: AssessmentState,
    reason?: string,
  ) =>
    call(
      running,
      takeTransition,
      { params: { assessmentId }, body: { transition, from, ...(reason !== undefined && { reason }) } },
      who.cookie,
    );
  const read = async ({ assessmentId, lead }: Scene) =>
    (await call(running, readAssessment, { params: { assessmentId } }, lead.cookie)).body;
  const answerAll = async ({ assessmentId, lead }: Scene) => {
    for (const saves of completeSaves())
      await call(
        running,
        saveAnswers,
        { params: { assessmentId }, body: { saves: [...saves] } },
        lead.cookie,
      );
  };

  it('are listed for those who have a part in them, with what they may do', async () => {
    const scene = await givenScene(running);
    const section = 's-gm9jnkd';
    const contributor = await asContributor(running, scene.cityId, [section]);
    const seenBy = async (who: TestActor) =>
      (await call(running, listAssessments, {}, who.cookie)).body.assessments.filter(
        ({ id }) => id === scene.assessmentId,
      );
    const [own] = await seenBy(scene.lead);
    expect(own).toMatchObject({
      ...{ state: 'inProgress', city: { id: scene.cityId, fictional: true } },
      ...{ round: { id: scene.roundId, kind: 'practice', programmeName: 'Test programme' } },
      version: { id: scene.versionId, illustrative: true },
    });
    expect(own?.may).toContain('assessment:submit');
    expect(own?.sections).toBeUndefined();
    const [handed] = await seenBy(contributor);
    expect(handed?.may).not.toContain('assessment:submit');
    expect(handed?.sections).toEqual([section]);
    expect((await seenBy(await asAdministrator(running)))[0]?.may).not.toContain('answer:write');
    expect(await seenBy((await givenScene(running)).lead)).toEqual([]);
  });

  it('that are incomplete are not submitted: every missing answer is named', async () => {
    const scene = await givenScene(running);
    const refused = await step(scene, scene.lead, 'submit', 'inProgress');
    expect([refused.status, refused.problem.code]).toEqual([422, 'assessment.incomplete']);
    const { needs } = refused.problem['details'] as { needs: { id: string; code: string }[] };
    expect(refused.problem.places).toHaveLength(needs.length);
    expect(needs).toContainEqual(
      expect.objectContaining({ id: theQuestion('BG.2').id, code: 'BG.2', problem: 'open' }),
    );
    expect((await read(scene)).state).toBe('inProgress');
  });

  it('go from the city to the expert and on, each step by whom it belongs to', async () => {
    const scene = await givenScene(running);
    await answerAll(scene);
    const contributor = await asContributor(running, scene.cityId);
    for (const who of [contributor, scene.expert, scene.coordinator]) {
      const refused = await step(scene, who, 'submit', 'inProgress');
      expect([refused.status, refused.problem.code]).toEqual([403, 'access.forbidden']);
    }
    const submitted = await step(scene, scene.lead, 'submit', 'inProgress');
    expect([submitted.status, submitted.body.state]).toEqual([201, 'submitted']);
    expect((await step(scene, scene.lead, 'beginVerification', 'submitted')).status).toBe(403);
    await step(scene, scene.expert, 'beginVerification', 'submitted');
    const verified = await step(scene, scene.expert, 'completeVerification', 'underVerification');
    expect(verified.body.state).toBe('verified');
    const params = { assessmentId: scene.assessmentId };
    const { body } = await call(running, readAssessmentHistory, { params }, scene.lead.cookie);
    const moves = body.entries.filter(({ action }) => action === 'assessment.moved');
    expect(moves.map(({ subject, by }) => [subject, by?.id])).toEqual([
      ['verified', scene.expert.accountId],
      ['underVerification', scene.expert.accountId],
      ['submitted', scene.lead.accountId],
    ]);
  });

  it('are agreed by the city, published by the coordinator, and taken back with a reason', async () => {
    const scene = await givenScene(running, 'verified');
    const contested = await step(scene, scene.lead, 'contest', 'verified', 'Look at the minutes again.');
    expect(contested.body.state).toBe('underVerification');
    await step(scene, scene.expert, 'completeVerification', 'underVerification');
    expect((await step(scene, scene.lead, 'agree', 'verified')).body.state).toBe('agreed');
    expect((await step(scene, scene.lead, 'publish', 'agreed')).problem.code).toBe('access.forbidden');
    expect((await step(scene, scene.coordinator, 'publish', 'agreed')).body.state).toBe('published');
    const silent = await step(scene, scene.coordinator, 'retract', 'published');
    expect([silent.status, silent.problem.code]).toEqual([400, 'request.invalid']);
    const retracted = await step(scene, scene.coordinator, 'retract', 'published', 'A wrong figure.');
    expect(retracted.body.state).toBe('agreed');
  });

  it('are declined and withdrawn by the city, and brought back by the coordinator', async () => {
    const invited = await givenScene(running, 'invited');
    expect((await step(invited, invited.lead, 'decline', 'invited', 'No staff.')).body.state).toBe(
      'declined',
    );
    const again = await step(invited, invited.coordinator, 'inviteAgain', 'declined', 'They wrote.');
    expect(again.body.state).toBe('invited');
    const scene = await givenScene(running, 'submitted');
    const left = await step(scene, scene.lead, 'withdraw', 'submitted', 'A new mayor.');
    expect(left.body.state).toBe('withdrawn');
    expect((await step(scene, scene.lead, 'submit', 'withdrawn')).problem.code).toBe('assessment.locked');
    const back = await step(scene, scene.coordinator, 'takeBack', 'withdrawn', 'The mayor agrees.');
    expect(back.body.state).toBe('inProgress');
  });

  it('are reopened by the coordinator, who says why', async () => {
    const scene = await givenScene(running, 'submitted');
    const silent = await step(scene, scene.coordinator, 'reopen', 'submitted');
    expect([silent.status, silent.problem.code]).toEqual([400, 'request.invalid']);
    expect(silent.problem.places).toEqual([expect.objectContaining({ in: 'body', pointer: '/reason' })]);
    const reopened = await step(scene, scene.coordinator, 'reopen', 'submitted', 'A figure is missing');
    expect(reopened.body.state).toBe('inProgress');
    const params = { assessmentId: scene.assessmentId };
    const { body } = await call(running, readAssessmentHistory, { params }, scene.lead.cookie);
    expect(body.entries[0]).toMatchObject({ subject: 'inProgress', reason: 'A figure is missing' });
  });

  it('are not reopened once the deadline has passed: the city could not submit them again', async () => {
    const scene = await givenScene(running, 'submitted');
    await givenDeadlineIn(running, scene.assessmentId, -60_000);
    const refused = await step(scene, scene.coordinator, 'reopen', 'submitted', 'A figure is missing');
    expect([refused.status, refused.problem.code]).toEqual([409, 'round.closed']);
    expect(refused.problem.detail).toMatch(/Ask about those in question/);
    expect((await read(scene)).state).toBe('submitted');
  });

  it('say who handed them back, when and why, until they are submitted again', async () => {
    const scene = await givenScene(running, 'submitted');
    expect((await read(scene)).handedBack).toBeUndefined();
    const reopened = await step(scene, scene.coordinator, 'reopen', 'submitted', 'A figure is missing');
    const { stateSince, handedBack } = await read(scene);
    expect(handedBack).toEqual({
      at: stateSince,
      by: { id: scene.coordinator.accountId, name: 'Test Person' },
      reason: 'A figure is missing',
    });
    expect(reopened.body.handedBack).toEqual(handedBack);
    await answerAll(scene);
    expect((await read(scene)).handedBack).toEqual(handedBack);
    expect((await step(scene, scene.lead, 'submit', 'inProgress')).status).toBe(201);
    expect((await read(scene)).handedBack).toBeUndefined();
  });

  it('that moved meanwhile refuse a step decided on what was there before', async () => {
    const scene = await givenScene(running, 'submitted');
    const refused = await step(scene, scene.lead, 'submit', 'inProgress');
    expect([refused.status, refused.problem.code]).toEqual([409, 'assessment.stateChanged']);
    expect(refused.problem['details']).toEqual({ state: 'submitted' });
  });

  it('take no step that does not lead out of their state', async () => {
    const scene = await givenScene(running, 'submitted');
    const refused = await step(scene, scene.lead, 'submit', 'submitted');
    expect([refused.status, refused.problem.code]).toEqual([409, 'assessment.locked']);
  });

  it('are submitted once only, also when two press the button at the same time', async () => {
    const scene = await givenScene(running);
    await answerAll(scene);
    const both = await Promise.all([
      step(scene, scene.lead, 'submit', 'inProgress'),
      step(scene, scene.lead, 'submit', 'inProgress'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('are not submitted after the deadline', async () => {
    const scene = await givenScene(running);
    await answerAll(scene);
    await givenDeadlineIn(running, scene.assessmentId, 60_000);
    running.shiftClock(61_000);
    try {
      const late = await step(scene, scene.lead, 'submit', 'inProgress');
      expect([late.status, late.problem.code]).toEqual([409, 'round.closed']);
    } finally {
      running.shiftClock(0);
    }
  });

  it('are never verified by somebody who works for the city', async () => {
    const scene = await givenScene(running, 'submitted');
    const both = await givenActor(running, [
      { role: 'expert', scope: 'assessment', scopeId: scene.assessmentId },
      { role: 'cityContributor', scope: 'city', scopeId: scene.cityId },
    ]);
    const refused = await step(scene, both, 'beginVerification', 'submitted');
    expect([refused.status, refused.problem.code]).toEqual([403, 'access.forbidden']);
  });

  it('of others are as unknown as those that do not exist', async () => {
    const scene = await givenScene(running);
    const { lead: stranger } = await givenScene(running);
    const ask = (assessmentId: string) =>
      call(running, readAssessment, { params: { assessmentId } }, stranger.cookie);
    const [foreign, unknown] = [await ask(scene.assessmentId), await ask(uuidv7())];
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect({ ...foreign.problem, requestId: '' }).toEqual({ ...unknown.problem, requestId: '' });
  });
});
