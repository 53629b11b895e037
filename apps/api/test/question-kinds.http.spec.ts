import {
  addEvidence,
  answerClarification,
  askClarification,
  listAnswers,
  listFindings,
  readAssessmentHistory,
  readScorecard,
  recordFinding,
  saveAnswers,
  takeTransition,
  type AnswerSave,
  type CallOf,
  type RecordFinding,
} from '@kilim/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AnswerValue } from '@kilim/indicators';
import { uuidv7 } from 'uuidv7';
import { Database } from '../src/database/database.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { CENTRES } from './support/centres.js';
import { describeOnBothDatabases } from './support/databases.js';
import { givenScene, givenState, saveOf, type Scene } from './support/scene.js';

type ValueSave = Extract<AnswerSave, { kind: 'set' }>;
type Piece = NonNullable<CallOf<typeof addEvidence>['body']>;

const AT = '2026-11-27T12:00:00.000Z';
const NORTH = uuidv7();
const SOUTH = uuidv7();

const setTo = (questionId: string, value: AnswerValue, more: Partial<ValueSave> = {}): ValueSave => {
  const save = saveOf(questionId, value);
  if (save.kind !== 'set') throw new Error('A value was given.');
  return { ...save, textRevision: CENTRES.sourceRevision, ...more };
};
const centres = (...instances: readonly string[]): ValueSave => setTo('q-centres', [...instances]);
const places = (instanceId: string, value: number, more: Partial<ValueSave> = {}): ValueSave =>
  setTo('q-places', value, { instanceId, ...more });

