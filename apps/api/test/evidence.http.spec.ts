import {
  addEvidence,
  linkEvidence,
  listEvidence,
  readAssessmentHistory,
  readRound,
  saveAnswers,
  type CallOf,
} from '@kilim/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { asContributor, type TestActor } from './support/actors.js';
import { Database } from '../src/database/database.js';
import { EvidenceRecord } from '../src/evidence/evidence-record.service.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import {
  aSave,
  givenDeadlineIn,
  givenScene,
  givenState,
  optionOf,
  theQuestion,
  theVersion,
  type Scene,
} from './support/scene.js';

type Piece = NonNullable<CallOf<typeof addEvidence>['body']>;
type Link = NonNullable<CallOf<typeof linkEvidence>['body']>;

describeOnBothDatabases('evidence', (make) => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(make);
  });
  afterAll(() => running.close());

  const add = ({ assessmentId, lead }: Scene, body: Piece, who: TestActor = lead) =>
    call(running, addEvidence, { params: { assessmentId }, body }, who.cookie);
  const link = ({ assessmentId, lead }: Scene, evidenceId: string, body: Link, who: TestActor = lead) =>
    call(running, linkEvidence, { params: { assessmentId, evidenceId }, body }, who.cookie);
  const list = async ({ assessmentId, lead }: Scene) =>
    (await call(running, listEvidence, { params: { assessmentId } }, lead.cookie)).body.evidence;
  const piece = (code: string): Piece => ({
    ...{ title: 'Integration strategy', publisher: 'City council', level: 'local', date: '2025-03' },
    ...{ url: 'https://city.example/strategy.pdf', questionId: theQuestion(code).id, passage: 'page 4' },
  });

  it('is described with the answer it supports, and read back the same', async () => {
    const scene = await givenScene(running);
    const { status, body } = await add(scene, piece('COM.1'));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ title: 'Integration strategy', level: 'local', date: '2025-03' },
      uses: [{ questionId: theQuestion('COM.1').id, passage: 'page 4' }],
      addedBy: { id: scene.lead.accountId, name: 'Test Person' },
    });
    expect(await list(scene)).toEqual([body]);
  });

  it('of a whole round is told by what counts of it: there are tens of thousands of rows', async () => {
    const scene = await givenScene(running);
    const { body } = await add(scene, piece('COM.1'));
    for (const [kind, code] of [['linked', 'COM.2'] as const, ['unlinked', 'COM.1'] as const])
      await link(scene, body.id, { kind, questionId: theQuestion(code).id });
    const { subscribers } = running.app.get(Database).reader;
    let entities = 0;
    subscribers.push({ afterLoad: () => void (entities += 1) });
    const supported = await running.app.get(EvidenceRecord).supported([scene.assessmentId]);
    subscribers.pop();
    expect([...(supported.get(scene.assessmentId) ?? [])]).toEqual([theQuestion('COM.2').id]);
    expect(entities).toBe(0);
  });

  it('is taken as long as there is room', async () => {
    const scene = await givenScene(running);
    const { assessmentId } = scene;
    const { body: first } = await add(scene, piece('COM.1'));
    const { writer, kind } = running.app.get(Database);
    const series =
      kind === 'postgres'
        ? 'SELECT i FROM generate_series(2, 4999) AS i'
        : 'WITH RECURSIVE s(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM s WHERE i < 4999) SELECT i FROM s';
    await writer.query(
      `INSERT INTO evidence_link_event (id, evidence_id, assessment_id, question_id, kind, sequence, at)
       SELECT '${assessmentId.slice(0, 20)}' || i, '${first.id}', '${assessmentId}', '${theQuestion('COM.1').id}', 'linked', i,
         '${first.addedAt}' FROM (${series}) made`,
    );
    expect((await add(scene, piece('COM.2'))).status).toBe(201);
    const answers = [
      await add(scene, piece('COM.3')),
      await link(scene, first.id, { kind: 'linked', questionId: theQuestion('COM.2').id }),
    ];
    expect(answers.map(({ problem }) => problem.code)).toEqual(['evidence.tooMany', 'evidence.tooMany']);
    // What was named wrongly can be taken away, however much there is.
    const unlinked = await link(scene, first.id, { kind: 'unlinked', questionId: theQuestion('COM.1').id });
    expect([unlinked.status, unlinked.body.uses]).toEqual([201, []]);
  });

  it('supports further answers, and no longer does, without losing what was', async () => {
    const scene = await givenScene(running);
    const { body } = await add(scene, piece('COM.1'));
    const [first, second] = [theQuestion('COM.1').id, theQuestion('COM.2').id];
    await link(scene, body.id, { kind: 'linked', questionId: second });
    const unlinked = await link(scene, body.id, { kind: 'unlinked', questionId: first });
    expect([unlinked.status, unlinked.body.uses]).toEqual([201, [{ questionId: second }]]);
    // What is not there can't be taken away, and leaves no trace.
    await link(scene, body.id, { kind: 'unlinked', questionId: first });
    const params = { assessmentId: scene.assessmentId };
    const history = await call(running, readAssessmentHistory, { params }, scene.lead.cookie);
    expect(history.body.entries.map(({ action, subject }) => [action, subject])).toEqual([
      ['evidence.unlinked', 'Integration strategy'],
      ['evidence.linked', 'Integration strategy'],
      ['evidence.linked', 'Integration strategy'],
      ['evidence.added', 'Integration strategy'],
    ]);
  });

  it('is counted in the round where it supports an answer', async () => {
    const scene = await givenScene(running);
    const params = { assessmentId: scene.assessmentId };
    const saves = [aSave('COM.1', optionOf('COM.1', 1))];
    await call(running, saveAnswers, { params, body: { saves } }, scene.lead.cookie);
    await add(scene, piece('COM.1'));
    // Of a question without an answer.
    await add(scene, piece('COM.2'));
    const round = { params: { roundId: scene.roundId } };
    const { body } = await call(running, readRound, round, scene.coordinator.cookie);
    expect(body.rows[0]?.cells.find(({ code }) => code === 'COM')).toMatchObject({ withEvidence: 1 });
  });

  it('for a question that the version does not have is refused', async () => {
    const scene = await givenScene(running);
    const unknown = await add(scene, { ...piece('COM.1'), questionId: 'q-nobody' });
    expect([unknown.status, unknown.problem.code]).toEqual([422, 'answer.notAsked']);
    const { body } = await add(scene, piece('COM.1'));
    const linked = await link(scene, body.id, { kind: 'linked', questionId: 'q-nobody' });
    expect([linked.status, linked.problem.code]).toEqual([422, 'answer.notAsked']);
  });

  it('is added while the city answers: not once it has submitted, not after the deadline', async () => {
    const scene = await givenScene(running);
    const { body } = await add(scene, piece('COM.1'));
    const again: Link = { kind: 'unlinked', questionId: theQuestion('COM.1').id };
    await givenDeadlineIn(running, scene.assessmentId, 60_000);
    running.shiftClock(61_000);
    try {
      expect((await add(scene, piece('COM.1'))).problem.code).toBe('round.closed');
      expect((await link(scene, body.id, again)).problem.code).toBe('round.closed');
    } finally {
      running.shiftClock(0);
    }
    await givenState(running, scene.assessmentId, 'submitted');
    expect((await add(scene, piece('COM.1'))).problem.code).toBe('assessment.locked');
    expect((await link(scene, body.id, again)).problem.code).toBe('assessment.locked');
    expect(await list(scene)).toEqual([body]);
  });

  it('of a contributor stays within the sections that were handed out', async () => {
    const scene = await givenScene(running);
    const section = theVersion().questionnaire.sections.find(({ code }) => code === 'EDU')?.id ?? '';
    const contributor = await asContributor(running, scene.cityId, [section]);
    const own = await add(scene, piece('EDU.1'), contributor);
    expect(own.status).toBe(201);
    const outside = await add(scene, piece('COM.1'), contributor);
    expect([outside.status, outside.problem.code]).toEqual([403, 'access.forbidden']);
    const further = { kind: 'linked', questionId: theQuestion('COM.1').id } as const;
    expect((await link(scene, own.body.id, further, contributor)).problem.code).toBe('access.forbidden');
  });

  it('of another assessment is as unknown as a piece that does not exist', async () => {
    const [scene, other] = [await givenScene(running), await givenScene(running)];
    const { body } = await add(other, piece('COM.1'));
    const further = { kind: 'linked', questionId: theQuestion('COM.1').id } as const;
    const [foreign, unknown] = [await link(scene, body.id, further), await link(scene, uuidv7(), further)];
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect({ ...foreign.problem, requestId: '' }).toEqual({ ...unknown.problem, requestId: '' });
  });

  it('links to https addresses only', async () => {
    const scene = await givenScene(running);
    const refused = await add(scene, { ...piece('COM.1'), url: 'javascript:alert(1)' });
    expect([refused.status, refused.problem.code]).toEqual([400, 'request.invalid']);
    expect(await list(scene)).toEqual([]);
  });
});
