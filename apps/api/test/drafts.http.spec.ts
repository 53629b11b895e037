import {
  createDraft,
  discardDraft,
  type DraftStaleDetails,
  listDrafts,
  listDraftSteps,
  readDraft,
  readDraftHistory,
  recoverDraft,
  redoDraftStep,
  restoreDraft,
  undoDraftStep,
} from '@kilim/contracts';
import {
  applyChanges,
  contentOf,
  editDraft,
  findPart,
  openDraft,
  openSession,
  receiveSteps,
  textsOf,
  type DraftChange,
  type DraftContent,
  type DraftDocument,
} from '@kilim/indicators';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { ChainVerifier } from '../src/audit/chain-verifier.js';
import { Database } from '../src/database/database.js';
import { UnitOfWork } from '../src/database/unit-of-work.js';
import { DraftKeeper } from '../src/drafts/draft-keeper.js';
import { DraftRecord } from '../src/drafts/draft-record.service.js';
import { DraftWriter, SNAPSHOT_EVERY } from '../src/drafts/draft-writer.js';
import { DraftsRepository } from '../src/drafts/drafts.repository.js';
import { asCoordinator, type TestActor } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import { givenDraft, sendChanges } from './support/given-draft.js';
import { tamper } from './support/tamper.js';
import { givenScene, type Scene } from './support/scene.js';

function weightOf({ questionnaire }: DraftContent, id: string): number | undefined {
  return findPart(questionnaire, id)?.part['weight'] as number | undefined;
}

/** A change of the version's title. */
function textChange(document: DraftDocument, value: string): DraftChange {
  const was = textsOf(document, 'questionnaire').source.title;
  return { op: 'text', part: 'questionnaire', field: 'title', value, ...(was !== undefined && { was }) };
}

