import {
  addEvidence,
  askClarification,
  changeDraft,
  createDraft,
  recordFinding,
  retireVersion,
  withdrawClarification,
  type RecordFinding,
} from '@kilim/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { StandingRowsRepository } from '../src/audit/standing-rows.repository.js';
import { Database } from '../src/database/database.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import { givenScene, givenState, theQuestion, type Scene } from './support/scene.js';
import { tamper } from './support/tamper.js';

describeOnBothDatabases('the rows that entries of the record stand for', (make) => {
  let running: RunningApp;
  let scene: Scene;
  let findingId: string;
  beforeAll(async () => {
    running = await startApp(make);
    scene = await givenScene(running);
    const { assessmentId, lead, expert } = scene;
    const params = { assessmentId };
    const questionId = theQuestion('COM.1').id;
    const evidence = { title: 'Strategy', level: 'local', url: 'https://city.example', questionId } as const;
    await call(running, addEvidence, { params, body: evidence }, lead.cookie);
    await givenState(running, assessmentId, 'submitted');
    findingId = await record({ kind: 'value', answer: { kind: 'value', value: true }, ...because });
    await record({ kind: 'withdrawn', ...words });
    const asked = {
      questionId,
      instanceId: '',
      question: 'Where?',
      settledBy: 'A page.',
      dueOn: '2099-03-01',
    };
    const { body } = await call(running, askClarification, { params, body: asked }, expert.cookie);
    const clarificationId = body.clarification.id;
    await call(
      running,
      withdrawClarification,
      { params: { assessmentId, clarificationId }, body: { words: 'Found it.' } },
      expert.cookie,
    );
    await begin(scene);
  });
  afterAll(() => running.close());

  const words = { questionId: theQuestion('COM.4').id, instanceId: '', reason: 'Seen.' };
  const because = { ...words, reasonCode: 'other' as const, judgedEventId: null, evidenceIds: [] };
  const record = async (body: RecordFinding) => {
    const params = { assessmentId: scene.assessmentId };
    return (await call(running, recordFinding, { params, body }, scene.expert.cookie)).body.finding.id;
  };
  const begin = async ({ programmeId, versionId, coordinator: { cookie } }: Scene) => {
    const from = { kind: 'version', versionId, version: '2027' } as const;
    const { body } = await call(running, createDraft, { params: { programmeId }, body: { from } }, cookie);
    const changes = [
      { op: 'set' as const, part: 'questionnaire', field: 'version', value: '2028', was: '2027' },
    ];
    const step = { changeId: uuidv7(), baseRevision: 1, changes };
    await call(running, changeDraft, { params: { draftId: body.id }, body: step }, cookie);
    await call(running, retireVersion, { params: { versionId }, body: { reason: 'Old.' } }, cookie);
  };
  const faults = async () =>
    (await running.app.get(StandingRowsRepository).faults()).map(
      ({ missing, table, id }) => `${missing} ${table} ${id}`,
    );
  const change = (table: string, sql: string) => tamper(running.app.get(Database), table, sql);

  it('are as they were written', async () => {
    expect(await faults()).toEqual([]);
  });

  it('show when one is put to another question', async () => {
    const put = (questionId: string) =>
      change('finding', `UPDATE finding SET question_id = '${questionId}' WHERE id = '${findingId}'`);
    await put(theQuestion('COM.5').id);
    expect(await faults()).toEqual([`row finding ${findingId}`]);
    await put(words.questionId);
    expect(await faults()).toEqual([]);
  });

  it('show when one is slipped in, or taken out', async () => {
    const slipped = uuidv7();
    await change(
      'finding',
      `INSERT INTO finding SELECT '${slipped}', assessment_id, question_id, instance_id, reader, 99, kind, reason_code,
        judged_event_id, evidence_ids, at FROM finding WHERE id = '${findingId}'`,
    );
    expect(await faults()).toEqual([`entry finding ${slipped}`]);
    await change('finding', `DELETE FROM finding WHERE id IN ('${slipped}', '${findingId}')`);
    await change('evidence_link_event', 'DELETE FROM evidence_link_event');
    await change('clarification_event', 'DELETE FROM clarification_event');
    await change('draft_step', 'DELETE FROM draft_step');
    await change('version_retirement', 'DELETE FROM version_retirement');
    const tables = (await faults()).map((fault) => fault.split(' ').slice(0, 2).join(' '));
    expect(tables).toEqual([
      'row finding',
      'row evidence_link_event',
      ...['row clarification_event', 'row clarification_event'],
      ...['row draft_step', 'row draft_step'],
      'row version_retirement',
    ]);
  });
});
