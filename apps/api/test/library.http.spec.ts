import { checkDraftContent, readDraft, searchLibrary, type CallOf } from '@kilim/contracts';
import { applyChanges, copyParts, openDraft, pasteParts } from '@kilim/indicators';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { UnitOfWork } from '../src/database/unit-of-work.js';
import { DraftKeeper } from '../src/drafts/draft-keeper.js';
import { DraftWriter } from '../src/drafts/draft-writer.js';
import { sha256 } from '../src/questionnaires/content-hash.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import { catalogue } from './support/given.js';
import { givenDraft, sendChanges } from './support/given-draft.js';
import { givenScene, type Scene } from './support/scene.js';

type Query = NonNullable<CallOf<typeof searchLibrary>['query']>;

describeOnBothDatabases('the question library', (make) => {
  let running: RunningApp;
  let scene: Scene;
  let draftId: string;
  beforeAll(async () => {
    running = await startApp(make);
    scene = await givenScene(running);
    const { coordinator, programmeId, versionId } = scene;
    const from = { kind: 'version', versionId, version: '2027.1' } as const;
    draftId = (await givenDraft(running, coordinator, programmeId, from)).id;
  });
  afterAll(() => running.close());

  const search = async (query: Query, who = scene.coordinator) => {
    const params = { programmeId: scene.programmeId };
    return (await call(running, searchLibrary, { params, query }, who.cookie)).body;
  };
  const { structure, sourceTexts, translations } = catalogue();
  const questions = structure.sections.flatMap((section) => section.questions);
  const scored = questions.find(({ indicator }) => indicator !== undefined);
  const title = sourceTexts.texts[`${scored?.id ?? ''}.title`] ?? '';

  it('has every question once, with where it is used', async () => {
    const { questions: found, more } = await search({ limit: 5 });
    expect(found).toHaveLength(5);
    expect(more).toBeGreaterThan(80);
    expect(found[0]).toMatchObject({
      id: questions[0]?.id,
      line: 'ICI',
      uses: [
        { in: 'draft', id: draftId, version: '2027.1', rounds: 0 },
        { in: 'version', id: scene.versionId, version: '2026.1', rounds: 1 },
      ],
    });
  });

  it('finds by words in any language and any order, by code, kind and indicator', async () => {
    const ids = async (query: Query) =>
      (await search({ limit: 200, ...query })).questions.map(({ id }) => id);
    const words = title.split(' ').slice(0, 4).reverse().join(' ').toUpperCase();
    expect(await ids({ text: words })).toContain(scored?.id);
    const polish = translations[0]?.texts[`${scored?.id ?? ''}.title`]?.text ?? '';
    expect(await ids({ text: polish.normalize('NFD').replace(/\p{M}/gu, '') })).toContain(scored?.id);
    expect(await ids({ text: scored?.code ?? '' })).toContain(scored?.id);
    const area = structure.indicators.find(({ id }) => id === scored?.indicator);
    const ofArea = await ids({ indicator: area?.code.toLowerCase() ?? '' });
    expect(ofArea).toEqual(questions.filter(({ indicator }) => indicator === area?.id).map(({ id }) => id));
    const kinds = (await search({ kind: 'date', limit: 200 })).questions.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['date']));
    expect(await ids({ text: 'no such words anywhere' })).toEqual([]);
  });

  it('reads a draft again only after somebody has changed it', async () => {
    const { programmeId, coordinator } = await givenScene(running);
    const draft = await givenDraft(running, coordinator, programmeId);
    const keeper = running.app.get(DraftKeeper);
    const at = keeper.at.bind(keeper);
    let read = 0;
    keeper.at = (...of) => {
      read += 1;
      return at(...of);
    };
    const find = async (text: string) => {
      read = 0;
      const query = { text, limit: 1 };
      const { body } = await call(
        running,
        searchLibrary,
        { params: { programmeId }, query },
        coordinator.cookie,
      );
      return [read, ...body.questions.map(({ id }) => id)];
    };
    const { id, code } = scored ?? { id: '', code: '' };
    expect(await find(code)).toEqual([1, id]);
    expect(await find(code)).toEqual([0, id]);
    const change = { op: 'set', part: id, field: 'code', value: 'NEW.1', was: code } as const;
    await sendChanges(running, coordinator, { draftId: draft.id, baseRevision: draft.revision }, change);
    expect(await find('new.1')).toEqual([1, id]);
    keeper.at = at;
  });

  it('shows nothing of a programme in which one has no part', async () => {
    const foreign = await givenScene(running);
    const params = { programmeId: foreign.programmeId };
    await givenDraft(running, foreign.coordinator, foreign.programmeId);
    expect((await call(running, searchLibrary, { params }, scene.coordinator.cookie)).status).toBe(404);
    const uses = (await search({ limit: 200 })).questions.flatMap((question) => question.uses);
    expect(new Set(uses.map(({ id }) => id))).toEqual(new Set([draftId, scene.versionId]));
  });

  it('a question is copied from it into another draft, with an id of its own and its origin', async () => {
    const { coordinator, programmeId } = scene;
    const blank = {
      kind: 'blank',
      code: 'other',
      version: '1',
      title: 'Other',
      sourceLanguage: 'en',
    } as const;
    const { id: target } = await givenDraft(running, coordinator, programmeId, blank);
    const read = async (id: string) =>
      (await call(running, readDraft, { params: { draftId: id } }, coordinator.cookie)).body;
    const from = openDraft((await read(draftId)).content);
    const section = { id: 'section-new', code: 'S', questions: [] };
    const place = { into: 'section-new', list: 'questions', after: null } as const;
    const insert = {
      op: 'insert',
      place: { into: 'questionnaire', list: 'sections', after: null },
      value: section,
    } as const;
    const first = applyChanges(openDraft((await read(target)).content), [insert]);
    if (!first.ok) throw new Error('a conflict');
    const { changes, dangling } = pasteParts(
      first.document,
      copyParts(from, [scored?.id ?? '']),
      place,
      uuidv7,
      sha256,
    );
    const { status } = await sendChanges(
      running,
      coordinator,
      { draftId: target, baseRevision: 1 },
      insert,
      ...changes,
    );
    expect([status, dangling.map(({ names }) => names)]).toEqual([201, [scored?.indicator]]);
    const { questions: found } = await search({ text: title, limit: 10 });
    expect(found.filter(({ derivedFrom }) => derivedFrom === scored?.id)).toMatchObject([
      { title, line: 'other', uses: [{ in: 'draft', id: target }] },
    ]);
  });

  it('leaves out what an earlier day put where an id belongs, and the checks name it', async () => {
    const { coordinator, programmeId } = scene;
    const { content } = (await call(running, readDraft, { params: { draftId } }, coordinator.cookie)).body;
    const [first, ...others] = content.questionnaire.sections;
    const [named, derived, feeding, ...rest] = first?.questions ?? [];
    if (!first || !named || !derived || !feeding) throw new Error('There are too few questions.');
    const wrong = [
      { ...named, id: 'NOT AN ID' },
      { ...derived, derivedFrom: 'N O' },
      { ...feeding, indicator: 'X X' },
    ];
    const sections = [{ ...first, questions: [...wrong, ...rest] }, ...others];
    const document = openDraft({ ...content, questionnaire: { ...content.questionnaire, sections } });
    const { id } = await running.app
      .get(UnitOfWork)
      .write({ actor: coordinator.accountId }, () =>
        running.app.get(DraftWriter).begin(programmeId, document, null),
      );

    const { questions: found } = await search({ limit: 200 });
    const here = found.filter(({ uses }) => uses.some((use) => use.id === id));
    expect(here).not.toContainEqual(expect.objectContaining({ id: 'NOT AN ID' }));
    expect(here.find((each) => each.id === derived.id)?.derivedFrom).toBeUndefined();
    expect(here.find((each) => each.id === feeding.id)?.indicator).toBeUndefined();
    const params = { draftId: id };
    const checked = await call(running, checkDraftContent, { params }, coordinator.cookie);
    expect(checked.status).toBe(200);
    const places = checked.body.faults.map(({ part, field }) => `${part} ${field ?? ''}`);
    expect(places).toEqual(expect.arrayContaining([`${first.id} questions/0/id`, `${feeding.id} indicator`]));
  });
});