describeOnBothDatabases('questions of every kind', (make) => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(make);
  });
  afterAll(() => running.close());

  const given = () => givenScene(running, 'inProgress', CENTRES);
  const save = ({ assessmentId, lead }: Scene, ...saves: readonly AnswerSave[]) =>
    call(running, saveAnswers, { params: { assessmentId }, body: { saves: [...saves] } }, lead.cookie);
  const read = async ({ assessmentId, lead }: Scene) =>
    (await call(running, listAnswers, { params: { assessmentId } }, lead.cookie)).body.answers;
  const prove = ({ assessmentId, lead }: Scene, questionId: string, more: Partial<Piece>) => {
    const body: Piece = { title: 'Plan of the centres', level: 'local', questionId, ...more };
    return call(running, addEvidence, { params: { assessmentId }, body }, lead.cookie);
  };
  const submit = ({ assessmentId, lead }: Scene) => {
    const body = { transition: 'submit', from: 'inProgress' } as const;
    return call(running, takeTransition, { params: { assessmentId }, body }, lead.cookie);
  };
  const needsOf = async (scene: Scene) => {
    const { details } = (await submit(scene)).problem;
    const { needs } = details as { needs: { code: string; problem: string; addresses: string[] }[] };
    return needs.map(({ code, problem, addresses }) => [problem, code, ...addresses]);
  };
  const scored = async ({ assessmentId, lead }: Scene) => {
    const query = { basis: 'claimed' } as const;
    return (await call(running, readScorecard, { params: { assessmentId }, query }, lead.cookie)).body
      .scorecard;
  };

  it('are answered once per instance of their set, each answer with its own revision', async () => {
    const scene = await given();
    await save(scene, centres(NORTH, SOUTH), places(NORTH, 12), places(SOUTH, 60));
    const changed = await save(scene, places(SOUTH, 61, { baseRevision: 1 }));
    expect(changed.status).toBe(201);
    const stale = await save(scene, places(NORTH, 13));
    expect([stale.status, stale.problem.code]).toEqual([409, 'answer.stale']);
    const within = (await read(scene)).filter(({ questionId }) => questionId === 'q-places');
    expect(within).toHaveLength(2);
    expect(within).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ instanceId: NORTH, revision: 1, answer: { kind: 'value', value: 12 } }),
        expect.objectContaining({ instanceId: SOUTH, revision: 2, answer: { kind: 'value', value: 61 } }),
      ]),
    );
    const history = await call(
      running,
      readAssessmentHistory,
      { params: { assessmentId: scene.assessmentId } },
      scene.lead.cookie,
    );
    expect(history.body.entries[0]).toMatchObject({
      ...{ action: 'answer.set', questionId: 'q-places', instanceId: SOUTH },
      ...{ from: { kind: 'value', value: 60 }, to: { kind: 'value', value: 61 } },
    });
  });

  it('are taken as long as there is room, however many instances somebody makes up', async () => {
    const scene = await given();
    const { assessmentId } = scene;
    const { body } = await save(scene, places(NORTH, 12));
    const { writer, kind } = running.app.get(Database);
    const series =
      kind === 'postgres'
        ? 'SELECT i FROM generate_series(1, 19997) AS i'
        : 'WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 19997) SELECT i FROM s';
    await writer.query(
      `INSERT INTO current_answer (assessment_id, question_id, instance_id, revision, event_id, faults, saved_at)
       SELECT '${assessmentId}', 'q-places', 'made-up-' || i, 1, '${body.answers[0]?.eventId ?? ''}', '[]', '${AT}' FROM (${series}) made`,
    );
    const taken = await save(scene, places(uuidv7(), 1), places(SOUTH, 1));
    const refused = await save(scene, places(uuidv7(), 1));
    expect([taken.status, refused.status, refused.problem.code]).toEqual([201, 409, 'answer.tooMany']);
    expect((await save(scene, places(SOUTH, 2, { baseRevision: 1 }))).status).toBe(201);
  });

  it('have a history of their own in each instance, however much happened in the others', async () => {
    const scene = await given();
    await save(scene, centres(NORTH, SOUTH), places(NORTH, 12));
    for (const [baseRevision, value] of [60, 61, 62].entries())
      await save(scene, places(SOUTH, value, { baseRevision }));
    const { body } = await call(
      running,
      readAssessmentHistory,
      {
        params: { assessmentId: scene.assessmentId },
        query: { questionId: 'q-places', instanceId: NORTH, limit: '2' },
      },
      scene.lead.cookie,
    );
    expect(body.entries.map(({ instanceId, to }) => ({ instanceId, to }))).toEqual([
      { instanceId: NORTH, to: { kind: 'value', value: 12 } },
    ]);
    expect(body.next).toBeUndefined();
  });

  it('tell in the history of an instance what was asked about it, and the evidence of all', async () => {
    const scene = await given();
    const { assessmentId, expert, lead } = scene;
    await save(scene, centres(NORTH, SOUTH), places(NORTH, 12), places(SOUTH, 60));
    await prove(scene, 'q-places', {});
    await givenState(running, assessmentId, 'submitted');
    const params = { assessmentId };
    const ask = async (instanceId: string) => {
      const body = {
        ...{ questionId: 'q-places', instanceId, dueOn: '2099-03-01' },
        ...{ question: 'Who has counted them?', settledBy: 'The name of the office.' },
      };
      const asked = await call(running, askClarification, { params, body }, expert.cookie);
      return asked.body.clarification.id;
    };
    await ask(NORTH);
    const clarificationId = await ask(SOUTH);
    const reply = { params: { assessmentId, clarificationId }, body: { words: 'The sports office.' } };
    await call(running, answerClarification, reply, lead.cookie);
    const query = { questionId: 'q-places', instanceId: SOUTH };
    const { body } = await call(running, readAssessmentHistory, { params, query }, lead.cookie);
    expect(body.entries.map(({ action, instanceId }) => [action, instanceId])).toEqual([
      ['clarification.answered', SOUTH],
      ['clarification.asked', SOUTH],
      ['evidence.linked', undefined],
      ['evidence.added', undefined],
      ['answer.set', SOUTH],
    ]);
  });

  it('are refused where nobody is asked: of no instance, of a foreign one, and what is calculated', async () => {
    const scene = await given();
    for (const nowhere of [
      setTo('q-places', 12),
      setTo('q-aims', ['opt-sport', 'opt-meeting'], { instanceId: NORTH }),
      setTo('q-sum', 72),
    ]) {
      const refused = await save(scene, nowhere);
      expect([refused.status, refused.problem.code]).toEqual([422, 'answer.notAsked']);
    }
    expect(await read(scene)).toEqual([]);
  });

  it('count as their instances and calculations say: what a set no longer lists is kept and counts for nothing', async () => {
    const scene = await given();
    await save(scene, centres(NORTH, SOUTH), places(NORTH, 12), places(SOUTH, 60));
    const traces = async () =>
      (await scored(scene)).questions.map(({ address, points }) => [address, points / 1000]);
    expect(await traces()).toEqual(
      expect.arrayContaining([
        [`q-places@${NORTH}`, 0],
        [`q-places@${SOUTH}`, 2],
        ['q-sum', 1],
      ]),
    );
    await save(scene, setTo('q-centres', [NORTH], { baseRevision: 1 }));
    expect(await traces()).toEqual(expect.arrayContaining([['q-sum', 0]]));
    expect((await traces()).map(([address]) => address)).not.toContain(`q-places@${SOUTH}`);
    expect((await read(scene)).map(({ instanceId }) => instanceId)).toContain(SOUTH);
    await save(scene, setTo('q-centres', [NORTH, SOUTH], { baseRevision: 2 }));
    expect(await traces()).toEqual(expect.arrayContaining([[`q-places@${SOUTH}`, 2]]));
  });

  it('keep an assessment from being submitted until each is answered, classed, proved, and all fit together', async () => {
    const scene = await given();
    expect(await needsOf(scene)).toEqual([
      ['open', 'CEN.1', 'q-centres'],
      ['open', 'CEN.4', 'q-aims'],
      ['open', 'CEN.5', 'q-plan'],
    ]);
    await save(
      scene,
      ...[centres(NORTH, SOUTH), places(NORTH, 2), places(SOUTH, 3, { quality: 'A' })],
      setTo('q-aims', ['opt-meeting']),
    );
    expect(await needsOf(scene)).toEqual([
      ['quality', 'CEN.2', `q-places@${NORTH}`],
      ['faulty', 'CEN.4', 'q-aims'],
      ['open', 'CEN.5', 'q-plan'],
      ['violation', 'V.1', 'q-centres'],
    ]);
    const plan = await prove(scene, 'q-plan', {});
    await save(
      scene,
      places(NORTH, 22, { baseRevision: 1, quality: 'B' }),
      setTo('q-aims', ['opt-meeting', 'opt-sport'], { baseRevision: 1 }),
      setTo('q-plan', [plan.body.id]),
    );
    expect(await needsOf(scene)).toEqual([['evidence', 'CEN.4', 'q-aims']]);
    // A link is asked for, and this piece has none.
    await prove(scene, 'q-aims', {});
    expect(await needsOf(scene)).toEqual([['evidence', 'CEN.4', 'q-aims']]);
    await prove(scene, 'q-aims', { url: 'https://city.example/aims' });
    expect((await submit(scene)).body.state).toBe('submitted');
  });

  it('are found otherwise per instance, and the calculation follows', async () => {
    const scene = await given();
    await save(scene, centres(NORTH, SOUTH), places(NORTH, 12), places(SOUTH, 60));
    await givenState(running, scene.assessmentId, 'submitted');
    const judged = (await read(scene)).find(({ instanceId }) => instanceId === SOUTH)?.eventId ?? null;
    const body: RecordFinding = {
      kind: 'value',
      ...{ questionId: 'q-places', instanceId: SOUTH, judgedEventId: judged, evidenceIds: [] },
      ...{ reasonCode: 'coversLess', reason: 'Counted on the spot' },
      answer: { kind: 'value', value: 15 },
    };
    const params = { assessmentId: scene.assessmentId };
    const recorded = await call(running, recordFinding, { params, body }, scene.expert.cookie);
    expect(recorded.status).toBe(201);
    const points = Object.fromEntries(
      recorded.body.scorecard.questions.map((each) => [each.address, each.points]),
    );
    expect(points).toMatchObject({ [`q-places@${NORTH}`]: 0, [`q-places@${SOUTH}`]: 0, 'q-sum': 0 });
    const query = { questionId: 'q-places', instanceId: SOUTH };
    const history = await call(running, readAssessmentHistory, { params, query }, scene.lead.cookie);
    expect(history.body.entries.map(({ action }) => action)).toEqual(['finding.recorded', 'answer.set']);
    const { findings } = (await call(running, listFindings, { params }, scene.lead.cookie)).body;
    expect(findings).toEqual([expect.objectContaining({ instanceId: SOUTH, isOutdated: false })]);
    const nowhere: RecordFinding = { ...body, instanceId: '' };
    const refused = await call(running, recordFinding, { params, body: nowhere }, scene.expert.cookie);
    expect(refused.problem.code).toBe('answer.notAsked');
  });
});
