import { listVersions, publishVersion, readVersion, type PublishVersion } from '@kilim/contracts';
import type { Questionnaire } from '@kilim/indicators';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { AuditRepository } from '../src/audit/audit.repository.js';
import { Database } from '../src/database/database.js';
import { contentHash, textRevisionHash, versionHash } from '../src/questionnaires/content-hash.js';
import { QuestionnairesService } from '../src/questionnaires/questionnaires.service.js';
import { VersionRecord } from '../src/questionnaires/version-record.service.js';
import type { TestActor } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import { catalogue } from './support/given.js';
import { givenScene, type Scene } from './support/scene.js';
import { tamper } from './support/tamper.js';

describeOnBothDatabases('questionnaire versions', (make) => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(make);
  });
  afterAll(() => running.close());

  const publish = ({ programmeId, coordinator }: Scene, body: PublishVersion, who: TestActor = coordinator) =>
    call(running, publishVersion, { params: { programmeId }, body }, who.cookie);
  const { structure, sourceTexts, translations } = catalogue();
  /** Of a line of its own: over an earlier version only a draft is published. */
  const code = 'NEXT';
  const version = (name: string): PublishVersion => ({
    questionnaire: { ...structure, code, version: name },
    source: sourceTexts,
    translations: [...translations],
  });

  it('are published under the hash of their content, and read back the same', async () => {
    const scene = await givenScene(running);
    const { status, body } = await publish(scene, version('2026.2'));
    expect(status).toBe(201);
    const questionnaire: Questionnaire = { ...structure, code, version: '2026.2' };
    expect(body).toMatchObject({
      ...{ code, version: '2026.2', illustrative: true },
      hash: versionHash(questionnaire, sourceTexts),
      languages: [
        { language: 'en', isSource: true, textRevision: textRevisionHash(sourceTexts) },
        { language: 'pl', isSource: false, textRevision: contentHash(translations[0]) },
      ],
    });
    const params = { versionId: body.id };
    const read = await call(running, readVersion, { params }, scene.coordinator.cookie);
    expect(read.body).toEqual({ ...body, questionnaire, source: sourceTexts, translations });
    const { body: list } = await call(running, listVersions, {}, scene.coordinator.cookie);
    expect(list.versions.map((each) => each.version)).toEqual(['2026.2', '2026.1']);
  });

  it('stand in the order in which they were published, though the clock of another server was ahead', async () => {
    const { programmeId, coordinator } = await givenScene(running);
    const service = running.app.get(QuestionnairesService);
    running.shiftClock(3_600_000);
    const first = await service.publish(programmeId, null, version('2027'));
    running.shiftClock(0);
    const second = await service.publish(programmeId, null, version('2028'));
    expect(await service.versionsOf(programmeId, code)).toEqual([second.id, first.id]);
    const { body } = await call(running, listVersions, {}, coordinator.cookie);
    expect(body.versions.map((each) => each.version)).toEqual(['2028', '2027', '2026.1']);
  });

  it('show in the verification of the record when one was altered, also together with its hash', async () => {
    const scene = await givenScene(running);
    const { body } = await publish(scene, version('2026.9'));
    const database = running.app.get(Database);
    const set = (name: string, hash: string) =>
      tamper(
        database,
        'questionnaire_version',
        `UPDATE questionnaire_version SET hash = '${hash}',
          structure = replace(replace(structure, '2026.8', '${name}'), '2026.9', '${name}') WHERE id = '${body.id}'`,
      );
    const altered = versionHash({ ...structure, code, version: '2026.8' }, sourceTexts);
    const faults = () => running.app.get(VersionRecord).faults();
    expect(await faults()).toEqual([]);
    await set('2026.8', body.hash);
    expect(await faults()).toEqual([body.id]);
    await set('2026.8', altered);
    expect(await faults()).toEqual([body.id]);
    await set('2026.9', body.hash);
    expect(await faults()).toEqual([]);
  });

  it('with faults are refused, each fault with its place and how to mend it', async () => {
    const scene = await givenScene(running);
    const [section, ...sections] = structure.sections;
    const [question, ...questions] = section?.questions ?? [];
    const faulty = {
      ...version('2026.3'),
      questionnaire: {
        ...structure,
        version: '2026.3',
        sections: [{ ...section, questions: [{ ...question, kind: 'riddle' }, ...questions] }, ...sections],
      },
    };
    const refused = await publish(scene, faulty);
    expect([refused.status, refused.problem.code]).toEqual([422, 'questionnaire.faulty']);
    expect(refused.problem.places).toContainEqual(
      expect.objectContaining({
        in: 'body',
        pointer: expect.stringMatching(/^\/questionnaire\/sections\/0\/questions\/0/),
        mend: expect.stringMatching(/./),
      }),
    );
    const untold = await publish(scene, { ...version('2026.3'), source: { language: 'en', texts: {} } });
    expect(untold.problem.places).toContainEqual(
      expect.objectContaining({ pointer: expect.stringMatching(/^\/source\//) }),
    );
    const nothing = await publish(scene, { questionnaire: null, source: 5, translations: ['?'] });
    expect(nothing.problem.code).toBe('questionnaire.faulty');
    const { body: list } = await call(running, listVersions, {}, scene.coordinator.cookie);
    expect(list.versions.map((each) => each.version)).toEqual(['2026.1']);
  });

  it('are published once: a name or a content that is there already is refused', async () => {
    const scene = await givenScene(running);
    const twice = await Promise.all([publish(scene, version('2026.4')), publish(scene, version('2026.4'))]);
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
    const otherContent = {
      ...version('2026.4'),
      questionnaire: { ...structure, code, version: '2026.4', illustrative: false },
    };
    const refused = await publish(scene, otherContent);
    expect([refused.status, refused.problem.code]).toEqual([409, 'questionnaire.exists']);
  });

  it('over an earlier one of their line are refused: those are written as drafts, compared and signed', async () => {
    const scene = await givenScene(running);
    const refused = await publish(scene, {
      ...version('2027.1'),
      questionnaire: { ...structure, version: '2027.1' },
    });
    expect([refused.status, refused.problem.code]).toEqual([409, 'report.missing']);
    expect(refused.problem['details']).toEqual({ versionId: scene.versionId });
    const { body: list } = await call(running, listVersions, {}, scene.coordinator.cookie);
    expect(list.versions.map((each) => each.version)).toEqual(['2026.1']);
  });

  it('leave a trace in the chain of administration', async () => {
    const scene = await givenScene(running);
    const { body } = await publish(scene, version('2026.5'));
    const entries = await running.app.get(AuditRepository).entriesAfter('administration', '', 0, 10_000);
    expect(entries.at(-1)?.row).toMatchObject({ action: 'version.published', subjectId: body.id });
  });

  it('are published by the coordinator only', async () => {
    const scene = await givenScene(running);
    for (const who of [scene.lead, scene.expert]) {
      const refused = await publish(scene, version('2026.6'), who);
      expect([refused.status, refused.problem.code]).toEqual([403, 'access.forbidden']);
    }
    const { coordinator: stranger } = await givenScene(running);
    expect((await publish(scene, version('2026.6'), stranger)).status).toBe(404);
  });

  it('of programmes one has no part in are as unknown as those that do not exist', async () => {
    const scene = await givenScene(running);
    const { lead: stranger } = await givenScene(running);
    const ask = (versionId: string) => call(running, readVersion, { params: { versionId } }, stranger.cookie);
    const [foreign, unknown] = [await ask(scene.versionId), await ask(uuidv7())];
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect({ ...foreign.problem, requestId: '' }).toEqual({ ...unknown.problem, requestId: '' });
    const own = await call(
      running,
      readVersion,
      { params: { versionId: scene.versionId } },
      scene.lead.cookie,
    );
    expect(own.status).toBe(200);
  });
});
