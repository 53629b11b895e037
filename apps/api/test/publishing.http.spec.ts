import {
  listChangeReports,
  listDrafts,
  listProgrammeVersions,
  makeChangeReport,
  publishDraft,
  readChangeReport,
  readDraft,
  readVersion,
  retireVersion,
  returnVersion,
  reviseTexts,
  saveAnswers,
  signChangeReport,
  type CallOf,
} from '@kilim/contracts';
import { openDraft, type DraftChange, type DraftFault } from '@kilim/indicators';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { AuditRepository } from '../src/audit/audit.repository.js';
import { UnitOfWork } from '../src/database/unit-of-work.js';
import { DraftWriter } from '../src/drafts/draft-writer.js';
import { sha256 } from '../src/questionnaires/content-hash.js';
import type { TestActor } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import { givenDraft, givenReport, givenSignedReport, sendChanges } from './support/given-draft.js';
import { completeSaves, givenScene, type Scene } from './support/scene.js';

describeOnBothDatabases('publishing', (make) => {
  let running: RunningApp;
  let scene: Scene;
  let ola: TestActor;
  let draftId: string;
  beforeAll(async () => {
    running = await startApp(make);
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    scene = await givenScene(running);
    ola = scene.coordinator;
    const { programmeId, versionId } = scene;
    const origin = { kind: 'version', versionId, version: '2027.1' } as const;
    draftId = (await givenDraft(running, ola, programmeId, origin)).id;
  });

  const draft = async () => (await call(running, readDraft, { params: { draftId } }, ola.cookie)).body;
  const change = async (...changes: DraftChange[]) => {
    const { revision: baseRevision } = await draft();
    const answer = await sendChanges(running, ola, { draftId, baseRevision }, ...changes);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.problem));
    return answer.body.revision;
  };
  const publish = (body: CallOf<typeof publishDraft>['body'], who = ola) =>
    call(running, publishDraft, { params: { draftId }, body }, who.cookie);
  const firstOption = async () => {
    const { questionnaire } = (await draft()).content;
    const questions = questionnaire.sections.flatMap((section) => section.questions);
    const question = questions.find((each) => each.kind === 'single' && each.indicator !== undefined);
    if (question?.kind !== 'single') throw new Error('There is no single choice.');
    return { question, option: question.options.at(-1) as (typeof question.options)[number] };
  };

  it('reports on a draft of earlier days that has no proper id somewhere, and names the place', async () => {
    const { content } = await draft();
    const [first, ...others] = content.questionnaire.sections;
    if (!first) throw new Error('There is no section.');
    const [question, ...rest] = first.questions;
    const sections = [{ ...first, questions: [{ ...question, id: 'NOT AN ID' }, ...rest] }, ...others];
    const questionnaire = { ...content.questionnaire, sections } as typeof content.questionnaire;
    const document = openDraft({ ...content, questionnaire });
    const row = await running.app
      .get(UnitOfWork)
      .write({ actor: ola.accountId }, () =>
        running.app.get(DraftWriter).begin(scene.programmeId, document, null),
      );
    const report = await givenReport(running, ola, row.id, scene.versionId);
    expect(report.content.changes).toContainEqual(
      expect.objectContaining({ change: 'added', part: 'NOT AN ID' }),
    );
    const params = { draftId: row.id, reportId: report.id };
    expect((await call(running, readChangeReport, { params }, ola.cookie)).body).toEqual(report);
  });

  describe('over an earlier version', () => {
    it('needs a report against it, read and signed, of the draft as it is', async () => {
      const { versionId } = scene;
      const { option } = await firstOption();
      const points: DraftChange = {
        op: 'set',
        part: option.id,
        field: 'points',
        value: 7,
        was: option.points,
      };
      const revision = await change(points);
      const without = await publish({ revision });
      expect([without.status, without.problem.code]).toEqual([409, 'report.missing']);
      expect(without.problem['details']).toEqual({ versionId });

      const unsigned = await givenReport(running, ola, draftId, versionId);
      const refused = await publish({ revision, reportId: unsigned.id });
      expect(refused.problem.code).toBe('report.missing');
      const report = await givenSignedReport(running, ola, draftId, versionId);
      expect(report.content.changes).toContainEqual(
        expect.objectContaining({
          change: 'field',
          part: option.id,
          field: 'points',
          from: option.points,
          to: 7,
        }),
      );

      const { status, body } = await publish({ revision, reportId: report.id });
      expect([status, body.version]).toEqual([201, '2027.1']);
      const { body: version } = await call(
        running,
        readVersion,
        { params: { versionId: body.id } },
        ola.cookie,
      );
      expect(version.questionnaire).toEqual((await draft()).content.questionnaire);
      const { programmeId } = scene;
      const { body: list } = await call(
        running,
        listProgrammeVersions,
        { params: { programmeId } },
        ola.cookie,
      );
      expect(list.versions).toMatchObject([
        {
          ...{ id: body.id, draftId, rounds: [], publishedBy: { id: ola.accountId } },
          report: { id: report.id, signature: { by: { id: ola.accountId } }, against: { versionId } },
        },
        { id: versionId, rounds: [{ id: scene.roundId, name: 'Test round' }] },
      ]);
      const { body: drafts } = await call(running, listDrafts, { params: { programmeId } }, ola.cookie);
      expect(drafts.drafts[0]).toMatchObject({ state: 'published', versionId: body.id });
      const again = await publish({ revision, reportId: report.id });
      expect(again.problem.code).toBe('draft.closed');
    });

    it('is refused when somebody has changed the draft since, and needs a report of what it is then', async () => {
      const { revision } = await draft();
      const report = await givenSignedReport(running, ola, draftId, scene.versionId);
      const moved = await change({
        op: 'set',
        part: 'questionnaire',
        field: 'version',
        value: '2027.2',
        was: '2027.1',
      });
      const seenBefore = await publish({ revision, reportId: report.id });
      expect([seenBefore.status, seenBefore.problem.code]).toEqual([409, 'draft.moved']);
      expect(seenBefore.problem['details']).toEqual({ revision: moved });
      const oldReport = await publish({ revision: moved, reportId: report.id });
      expect(oldReport.problem.code).toBe('report.missing');
    });

    it('says what the change does to a city that has answered', async () => {
      for (const saves of completeSaves()) {
        const { assessmentId } = scene;
        const saved = await call(
          running,
          saveAnswers,
          { params: { assessmentId }, body: { saves: [...saves] } },
          scene.lead.cookie,
        );
        if (saved.status >= 300) throw new Error(JSON.stringify(saved.problem));
      }
      const same = await givenReport(running, ola, draftId, scene.versionId);
      const city = ({ content }: typeof same) =>
        content.impact?.cities.find((row) => row.assessmentId === scene.assessmentId);
      const [index] = (await draft()).content.questionnaire.indices;
      const score = (report: typeof same) => city(report)?.areas.find(({ area }) => area === index?.id);
      const before = score(same);
      expect(before).toMatchObject({ before: { kind: 'scored' }, difference: 0, because: [], together: 0 });
      expect(city(same)?.answers).toMatchObject({
        identical: expect.any(Number),
        compatible: 0,
        impossible: 0,
      });
      expect(same.content.migration.every(({ grade }) => grade === 'identical')).toBe(true);

      const [member] = index?.members ?? [];
      const part = `${index?.id ?? ''}/${member?.of ?? ''}`;
      await change({ op: 'set', part, field: 'weight', value: 90, was: member?.weight });
      const changed = await givenReport(running, ola, draftId, scene.versionId);
      const after = score(changed);
      expect(after?.before).toEqual(before?.before);
      expect(after?.difference).not.toBe(0);
      // One change, which explains all of it.
      expect(changed.content.impact?.units).toEqual([{ changes: [`${part}/weight`], isAlone: true }]);
      expect(after?.because).toEqual([{ unit: 0, effect: after?.difference }]);
    });

    it('says what becomes of answers to a question that goes', async () => {
      const { question } = await firstOption();
      await change({ op: 'remove', part: question.id });
      const { content } = await givenReport(running, ola, draftId, scene.versionId);
      expect(content.changes).toContainEqual(
        expect.objectContaining({ kind: 'structure', part: question.id }),
      );
      expect(content.migration).toContainEqual({
        ...{ question: question.id, codeBefore: question.code, grade: 'impossible', rules: ['removed'] },
      });
    });
  });

  describe('a change report', () => {
    it('is signed once, by who has read it, while the draft is what it says', async () => {
      const report = await givenReport(running, ola, draftId, scene.versionId);
      const params = { draftId, reportId: report.id };
      const sign = (hash: string) =>
        call(
          running,
          signChangeReport,
          { params, body: { hash, statement: 'As agreed in May.' } },
          ola.cookie,
        );
      expect((await sign('0'.repeat(64))).problem.code).toBe('report.otherContent');
      const signed = await sign(report.hash);
      expect(signed.body.signature).toMatchObject({
        by: { id: ola.accountId },
        statement: 'As agreed in May.',
      });
      expect((await sign(report.hash)).problem.code).toBe('report.signed');
      const later = await givenReport(running, ola, draftId, scene.versionId);
      await change({ op: 'set', part: 'questionnaire', field: 'version', value: 'x', was: '2027.1' });
      const outdated = { params: { draftId, reportId: later.id }, body: { hash: later.hash } };
      expect((await call(running, signChangeReport, outdated, ola.cookie)).problem.code).toBe('draft.moved');
      const { body } = await call(running, listChangeReports, { params: { draftId } }, ola.cookie);
      expect(body.reports.map(({ id }) => id)).toEqual([later.id, report.id]);
    });

    it('is about a version of the same line', async () => {
      const foreign = await givenScene(running);
      for (const versionId of [foreign.versionId, uuidv7()]) {
        const body = { versionId, revision: 1 };
        const refused = await call(running, makeChangeReport, { params: { draftId }, body }, ola.cookie);
        expect([refused.status, refused.problem.code]).toEqual([422, 'report.noVersion']);
      }
    });
  });

  describe('a draft with faults', () => {
    it('is refused with all of them, until they are mended or, as warnings, accepted with a reason', async () => {
      // A line of its own: nothing to compare with.
      const { content } = await draft();
      const helpKey = Object.keys(content.source.texts).find((key) => key.endsWith('.help')) ?? '';
      const [help = ''] = helpKey.split('.');
      const { option } = await firstOption();
      const title = content.source.texts[`${option.id}.title`] ?? '';
      let revision = await change(
        { op: 'set', part: 'questionnaire', field: 'code', value: 'NEW', was: 'ICI' },
        { op: 'text', part: option.id, field: 'title', value: 'Reworded', was: title },
        { op: 'text', part: help, field: 'help', value: 'Reworded', was: content.source.texts[helpKey] },
      );
      const refused = await publish({ revision });
      expect([refused.status, refused.problem.code]).toEqual([422, 'draft.blocked']);
      const { faults } = refused.problem['details'] as { faults: DraftFault[] };
      expect(faults.map(({ code, severity, part }) => [severity, code, part])).toEqual([
        ['error', 'staleTranslation', option.id],
        ['warning', 'missingTranslation', 'questionnaire'],
      ]);
      const was = content.translations[0]?.texts[`${option.id}.title`];
      const value = { text: 'Inaczej', of: sha256('Reworded') };
      const warning = {
        code: 'missingTranslation',
        part: 'questionnaire',
        language: 'pl',
        field: 'translation/pl',
      } as const;
      revision = await change(
        { op: 'translate', language: 'pl', part: option.id, field: 'title', value, was },
        { op: 'accept', warning, reason: 'The help follows in May.' },
      );
      const { status, body } = await publish({ revision });
      expect([status, body.code]).toEqual([201, 'NEW']);
    });

    it('is published once, also by two people at the same time', async () => {
      const revision = await change({
        op: 'set',
        part: 'questionnaire',
        field: 'code',
        value: 'TWICE',
        was: 'ICI',
      });
      const both = await Promise.all([publish({ revision }), publish({ revision })]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    });
  });

  it('a version is retired with a reason, and taken back', async () => {
    const { versionId } = scene;
    const params = { versionId };
    const retire = () => call(running, retireVersion, { params, body: { reason: 'Replaced.' } }, ola.cookie);
    const takeBack = () => call(running, returnVersion, { params }, ola.cookie);
    expect((await takeBack()).problem.code).toBe('version.inUse');
    expect((await retire()).body).toMatchObject({ id: versionId, retiredAt: expect.stringMatching(/Z$/) });
    expect((await retire()).problem.code).toBe('version.retired');
    const back = await takeBack();
    expect([back.status, back.body.retiredAt]).toEqual([200, undefined]);
    running.shiftClock(3_600_000);
    await retire();
    running.shiftClock(0);
    expect((await takeBack()).body.retiredAt).toBeUndefined();
    expect((await takeBack()).problem.code).toBe('version.inUse');
    const entries = await running.app.get(AuditRepository).entriesAfter('administration', '', 0, 10_000);
    expect(entries.slice(-2).map(({ row }) => 'action' in row && row.action)).toEqual([
      'version.retired',
      'version.returned',
    ]);
  });

  describe('texts of a published version', () => {
    const revise = (body: CallOf<typeof reviseTexts>['body']) =>
      call(running, reviseTexts, { params: { versionId: scene.versionId }, body }, ola.cookie);
    const version = async () =>
      (await call(running, readVersion, { params: { versionId: scene.versionId } }, ola.cookie)).body;

    it('are mended in a translation, which gets a new revision; the version stays the same', async () => {
      const before = await version();
      const polish = before.languages.find(({ language }) => language === 'pl');
      const title = before.source.texts['questionnaire.title'] ?? '';
      const texts = { 'questionnaire.title': { text: 'Poprawiony tytuł', of: sha256(title) } };
      const { status, body } = await revise({ language: 'pl', base: polish?.textRevision ?? '', texts });
      expect([status, body.hash]).toEqual([201, before.hash]);
      const now = await version();
      expect(now.translations[0]?.texts['questionnaire.title']?.text).toBe('Poprawiony tytuł');
      expect(now.languages.find(({ language }) => language === 'pl')?.textRevision).not.toBe(
        polish?.textRevision,
      );
      const stale = await revise({ language: 'pl', base: polish?.textRevision ?? '', texts });
      expect([stale.status, stale.problem.code]).toEqual([409, 'texts.stale']);
    });

    it('are those that were mended last, though the clock of another server was ahead', async () => {
      const { source } = await version();
      const of = sha256(source.texts['questionnaire.title'] ?? '');
      for (const [ahead, text] of [
        [3_600_000, 'Pierwszy'],
        [0, 'Drugi'],
      ] as const) {
        const { textRevision: base = '' } =
          (await version()).languages.find(({ language }) => language === 'pl') ?? {};
        running.shiftClock(ahead);
        const texts = { 'questionnaire.title': { text, of } };
        expect((await revise({ language: 'pl', base, texts })).status).toBe(201);
      }
      expect((await version()).translations[0]?.texts['questionnaire.title']?.text).toBe('Drugi');
    });

    it('come in a further language only with all that decides about points', async () => {
      const { source, translations } = await version();
      const [polish] = translations;
      const few = {
        'questionnaire.title': { text: 'Titel', of: sha256(source.texts['questionnaire.title'] ?? '') },
      };
      const refused = await revise({ language: 'de', texts: few });
      expect([refused.status, refused.problem.code]).toEqual([422, 'texts.open']);
      const faulty = await revise({ language: 'de', texts: { 'nothing.title': few['questionnaire.title'] } });
      expect(faulty.problem.code).toBe('questionnaire.faulty');
      const { status, body } = await revise({ language: 'de', texts: { ...polish?.texts, ...few } });
      expect([status, body.languages.map(({ language }) => language)]).toEqual([201, ['en', 'de', 'pl']]);
    });
  });
});
