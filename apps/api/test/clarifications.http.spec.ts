import {
  addEvidence,
  answerClarification,
  askClarification,
  listClarifications,
  listRounds,
  readAssessment,
  readAssessmentHistory,
  readRound,
  recordFinding,
  saveAnswers,
  takeTransition,
  withdrawClarification,
  type CallOf,
} from '@kilim/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { AssessmentRow } from '../src/assessments/assessment.entity.js';
import { UnitOfWork } from '../src/database/unit-of-work.js';
import { asContributor, type TestActor } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import { PDF, send } from './support/files.js';
import {
  aSave,
  givenDeadlineIn,
  givenScene,
  givenState,
  theQuestion,
  theVersion,
  type Scene,
} from './support/scene.js';

type Asked = NonNullable<CallOf<typeof askClarification>['body']>;

describeOnBothDatabases('a clarification', (make) => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(make);
  });
  afterAll(() => running.close());

  const asked = (code: string): Asked => ({
    ...{ questionId: theQuestion(code).id, instanceId: '', dueOn: '2099-03-01' },
    ...{ question: 'Where is the budget line?', settledBy: 'The page of the budget book.' },
  });
  const ask = ({ assessmentId, expert }: Scene, body: Asked, who: TestActor = expert) =>
    call(running, askClarification, { params: { assessmentId }, body }, who.cookie);
  const end = (
    endpoint: typeof answerClarification | typeof withdrawClarification,
    { assessmentId }: Scene,
    clarificationId: string,
    who: TestActor,
  ) =>
    call(
      running,
      endpoint,
      { params: { assessmentId, clarificationId }, body: { words: 'Line 7.3.1.' } },
      who.cookie,
    );
  const list = async ({ assessmentId, lead }: Scene) =>
    (await call(running, listClarifications, { params: { assessmentId } }, lead.cookie)).body.clarifications;
  const state = async ({ assessmentId, lead }: Scene) =>
    (await call(running, readAssessment, { params: { assessmentId } }, lead.cookie)).body.state;
  const save = ({ assessmentId, lead }: Scene, code: string) => {
    const body = { saves: [aSave(code, true)] };
    return call(running, saveAnswers, { params: { assessmentId }, body }, lead.cookie);
  };

  it('begins the verification, is the city’s move, and goes back to the expert once it is answered', async () => {
    const scene = await givenScene(running, 'submitted');
    const { status, body } = await ask(scene, asked('COM.4'));
    expect([status, body.state]).toEqual([201, 'clarification']);
    expect(await list(scene)).toEqual([body.clarification]);
    expect(body.clarification).toMatchObject({ ...asked('COM.4'), askedBy: { name: 'Test Person' } });
    const answered = await end(answerClarification, scene, body.clarification.id, scene.lead);
    expect([answered.status, answered.body.state]).toEqual([201, 'underVerification']);
    expect(answered.body.clarification.end).toMatchObject({ kind: 'answered', words: 'Line 7.3.1.' });
    const params = { assessmentId: scene.assessmentId };
    const history = await call(running, readAssessmentHistory, { params }, scene.lead.cookie);
    expect(history.body.entries.map(({ action, subject, reason }) => [action, subject ?? reason])).toEqual([
      ['assessment.moved', 'underVerification'],
      ['clarification.answered', 'Line 7.3.1.'],
      ['assessment.moved', 'clarification'],
      ['assessment.moved', 'underVerification'],
      ['clarification.asked', 'Where is the budget line?'],
    ]);
  });

  it('opens exactly the answers that are asked about, with their evidence, however late it is', async () => {
    const scene = await givenScene(running, 'underVerification');
    await givenDeadlineIn(running, scene.assessmentId, -60_000);
    await ask(scene, asked('COM.4'));
    expect((await save(scene, 'COM.4')).status).toBe(201);
    expect((await save(scene, 'LAN.4')).problem.code).toBe('assessment.locked');
    const params = { assessmentId: scene.assessmentId };
    const { file } = await send(running, scene, 'budget.pdf', PDF);
    const piece = (code: string) => ({
      ...{ title: 'Budget', level: 'local' as const, questionId: theQuestion(code).id },
    });
    const body = { ...piece('COM.4'), fileId: file?.id ?? '' };
    expect((await call(running, addEvidence, { params, body }, scene.lead.cookie)).status).toBe(201);
    const elsewhere = await call(running, addEvidence, { params, body: piece('LAN.4') }, scene.lead.cookie);
    expect(elsewhere.problem.code).toBe('assessment.locked');
    await ask(scene, asked('LAN.4'));
    expect((await save(scene, 'LAN.4')).status).toBe(201);
  });

  it('of two leaves the other one open', async () => {
    const scene = await givenScene(running, 'underVerification');
    const first = await ask(scene, asked('COM.4'));
    const second = await ask(scene, asked('LAN.4'));
    await end(answerClarification, scene, first.body.clarification.id, scene.lead);
    expect(await state(scene)).toBe('clarification');
    const last = await end(withdrawClarification, scene, second.body.clarification.id, scene.expert);
    expect(last.body).toMatchObject({
      state: 'underVerification',
      clarification: { end: { kind: 'withdrawn' } },
    });
    expect((await save(scene, 'COM.4')).problem.code).toBe('assessment.locked');
  });

  it('lets the expert go on with findings, and keeps the verification from being completed', async () => {
    const scene = await givenScene(running, 'underVerification');
    await ask(scene, asked('COM.4'));
    const params = { assessmentId: scene.assessmentId };
    const finding: NonNullable<CallOf<typeof recordFinding>['body']> = {
      ...{ kind: 'value', questionId: theQuestion('LAN.4').id, instanceId: '', reasonCode: 'coversMore' },
      ...{ answer: { kind: 'value', value: true }, reason: 'Seen.', judgedEventId: null, evidenceIds: [] },
    };
    const found = await call(running, recordFinding, { params, body: finding }, scene.expert.cookie);
    expect([found.status, found.body.state]).toEqual([201, 'clarification']);
    const body = { transition: 'completeVerification', from: 'clarification' } as const;
    const complete = await call(running, takeTransition, { params, body }, scene.expert.cookie);
    expect(complete.problem.code).toBe('assessment.locked');
  });

  it('is asked once per answer, ended once, and only while it makes sense', async () => {
    const scene = await givenScene(running, 'underVerification');
    const { body } = await ask(scene, asked('COM.4'));
    expect((await ask(scene, asked('COM.4'))).problem.code).toBe('clarification.open');
    await end(answerClarification, scene, body.clarification.id, scene.lead);
    for (const [endpoint, who] of [
      [answerClarification, scene.lead],
      [withdrawClarification, scene.expert],
    ] as const)
      expect((await end(endpoint, scene, body.clarification.id, who)).problem.code).toBe(
        'clarification.ended',
      );
    expect((await ask(scene, asked('COM.4'))).status).toBe(201);
    const early = await ask(await givenScene(running, 'inProgress'), asked('COM.4'));
    expect(early.problem.code).toBe('assessment.locked');
  });

  it('names a question of the version and a day that is not over', async () => {
    const scene = await givenScene(running, 'submitted');
    const unknown = await ask(scene, { ...asked('COM.4'), questionId: 'q-nobody' });
    expect([unknown.status, unknown.problem.code]).toEqual([422, 'answer.notAsked']);
    const late = await ask(scene, { ...asked('COM.4'), dueOn: '2020-01-01' });
    expect([late.problem.code, late.problem.places]).toEqual([
      'request.invalid',
      [{ in: 'body', pointer: '/dueOn', message: 'This day is over.' }],
    ]);
    expect(await state(scene)).toBe('submitted');
  });

  it('is due on a day whose end can be told everywhere: else no list of rounds could be read any more', async () => {
    const scene = await givenScene(running, 'submitted');
    const unit = running.app.get(UnitOfWork);
    await unit.write({ untraced: 'projection.rebuild' }, async () => {
      const far = { deadlineLocal: '2099-12-31T23:59', deadlineZone: 'America/Toronto' };
      const instant = { deadlineInstant: '2100-01-01T04:59:59.999Z' };
      await unit.manager().update(AssessmentRow, { id: scene.assessmentId }, { ...far, ...instant });
    });
    const refused = await ask(scene, { ...asked('COM.4'), dueOn: '9999-12-31' });
    expect([refused.status, refused.problem.places]).toEqual([
      400,
      [expect.objectContaining({ in: 'body', pointer: '/dueOn' })],
    ]);
    expect((await ask(scene, { ...asked('COM.4'), dueOn: '9998-12-31' })).status).toBe(201);
    const { cookie } = scene.coordinator;
    expect((await call(running, listRounds, {}, cookie)).status).toBe(200);
    const round = await call(running, readRound, { params: { roundId: scene.roundId } }, cookie);
    expect(round.body.rows[0]?.replies[0]?.instant).toBe('9999-01-01T04:59:59.999Z');
  });

  it('is answered by who may answer the question, and of another city is unknown', async () => {
    const [scene, other] = [await givenScene(running, 'submitted'), await givenScene(running, 'submitted')];
    const { body } = await ask(scene, asked('COM.4'));
    const section = theVersion().questionnaire.sections.find(({ code }) => code === 'LAN')?.id ?? '';
    const contributor = await asContributor(running, scene.cityId, [section]);
    const outside = await end(answerClarification, scene, body.clarification.id, contributor);
    expect([outside.status, outside.problem.code]).toEqual([403, 'access.forbidden']);
    for (const id of [body.clarification.id, uuidv7()])
      expect((await end(answerClarification, other, id, other.lead)).status).toBe(404);
  });

  it('that is open when the city withdraws holds nobody up', async () => {
    const scene = await givenScene(running, 'submitted');
    const { body } = await ask(scene, asked('COM.4'));
    const params = { assessmentId: scene.assessmentId };
    const leave = { transition: 'withdraw', from: 'clarification', reason: 'A new mayor.' } as const;
    const left = await call(running, takeTransition, { params, body: leave }, scene.lead.cookie);
    expect(left.body.state).toBe('withdrawn');
    const ended = await end(answerClarification, scene, body.clarification.id, scene.lead);
    expect(ended.body.state).toBe('withdrawn');
  });

  it('from before the city left does not begin the next verification when the city answers it', async () => {
    const scene = await givenScene(running, 'submitted');
    const [one, other] = [await ask(scene, asked('COM.4')), await ask(scene, asked('COM.5'))];
    const params = { assessmentId: scene.assessmentId };
    const step = async (body: NonNullable<CallOf<typeof takeTransition>['body']>, { cookie }: TestActor) =>
      (await call(running, takeTransition, { params, body }, cookie)).body.state;
    const reason = 'A new mayor.';
    await step({ transition: 'withdraw', from: 'clarification', reason }, scene.lead);
    const back = await step({ transition: 'takeBack', from: 'withdrawn', reason }, scene.coordinator);
    expect(back).toBe('inProgress');
    await givenState(running, scene.assessmentId, 'submitted');
    for (const { body } of [one, other]) {
      const answered = await end(answerClarification, scene, body.clarification.id, scene.lead);
      expect([answered.status, answered.body.state]).toEqual([201, 'submitted']);
    }
    expect((await ask(scene, asked('COM.6'))).body.state).toBe('clarification');
  });
});
