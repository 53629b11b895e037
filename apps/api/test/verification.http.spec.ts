import {
  addEvidence,
  listAnswers,
  listFindings,
  readScorecard,
  recordFinding,
  saveAnswers,
  StaleDetails,
  takeTransition,
  type CallOf,
  type RecordFinding,
} from '@kilim/contracts';
import type { Basis, Scorecard } from '@kilim/indicators';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { givenActor, type TestActor } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import {
  aSave,
  completeSaves,
  givenScene,
  givenState,
  optionOf,
  theQuestion,
  type Scene,
} from './support/scene.js';

type Step = NonNullable<CallOf<typeof takeTransition>['body']>;

/** What a city claims of its public commitment: the best there is, which findings below doubt. */
const BEST = 3;
/** What it has answered. */
const ANSWERED = ['COM.1', 'COM.2', 'INT.1', 'WEL.1', 'MED.1', 'LEA.3', 'PAR.3'];

describeOnBothDatabases('findings', (make) => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(make);
  });
  afterAll(() => running.close());

  const record = ({ assessmentId, expert }: Scene, body: RecordFinding, who: TestActor = expert) =>
    call(running, recordFinding, { params: { assessmentId }, body }, who.cookie);
  const scored = async ({ assessmentId, lead }: Scene, basis: Basis) =>
    (await call(running, readScorecard, { params: { assessmentId }, query: { basis } }, lead.cookie)).body;
  const answersOf = async ({ assessmentId, lead }: Scene) =>
    (await call(running, listAnswers, { params: { assessmentId } }, lead.cookie)).body.answers;
  const findingsOf = async ({ assessmentId, lead }: Scene) =>
    (await call(running, listFindings, { params: { assessmentId } }, lead.cookie)).body.findings;
  const move = ({ assessmentId }: Scene, who: TestActor, body: Step) =>
    call(running, takeTransition, { params: { assessmentId }, body }, who.cookie);

  /** A city that has answered a few questions and submitted. */
  async function givenSubmitted(): Promise<Scene & { readonly eventId: string }> {
    const scene = await givenScene(running);
    await answerSome(scene);
    await givenState(running, scene.assessmentId, 'submitted');
    return { ...scene, eventId: await eventOf(scene, 'COM.1') };
  }
  async function answerSome({ assessmentId, lead }: Scene): Promise<void> {
    const ids = new Set(ANSWERED.map((code) => theQuestion(code).id));
    const saves = completeSaves()
      .flat()
      .filter(({ questionId }) => ids.has(questionId));
    expect(saves).toHaveLength(ANSWERED.length);
    const params = { assessmentId };
    await call(running, saveAnswers, { params, body: { saves } }, lead.cookie);
  }
  const eventOf = async (scene: Scene, code: string) =>
    (await answersOf(scene)).find(({ questionId }) => questionId === theQuestion(code).id)?.eventId ?? '';

  it('move the found score and leave the claim and its score as they were', async () => {
    const scene = await givenSubmitted();
    const answers = await answersOf(scene);
    const claimed = await scored(scene, 'claimed');
    const { status, body } = await record(scene, finding('COM.1', 1, scene.eventId));
    expect([status, body.state]).toEqual([201, 'underVerification']);
    expect(body.finding).toMatchObject({
      ...{ sequence: 1, reader: 'first', reasonCode: 'coversLess', judgedEventId: scene.eventId },
      ...{ isOutdated: false, isSuperseded: false, recordedBy: { id: scene.expert.accountId } },
    });
    expect(valueOf(body.scorecard, 'COM')).toBeLessThan(valueOf(claimed.scorecard, 'COM'));
    const trace = body.scorecard.questions.find(({ code }) => code === 'COM.1');
    expect(trace).toMatchObject({ column: 'finding', findingId: body.finding.id });
    expect((await scored(scene, 'found')).scorecard).toEqual(body.scorecard);
    expect(await scored(scene, 'claimed')).toEqual(claimed);
    expect(await answersOf(scene)).toEqual(answers);
  });

  it('are superseded by later ones, and withdrawing one restores what the claim scores', async () => {
    const scene = await givenSubmitted();
    const before = await scored(scene, 'found');
    await record(scene, finding('COM.1', 1, scene.eventId));
    await record(scene, finding('COM.1', 2, scene.eventId));
    const withdrawn = await record(scene, {
      ...{ kind: 'withdrawn', questionId: theQuestion('COM.1').id, instanceId: '' },
      reason: 'The declaration was found after all',
    });
    expect(withdrawn.body.scorecard).toEqual(before.scorecard);
    expect((await scored(scene, 'found')).inputHash).toBe(before.inputHash);
    const all = await findingsOf(scene);
    expect(all.map(({ sequence, isSuperseded, answer }) => [sequence, isSuperseded, answer?.kind])).toEqual([
      [1, true, 'value'],
      [2, true, 'value'],
      [3, false, undefined],
    ]);
  });

  it('ask the conditions again: what a finding hides counts for nothing', async () => {
    const scene = await givenSubmitted();
    const eventId = await eventOf(scene, 'LEA.3');
    const { body } = await record(scene, finding('LEA.3', 0, eventId));
    const hidden = body.scorecard.questions.find(({ code }) => code === 'PAR.3');
    expect(hidden?.score).toEqual({ kind: 'notAsked' });
  });

  it('must be answers that count, and say truly whether they differ', async () => {
    const scene = await givenSubmitted();
    const base = finding('COM.1', 1, scene.eventId);
    const wrong: readonly (readonly [RecordFinding, string])[] = [
      [{ ...base, answer: { kind: 'value', value: 'o-nothing' } }, '/answer/value'],
      [{ ...base, reasonCode: 'confirms' }, '/reasonCode'],
      [finding('COM.1', BEST, scene.eventId), '/reasonCode'],
      [{ ...base, evidenceIds: [uuidv7()] }, '/evidenceIds/0'],
      [{ kind: 'withdrawn', questionId: base.questionId, instanceId: '', reason: 'Nothing' }, '/kind'],
    ];
    for (const [body, pointer] of wrong) {
      const refused = await record(scene, body);
      expect([refused.status, refused.problem.code]).toEqual([422, 'finding.invalid']);
      expect(refused.problem.places).toEqual([expect.objectContaining({ pointer })]);
    }
    expect(await findingsOf(scene)).toEqual([]);
  });

  it('on a question that the version does not have are refused', async () => {
    const scene = await givenSubmitted();
    const refused = await record(scene, { ...finding('COM.1', 1, scene.eventId), questionId: 'q-nobody' });
    expect([refused.status, refused.problem.code]).toEqual([422, 'answer.notAsked']);
  });

  it('on an answer that the city has changed meanwhile are refused with the newer one', async () => {
    const scene = await givenSubmitted();
    const { assessmentId, lead, coordinator, eventId } = scene;
    await record(scene, finding('COM.1', 1, eventId));
    await move(scene, coordinator, { transition: 'reopen', from: 'underVerification', reason: 'A slip' });
    const saves = [aSave('COM.1', optionOf('COM.1', 2), { baseRevision: 1 })];
    await call(running, saveAnswers, { params: { assessmentId }, body: { saves } }, lead.cookie);
    await givenState(running, assessmentId, 'submitted');
    const refused = await record(scene, finding('COM.1', 1, eventId));
    expect([refused.status, refused.problem.code]).toEqual([409, 'answer.stale']);
    const { stale } = StaleDetails.parse(refused.problem['details']);
    expect(stale[0]?.current.answer).toEqual({ kind: 'value', value: optionOf('COM.1', 2) });
    expect((await findingsOf(scene)).map(({ isOutdated }) => isOutdated)).toEqual([true]);
  });

  it('wait until the city has submitted, and end with the verification', async () => {
    const early = await givenScene(running);
    const refused = await record(early, finding('COM.1', 1, null));
    expect([refused.status, refused.problem.code]).toEqual([409, 'assessment.locked']);
    const scene = await givenSubmitted();
    await record(scene, finding('COM.1', 1, scene.eventId));
    await move(scene, scene.expert, { transition: 'completeVerification', from: 'underVerification' });
    const late = await record(scene, finding('COM.1', 2, scene.eventId));
    expect(late.problem.code).toBe('assessment.locked');
  });

  it('name evidence of the same assessment only', async () => {
    const scene = await givenScene(running);
    const other = await givenScene(running);
    const piece = { title: 'Strategy', level: 'local', questionId: theQuestion('COM.1').id } as const;
    const add = async ({ assessmentId, lead }: Scene) =>
      (await call(running, addEvidence, { params: { assessmentId }, body: piece }, lead.cookie)).body.id;
    const [own, foreign] = [await add(scene), await add(other)];
    await answerSome(scene);
    await givenState(running, scene.assessmentId, 'submitted');
    const base = finding('COM.1', 1, await eventOf(scene, 'COM.1'));
    expect((await record(scene, { ...base, evidenceIds: [own, foreign] })).problem.places).toEqual([
      expect.objectContaining({ pointer: '/evidenceIds/1' }),
    ]);
    expect((await record(scene, { ...base, evidenceIds: [own] })).body.finding.evidenceIds).toEqual([own]);
  });

  it('are recorded by experts from elsewhere only', async () => {
    const scene = await givenSubmitted();
    const both = await givenActor(running, [
      { role: 'expert', scope: 'assessment', scopeId: scene.assessmentId },
      { role: 'cityLead', scope: 'city', scopeId: scene.cityId },
    ]);
    for (const who of [both, scene.lead, scene.coordinator]) {
      const refused = await record(scene, finding('COM.1', 1, scene.eventId), who);
      expect([refused.status, refused.problem.code]).toEqual([403, 'access.forbidden']);
    }
    const { expert: stranger } = await givenScene(running);
    expect((await record(scene, finding('COM.1', 1, scene.eventId), stranger)).status).toBe(404);
  });

  it('recorded at the same time get a place each', async () => {
    const scene = await givenSubmitted();
    const codes = ['COM.1', 'COM.2', 'INT.1', 'WEL.1', 'MED.1'];
    const events = await Promise.all(codes.map((code) => eventOf(scene, code)));
    const all = await Promise.all(
      codes.map((code, index) => record(scene, finding(code, 0, events[index] ?? ''))),
    );
    expect(all.map(({ status }) => status)).toEqual(codes.map(() => 201));
    expect((await findingsOf(scene)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
  });
});

function finding(
  code: string,
  option: number,
  judgedEventId: string | null,
): RecordFinding & { kind: 'value' } {
  return {
    ...{ kind: 'value', questionId: theQuestion(code).id, instanceId: '', judgedEventId, evidenceIds: [] },
    answer: { kind: 'value', value: optionOf(code, option) },
    ...{ reasonCode: 'coversLess', reason: 'The council never voted on it' },
  };
}

function valueOf(scorecard: Scorecard, code: string): number {
  const score = scorecard.indicators.find((indicator) => indicator.code === code)?.score;
  return score?.kind === 'scored' ? score.value : NaN;
}
