import { readDraft, type DraftSummary, type ImportFaultDetails, type ImportReport } from '@kilim/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DraftsRepository } from '../src/drafts/drafts.repository.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import { catalogue } from './support/given.js';
import { givenDraft, sendChanges } from './support/given-draft.js';
import { givenScene, type Scene } from './support/scene.js';

type Answer = { report: ImportReport; draft?: DraftSummary; code: string; detail: string; details: unknown };

describeOnBothDatabases('questionnaires as files', (make) => {
  let running: RunningApp;
  let scene: Scene;
  beforeAll(async () => {
    running = await startApp(make);
    scene = await givenScene(running);
  });
  afterAll(() => running.close());

  const { structure, sourceTexts, translations } = catalogue();
  const bundle = { questionnaire: structure, source: sourceTexts, translations };
  const send = async (file: string | Buffer, query = 'apply=false', format = 'kilim') => {
    const response = await running.fetch(
      `/api/programmes/${scene.programmeId}/imports?format=${format}&${query}`,
      {
        ...{ method: 'POST', body: typeof file === 'string' ? file : new Uint8Array(file) },
        headers: { cookie: scene.coordinator.cookie, 'content-type': 'application/octet-stream' },
      },
    );
    return { status: response.status, body: (await response.json()) as Answer };
  };
  const fetchFile = async (address: string) => {
    const response = await running.fetch(`/api${address}`, { headers: { cookie: scene.coordinator.cookie } });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      json: JSON.parse(text) as Record<string, unknown>,
    };
  };
  const count = async () => (await running.app.get(DraftsRepository).findAll(scene.programmeId)).length;

  it('are looked at first, and nothing is made', async () => {
    const before = await count();
    const { status, body } = await send(`\uFEFF${JSON.stringify(bundle)}`);
    expect(status).toBe(200);
    expect(body.report).toMatchObject({
      ...{
        code: structure.code,
        version: '2026.1',
        sourceLanguage: 'en',
        languages: ['pl'],
        losses: [],
        faults: [],
      },
      ...{ indicators: structure.indicators.length, terms: 52 },
    });
    expect(body.report.sections.map(({ code }) => code)).toEqual(structure.sections.map(({ code }) => code));
    expect(body.report.sections[1]?.questions[0]).toMatchObject({
      title: expect.stringMatching(/./),
      kind: expect.any(String),
    });
    expect([body.draft, await count()]).toEqual([undefined, before]);
  });

  it('become a draft, from which they go out as they came in', async () => {
    const { body } = await send(
      JSON.stringify({ kilim: 'questionnaire', ...bundle }),
      'apply=true&version=2030',
    );
    const draftId = body.draft?.id ?? '';
    const { json, headers } = await fetchFile(`/drafts/${draftId}/export?format=kilim`);
    expect(headers.get('content-disposition')).toContain('filename="ICI 2030 kilim.json"');
    const renamed = { ...bundle, questionnaire: { ...structure, version: '2030' } };
    expect(json).toEqual({ kilim: 'questionnaire', ...renamed, accepted: [] });
    const again = await send(JSON.stringify(json), 'apply=true');
    const params = { draftId: again.body.draft?.id ?? '' };
    const read = await call(running, readDraft, { params }, scene.coordinator.cookie);
    expect(read.body.content).toEqual({ ...renamed, accepted: [] });
  });

  it('go out for SurveyJS, page by page; a draft with errors does not', async () => {
    const published = await fetchFile(`/questionnaire-versions/${scene.versionId}/export?format=surveyjs`);
    const pages = published.json['pages'] as { name: string }[];
    expect(pages.map(({ name }) => name)).toEqual(structure.sections.map(({ id }) => id));
    expect(published.json['kilimLosses']).toContainEqual({ pointer: '', what: 'areas' });
    const { coordinator, programmeId } = scene;
    const { id: draftId } = await givenDraft(running, coordinator, programmeId);
    const wrong = { op: 'set', part: 'questionnaire', field: 'code', value: '', was: 'ICI' } as const;
    await sendChanges(running, coordinator, { draftId, baseRevision: 1 }, wrong);
    const refused = await fetchFile(`/drafts/${draftId}/export?format=surveyjs`);
    expect([refused.status, refused.json['code']]).toEqual([422, 'export.faulty']);
  });

  it('come in from SurveyJS as they went out; a survey from elsewhere says what was lost, and where', async () => {
    const published = await fetchFile(`/questionnaire-versions/${scene.versionId}/export?format=surveyjs`);
    const { body } = await send(JSON.stringify(published.json), 'apply=true', 'surveyjs');
    expect(body.report).toMatchObject({ format: 'surveyjs', losses: [], faults: [] });
    const params = { draftId: body.draft?.id ?? '' };
    const read = await call(running, readDraft, { params }, scene.coordinator.cookie);
    expect(read.body.content).toEqual({ ...bundle, accepted: [] });

    const foreign = { elements: [{ type: 'boolean', name: 'plan', enableIf: '{a} = 1' }] };
    const other = await send(JSON.stringify(foreign), 'apply=true', 'surveyjs');
    expect(other.body.report.sections[0]?.questions).toMatchObject([{ code: 'plan', kind: 'yesNo' }]);
    expect(other.body.report.losses).toMatchObject([{ place: '/elements/0/enableIf', what: 'enableIf' }]);
    expect(other.body.draft?.id).toMatch(/./);
  });

  it('that can not be opened are refused, each fault with its place', async () => {
    const before = await count();
    const broken = await send('{"questionnaire": ', 'apply=true');
    expect([broken.status, broken.body.code, broken.body.detail]).toEqual([
      ...[422, 'import.unreadable', expect.stringContaining('no JSON')],
    ]);
    const riddle = { ...bundle, questionnaire: { ...structure, riddles: [] } };
    const faulty = await send(JSON.stringify(riddle), 'apply=true');
    expect([faulty.status, faulty.body.code]).toEqual([422, 'import.faulty']);
    expect((faulty.body.details as ImportFaultDetails).faults).toMatchObject([
      { code: 'unknownKey', pointer: '/questionnaire/riddles' },
    ]);
    const [section, ...sections] = structure.sections;
    const [question, ...questions] = section?.questions ?? [];
    for (const wrong of [{ id: 'NOT AN ID' }, { indicator: 'X X' }, { derivedFrom: 'N O' }]) {
      const changed = { ...section, questions: [{ ...question, ...wrong }, ...questions] };
      const questionnaire = { ...structure, sections: [changed, ...sections] };
      const { status, body } = await send(JSON.stringify({ ...bundle, questionnaire }), 'apply=true');
      expect([status, body.code]).toEqual([422, 'import.faulty']);
      expect((body.details as ImportFaultDetails).faults).toMatchObject([
        { code: 'badValue', pointer: `/questionnaire/sections/0/questions/0/${Object.keys(wrong).join()}` },
      ]);
    }
    for (const hostile of [
      '[]',
      'null',
      '5',
      '{"__proto__":{"questionnaire":1}}',
      `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
    ]) {
      for (const format of ['kilim', 'surveyjs']) {
        const { status, body } = await send(hostile, 'apply=true', format);
        expect([status, body.code]).toEqual([422, 'import.faulty']);
      }
    }
    expect(await count()).toBe(before);
  });

  it('of 50 MB are refused before they are read', async () => {
    const { status, body } = await send(Buffer.alloc(50_000_000, 0x20), 'apply=true');
    expect([status, body.code]).toEqual([413, 'request.tooLarge']);
  });
});