describeOnBothDatabases('drafts', (make) => {
  let running: RunningApp;
  let scene: Scene;
  let ola: TestActor;
  let jan: TestActor;
  beforeAll(async () => {
    running = await startApp(make);
    scene = await givenScene(running);
    ola = scene.coordinator;
    jan = await asCoordinator(running, scene.programmeId);
  });
  afterAll(() => running.close());

  const blank = { kind: 'blank', code: 'x', version: '1', title: 'Blank', sourceLanguage: 'en' } as const;
  const begin = async () => (await givenDraft(running, ola, scene.programmeId, blank)).id;
  const beginLarge = async () => (await givenDraft(running, ola, scene.programmeId)).id;
  const read = async (draftId: string, who = ola) => {
    const { body } = await call(running, readDraft, { params: { draftId } }, who.cookie);
    return body;
  };
  const titleOf = async (draftId: string, part: string) =>
    (await read(draftId)).content.source.texts[`${part}.title`];
  const title = async (draftId: string, value: string, part = 'questionnaire'): Promise<DraftChange> => {
    const was = await titleOf(draftId, part);
    return { op: 'text', part, field: 'title', value, ...(was !== undefined && { was }) };
  };
  const step = (baseRevision: number) => ({ changeId: uuidv7(), baseRevision });

  describe('begin', () => {
    it('as the shipped version, an empty one, a published version or another draft', async () => {
      const { programmeId, versionId } = scene;
      const shipped = await givenDraft(running, ola, programmeId);
      expect(shipped).toMatchObject({ state: 'open', revision: 1, version: '2027.1', code: 'ICI' });
      const blank = await givenDraft(running, ola, programmeId, {
        ...({
          kind: 'blank',
          code: 'climate',
          version: '1',
          title: 'Climate',
          sourceLanguage: 'pl',
        } as const),
      });
      expect((await read(blank.id)).content.questionnaire).toMatchObject({ code: 'climate', sections: [] });
      const next = await givenDraft(running, ola, programmeId, {
        kind: 'version',
        versionId,
        version: '2028',
      });
      expect(next.basedOn).toEqual({ versionId, version: '2026.1' });
      const [one, other] = [await read(shipped.id), await read(next.id)];
      expect(other.content.questionnaire.sections).toEqual(one.content.questionnaire.sections);
      const copy = await givenDraft(running, jan, programmeId, {
        kind: 'draft',
        draftId: blank.id,
        version: '2',
      });
      expect(copy.title).toBe('Climate');
      const { body } = await call(running, listDrafts, { params: { programmeId } }, ola.cookie);
      expect(body.drafts.map(({ id }) => id)).toEqual([copy, next, blank, shipped].map(({ id }) => id));
    });

    it('with nothing that one can not read', async () => {
      const foreign = await givenScene(running);
      const foreignDraft = await givenDraft(running, foreign.coordinator, foreign.programmeId);
      for (const from of [
        { kind: 'version', versionId: foreign.versionId, version: '1' } as const,
        { kind: 'version', versionId: uuidv7(), version: '1' } as const,
        { kind: 'draft', draftId: foreignDraft.id, version: '1' } as const,
      ]) {
        const params = { programmeId: scene.programmeId };
        const { status, problem } = await call(running, createDraft, { params, body: { from } }, ola.cookie);
        expect([status, problem.code]).toEqual([422, 'draft.noOrigin']);
      }
    });
  });

  describe('are changed', () => {
    it('step by step; a step that is sent again happens once', async () => {
      const draftId = await begin();
      const change = await title(draftId, 'Mine');
      const changeId = uuidv7();
      const first = await sendChanges(running, ola, { draftId, baseRevision: 1, changeId }, change);
      const again = await sendChanges(running, ola, { draftId, baseRevision: 1, changeId }, change);
      expect([first.status, again.status]).toEqual([201, 201]);
      expect(again.body).toEqual(first.body);
      expect(first.body).toMatchObject({
        revision: 2,
        stacks: { undo: 2 },
        steps: [{ revision: 2, changeId }],
      });
      expect(await read(draftId)).toMatchObject({ revision: 2, title: 'Mine' });
    });

    it('by two people at once: other fields merge, the same field shows both values', async () => {
      const draftId = await begin();
      const [mine, theirs] = [await title(draftId, 'Ola’s'), await title(draftId, 'Jan’s')];
      const weight: DraftChange = {
        op: 'set',
        part: 'questionnaire',
        field: 'illustrative',
        value: true,
        was: false,
      };
      await sendChanges(running, ola, { draftId, baseRevision: 1 }, mine);
      const merged = await sendChanges(running, jan, { draftId, baseRevision: 1 }, weight);
      expect(merged.body).toMatchObject({ revision: 3, steps: [{ revision: 2 }, { revision: 3 }] });
      const refused = await sendChanges(running, jan, { draftId, baseRevision: 1 }, theirs);
      expect([refused.status, refused.problem.code]).toEqual([409, 'draft.stale']);
      const details = refused.problem['details'] as DraftStaleDetails;
      expect(details).toMatchObject({
        conflict: {
          reason: 'changed',
          part: 'questionnaire',
          what: 'text/title',
          found: 'Ola’s',
          wanted: 'Jan’s',
        },
        theirs: { revision: 2, by: { id: ola.accountId } },
      });
      expect(details.steps.map(({ revision }) => revision)).toEqual([2, 3]);
      expect((await read(draftId)).title).toBe('Ola’s');
    });

    it('by fifty requests at the same time, all of them in, in one order', async () => {
      const draftId = await beginLarge();
      const { content } = await read(draftId);
      const ids = content.questionnaire.sections.flatMap(({ questions }) => questions.map(({ id }) => id));
      const answers = await Promise.all(
        ids.slice(0, 50).map((part, at) =>
          sendChanges(
            running,
            at % 2 === 0 ? ola : jan,
            { draftId, baseRevision: 1 },
            {
              ...({ op: 'text', part, field: 'help', value: `Help ${String(at)}` } as const),
              was: content.source.texts[`${part}.help`],
            },
          ),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
      expect(answers.map(({ body }) => body.revision).sort((a, b) => a - b)).toEqual(
        answers.map((_, at) => at + 2),
      );
      const now = await read(draftId);
      expect(ids.slice(0, 50).map((id) => now.content.source.texts[`${id}.help`])).toEqual(
        answers.map((_, at) => `Help ${String(at)}`),
      );
    });

    it('not at all when one of several changes does not fit', async () => {
      const draftId = await begin();
      const refused = await sendChanges(
        running,
        ola,
        { draftId, baseRevision: 1 },
        await title(draftId, 'New'),
        {
          ...{ op: 'set', part: 'questionnaire', field: 'nonsense', value: 1 },
        },
      );
      expect([refused.status, refused.problem.code]).toEqual([422, 'draft.misfit']);
      expect(refused.problem.places).toMatchObject([{ in: 'body', pointer: '/changes/1' }]);
      expect(await read(draftId)).toMatchObject({ revision: 1 });
    });

    it('by what is an id, where an id belongs; the refusal says where in the change', async () => {
      const { versionId, programmeId } = scene;
      const from = { kind: 'version', versionId, version: 'ids' } as const;
      const { id: draftId } = await givenDraft(running, ola, programmeId, from);
      const { content } = await read(draftId);
      const { sections } = content.questionnaire;
      const question = sections
        .flatMap(({ questions }) => questions)
        .find(({ indicator }) => indicator !== undefined);
      const place = { into: sections[0]?.id ?? '', list: 'questions', after: null } as const;
      const renamed = JSON.stringify(content).replace(`"id":"${question?.id ?? ''}"`, '"id":"NOT AN ID"');
      const part = question?.id ?? '';
      for (const [change, pointer] of [
        [{ op: 'set', part, field: 'indicator', value: 'X X', was: question?.indicator }, '/value'],
        [
          { op: 'insert', place, value: { ...question, id: 'q-new', derivedFrom: 'N O' } },
          '/value/derivedFrom',
        ],
        [
          { op: 'replace', content: JSON.parse(renamed) as DraftContent },
          expect.stringMatching(/^\/changes\/0\/content\/questionnaire\/sections\/\d+\/questions\/\d+\/id$/),
        ],
      ] as const) {
        const refused = await sendChanges(running, ola, { draftId, baseRevision: 1 }, change);
        expect([refused.status, refused.problem.code]).toEqual([422, 'draft.misfit']);
        const whole = typeof pointer === 'string' ? `/changes/0${pointer}` : pointer;
        expect(refused.problem.places).toMatchObject([{ in: 'body', pointer: whole }]);
      }
    });

    it('not by a number that no JSON can hold', async () => {
      const draftId = await begin();
      const body = `{"changeId":"${uuidv7()}","baseRevision":1,"changes":[${JSON.stringify(await title(draftId, 'New'))},{"op":"set","part":"questionnaire","field":"version","value":"1","was":1e999}]}`;
      const response = await running.fetch(`/api/drafts/${draftId}/changes`, {
        ...{ method: 'POST', body },
        headers: { cookie: ola.cookie, 'content-type': 'application/json' },
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        ...{ code: 'request.invalid', places: [{ in: 'body', pointer: '/changes/1/was' }] },
      });
    });

    it('not by a request that is nested deeper than anybody could follow', async () => {
      const draftId = await begin();
      const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
      const body = `{"changeId":"${uuidv7()}","baseRevision":1,"changes":[{"op":"set","part":"questionnaire","field":"code","value":${deep}}]}`;
      const response = await running.fetch(`/api/drafts/${draftId}/changes`, {
        ...{ method: 'POST', body },
        headers: { cookie: ola.cookie, 'content-type': 'application/json' },
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'request.malformed' });
    });

    it('with HTML and scripts that stay the text they are', async () => {
      const draftId = await begin();
      const value = '<script>alert(1)</script><img src=x onerror=alert(1)> {{ 1 + 1 }}';
      await sendChanges(running, ola, { draftId, baseRevision: 1 }, await title(draftId, value));
      const draft = await read(draftId);
      expect([draft.title, draft.content.source.texts['questionnaire.title']]).toEqual([value, value]);
    });

    it('by somebody who does not know of a step that there is not', async () => {
      const draftId = await begin();
      const refused = await sendChanges(
        running,
        ola,
        { draftId, baseRevision: 5 },
        await title(draftId, 'x'),
      );
      expect([refused.status, refused.problem.code]).toEqual([404, 'draft.noRevision']);
    });
  });

  describe('take steps back', () => {
    const undo = (draftId: string, who: TestActor, baseRevision: number, revision?: number) =>
      call(
        running,
        undoDraftStep,
        { params: { draftId }, body: { ...step(baseRevision), ...(revision !== undefined && { revision }) } },
        who.cookie,
      );
    const redo = (draftId: string, who: TestActor, baseRevision: number) =>
      call(running, redoDraftStep, { params: { draftId }, body: step(baseRevision) }, who.cookie);

    it('each their own, the last first, and make them again', async () => {
      const draftId = await begin();
      const part = (await read(draftId)).content.questionnaire.indices[0]?.id ?? '';
      const before = await read(draftId);
      await sendChanges(running, ola, { draftId, baseRevision: 1 }, await title(draftId, 'One'));
      await sendChanges(running, jan, { draftId, baseRevision: 2 }, await title(draftId, 'Index', part));
      await sendChanges(running, ola, { draftId, baseRevision: 3 }, await title(draftId, 'Two'));

      const first = await undo(draftId, ola, 4);
      expect(first.body).toMatchObject({ revision: 5, stacks: { undo: 2, redo: 5 } });
      expect(await read(draftId)).toMatchObject({ title: 'One', stacks: { undo: 2, redo: 5 } });
      const second = await undo(draftId, ola, 5);
      expect(second.body.stacks).toEqual({ redo: 6 });
      expect((await read(draftId)).title).toBe(before.title);
      const nothing = await undo(draftId, ola, 6);
      expect([nothing.status, nothing.problem.code]).toEqual([409, 'draft.nothingToUndo']);
      expect(await titleOf(draftId, part)).toBe('Index');

      const back = await redo(draftId, ola, 6);
      expect(back.body.stacks).toEqual({ undo: 7, redo: 5 });
      expect((await read(draftId)).title).toBe('One');
      await sendChanges(running, ola, { draftId, baseRevision: 7 }, await title(draftId, 'Three'));
      const over = await redo(draftId, ola, 8);
      expect([over.status, over.problem.code]).toEqual([409, 'draft.nothingToUndo']);
    });

    it('but not over what somebody else has done since: both values are shown', async () => {
      const draftId = await begin();
      await sendChanges(running, ola, { draftId, baseRevision: 1 }, await title(draftId, 'Ola’s'));
      await sendChanges(running, jan, { draftId, baseRevision: 2 }, await title(draftId, 'Jan’s'));
      const refused = await undo(draftId, ola, 3);
      expect([refused.status, refused.problem.code]).toEqual([409, 'draft.stale']);
      expect(refused.problem['details']).toMatchObject({
        conflict: { found: 'Jan’s' },
        theirs: { by: { id: jan.accountId } },
      });
      const foreign = await undo(draftId, ola, 3, 3);
      expect(foreign.problem.code).toBe('draft.nothingToUndo');
    });

    it('also the removal of a question, with everything that was said about it', async () => {
      const draftId = await beginLarge();
      const before = await read(draftId);
      const question = before.content.questionnaire.sections[1]?.questions[0]?.id ?? '';
      await sendChanges(running, ola, { draftId, baseRevision: 1 }, { op: 'remove', part: question });
      const without = await read(draftId);
      expect(JSON.stringify(without.content.translations)).not.toContain(`"${question}.title"`);
      await undo(draftId, ola, 2);
      expect((await read(draftId)).content).toEqual(before.content);
    });
  });

  describe('have a past', () => {
    it('that can be listed, looked at and put back, which can be taken back', async () => {
      const draftId = await begin();
      const start = await read(draftId);
      await sendChanges(running, ola, { draftId, baseRevision: 1 }, await title(draftId, 'One'));
      await sendChanges(running, jan, { draftId, baseRevision: 2 }, await title(draftId, 'Two'));
      const { body: history } = await call(
        running,
        readDraftHistory,
        { params: { draftId }, query: { limit: 2 } },
        ola.cookie,
      );
      expect(history).toMatchObject({
        steps: [
          {
            ...{ revision: 3, kind: 'edited', by: { id: jan.accountId } },
            what: { count: 1, first: [{ op: 'text', part: 'questionnaire', field: 'title', title: 'Two' }] },
          },
          { revision: 2, by: { id: ola.accountId } },
        ],
        next: 2,
      });
      const earlier = { params: { draftId }, query: { revision: 2 } };
      const { body: then } = await call(running, readDraft, earlier, ola.cookie);
      expect(then.content.source.texts['questionnaire.title']).toBe('One');

      const restore = (baseRevision: number) => ({
        params: { draftId },
        body: { ...step(baseRevision), revision: 1 },
      });
      const moved = await call(running, restoreDraft, restore(2), ola.cookie);
      expect([moved.status, moved.problem.code]).toEqual([409, 'draft.moved']);
      const restored = await call(running, restoreDraft, restore(3), ola.cookie);
      expect(restored.body).toMatchObject({ revision: 4, stacks: { undo: 4 } });
      expect((await read(draftId)).content).toEqual(start.content);
      await call(running, undoDraftStep, { params: { draftId }, body: step(4) }, ola.cookie);
      expect((await read(draftId)).title).toBe('Two');
    });

    it('from which the draft comes out the same, also on a server that has just started', async () => {
      const draftId = await begin();
      const start = await read(draftId);
      const unit = running.app.get(UnitOfWork);
      let now = openDraft(start.content);
      const beyondSnapshot = SNAPSHOT_EVERY + 5;
      await unit.write({ actor: ola.accountId }, async () => {
        for (let revision = 2; revision <= beyondSnapshot; revision += 1) {
          const changes = [textChange(now, `Title ${String(revision)}`)];
          const outcome = applyChanges(now, changes);
          if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
          const row = await running.app.get(DraftsRepository).lock(draftId);
          const step = { changeId: uuidv7(), kind: 'edited' as const, changes, inverse: outcome.inverse };
          if (!row) throw new Error('There is no draft.');
          await running.app.get(DraftWriter).append(row, { ...step, before: now, after: outcome.document });
          now = outcome.document;
        }
      });
      const cold = new DraftKeeper(running.app.get(DraftsRepository));
      expect(contentOf(await cold.at(draftId, beyondSnapshot))).toEqual((await read(draftId)).content);
      for (const revision of [1, 30, SNAPSHOT_EVERY, SNAPSHOT_EVERY + 1]) {
        const { title: then } = textsOf(await cold.at(draftId, revision), 'questionnaire').source;
        expect(then).toBe(revision === 1 ? 'Blank' : `Title ${String(revision)}`);
      }
      const after = beyondSnapshot - 3;
      const { body } = await call(
        running,
        listDraftSteps,
        { params: { draftId }, query: { after } },
        jan.cookie,
      );
      expect(body.steps.map(({ revision }) => revision)).toEqual([after + 1, after + 2, after + 3]);
    });

    it('that is kept whole after a step of many changes or of other content, which nobody has to make again', async () => {
      const draftId = await beginLarge();
      const { content } = await read(draftId);
      const many = content.questionnaire.sections
        .flatMap(({ questions }) => questions)
        .flatMap(({ id, required }): DraftChange[] => [
          { op: 'set', part: id, field: 'required', value: !required, was: required },
          { op: 'set', part: id, field: 'required', value: required, was: !required },
          { op: 'set', part: id, field: 'weight', value: 7, was: weightOf(content, id) },
        ]);
      expect(many.length).toBeGreaterThan(SNAPSHOT_EVERY);
      await sendChanges(running, ola, { draftId, baseRevision: 1 }, await title(draftId, 'One'));
      await sendChanges(running, ola, { draftId, baseRevision: 2 }, ...many);
      await sendChanges(running, ola, { draftId, baseRevision: 3 }, await title(draftId, 'Two'));
      const back = { params: { draftId }, body: { ...step(4), revision: 2 } };
      await call(running, restoreDraft, back, ola.cookie);
      const repository = running.app.get(DraftsRepository);
      expect((await repository.findSnapshots(draftId)).map(({ revision }) => revision)).toEqual([1, 3, 5]);
      const cold = new DraftKeeper(repository);
      expect(contentOf(await cold.at(draftId, 5))).toEqual((await read(draftId)).content);
      const faults = await running.app.get(DraftRecord).faults();
      expect(faults.filter((fault) => fault.draftId === draftId)).toEqual([]);
    });

    it('in which a step is asked for by any number that a database counts to, and no other', async () => {
      const draftId = await begin();
      const params = { draftId };
      const ask = async (revision: number) => [
        await call(running, listDraftSteps, { params, query: { after: revision } }, ola.cookie),
        await call(running, readDraftHistory, { params, query: { before: revision } }, ola.cookie),
        await call(running, readDraft, { params, query: { revision } }, ola.cookie),
        await call(running, undoDraftStep, { params, body: { ...step(1), revision } }, ola.cookie),
        await call(running, undoDraftStep, { params, body: step(revision) }, ola.cookie),
      ];
      const most = 2 ** 31 - 1;
      expect((await ask(most)).map(({ status }) => status)).toEqual([200, 200, 404, 409, 404]);
      expect((await ask(most + 1)).map(({ problem }) => problem.places)).toMatchObject([
        [{ in: 'query', pointer: '/after' }],
        [{ in: 'query', pointer: '/before' }],
        [{ in: 'query', pointer: '/revision' }],
        [{ in: 'body', pointer: '/revision' }],
        [{ in: 'body', pointer: '/baseRevision' }],
      ]);
    });

    it('that an editor follows step by step', async () => {
      const draftId = await begin();
      let session = openSession((await read(draftId)).content, 1);
      for (const value of ['One', 'Two', 'Three']) {
        const edited = editDraft(session, uuidv7(), [textChange(session.document, value)]);
        const [pending] = edited.ok ? edited.session.pending : [];
        if (!edited.ok || !pending) throw new Error('Nothing is pending.');
        const base = { draftId, baseRevision: session.revision, changeId: pending.changeId };
        const { body } = await sendChanges(running, ola, base, ...pending.changes);
        session = receiveSteps(edited.session, body.steps).session;
      }
      expect(session).toMatchObject({ revision: 4, pending: [] });
      expect(contentOf(session.document)).toEqual((await read(draftId)).content);
    });

    it('that is chained, so that an altered step shows', async () => {
      const draftId = await begin();
      await sendChanges(running, ola, { draftId, baseRevision: 1 }, await title(draftId, 'One'));
      await sendChanges(running, ola, { draftId, baseRevision: 2 }, await title(draftId, 'Two'));
      expect(await running.app.get(ChainVerifier).verifyStream('draft', draftId)).toBeUndefined();
      const record = running.app.get(DraftRecord);
      expect(await record.faults()).toEqual([]);
      const forged = `UPDATE draft_step SET content = REPLACE(content, 'Two', 'Not') WHERE draft_id = '${draftId}'`;
      await tamper(running.app.get(Database), 'draft_step', forged);
      expect(await record.faults()).toEqual([{ draftId, revision: 3, what: 'step' }]);
    });
  });

  it('are thrown away and taken back', async () => {
    const draftId = await begin();
    const { programmeId } = scene;
    const { body } = await call(running, discardDraft, { params: { draftId } }, ola.cookie);
    expect(body).toMatchObject({ state: 'discarded', recoverableUntil: expect.stringMatching(/Z$/) });
    const refused = await sendChanges(running, ola, { draftId, baseRevision: 2 }, await title(draftId, 'x'));
    expect([refused.status, refused.problem.code]).toEqual([409, 'draft.closed']);
    const again = await call(running, discardDraft, { params: { draftId } }, ola.cookie);
    expect(again.problem.code).toBe('draft.closed');
    const { body: list } = await call(running, listDrafts, { params: { programmeId } }, ola.cookie);
    expect(list.drafts[0]).toMatchObject({ id: draftId, state: 'discarded' });
    const { body: back } = await call(running, recoverDraft, { params: { draftId } }, jan.cookie);
    expect(back).toMatchObject({ state: 'open', changedBy: { id: jan.accountId } });
    expect((await call(running, recoverDraft, { params: { draftId } }, jan.cookie)).status).toBe(409);
  });
});
