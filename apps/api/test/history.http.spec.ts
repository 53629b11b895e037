import { readAssessmentHistory, readHistory, saveAnswers, type HistoryEntry } from '@kilim/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { asAdministrator, asCity } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import { aSave, givenScene, theQuestion, type Scene } from './support/scene.js';

describeOnBothDatabases('the history', (make) => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(make);
  });
  afterAll(() => running.close());

  const ofAssessment = ({ assessmentId, lead }: Scene, query: Record<string, string> = {}) =>
    call(running, readAssessmentHistory, { params: { assessmentId }, query }, lead.cookie);
  const save = async ({ assessmentId, lead }: Scene, code: string, value: number, baseRevision = 0) => {
    const body = { saves: [aSave(code, value, { baseRevision })] };
    expect((await call(running, saveAnswers, { params: { assessmentId }, body }, lead.cookie)).status).toBe(
      201,
    );
  };

  it('tells of every change who made it, when, from what to what', async () => {
    const scene = await givenScene(running);
    await save(scene, 'BG.2', 10);
    await save(scene, 'BG.2', 20, 1);
    const { body } = await ofAssessment(scene);
    expect(body.entries).toEqual([
      expect.objectContaining({ sequence: 2, from: value(10), to: value(20), action: 'answer.set' }),
      expect.objectContaining({ sequence: 1, from: null, to: value(10), action: 'answer.set' }),
    ]);
    for (const entry of body.entries) {
      expect(entry.by).toEqual({ id: scene.lead.accountId, name: 'Test Person' });
      expect(entry.stream).toMatchObject({ kind: 'assessment', cityName: 'Testville 1' });
    }
    expect(body.next).toBeUndefined();
  });

  it('can be narrowed to one question', async () => {
    const scene = await givenScene(running);
    await save(scene, 'BG.2', 10);
    await save(scene, 'BG.8', 5);
    const { body } = await ofAssessment(scene, { questionId: theQuestion('BG.8').id });
    expect(body.entries.map(({ to }) => to)).toEqual([value(5)]);
  });

  it('comes in pages that leave nothing out and show nothing twice', async () => {
    const scene = await givenScene(running);
    for (let revision = 0; revision < 5; revision += 1) await save(scene, 'BG.2', revision, revision);
    const seen: HistoryEntry[] = [];
    let before: string | undefined;
    do {
      const { body } = await ofAssessment(scene, { limit: '2', ...(before !== undefined && { before }) });
      expect(body.entries.length).toBeLessThanOrEqual(2);
      seen.push(...body.entries);
      before = body.next;
    } while (before !== undefined);
    expect(seen.map(({ sequence }) => sequence)).toEqual([5, 4, 3, 2, 1]);
  });

  it('refuses to go on from an entry of another history', async () => {
    const [scene, other] = [await givenScene(running), await givenScene(running)];
    await save(other, 'BG.2', 1);
    const foreign = (await ofAssessment(other)).body.entries[0]?.id ?? '';
    for (const before of [foreign, uuidv7()]) {
      const refused = await ofAssessment(scene, { before });
      expect([refused.status, refused.problem.code]).toEqual([400, 'request.invalid']);
      expect(refused.problem.places).toEqual([expect.objectContaining({ in: 'query', pointer: '/before' })]);
    }
  });

  it('over everything is shown to the administrator, newest first, assessments and administration alike', async () => {
    const scene = await givenScene(running);
    await save(scene, 'BG.2', 10);
    const administrator = await asAdministrator(running);
    const page = async (query: Record<string, string> = {}) =>
      (await call(running, readHistory, { query }, administrator.cookie)).body;
    const { entries } = await page({ limit: '20' });
    const times = entries.map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
    expect(new Set(entries.map(({ stream }) => stream.kind))).toEqual(
      new Set(['assessment', 'administration']),
    );
    const one = await page({ assessmentId: scene.assessmentId });
    expect(one.entries.map(({ to }) => to)).toEqual([value(10)]);
    const first = await page({ limit: '3' });
    const second = await page({ limit: '3', before: first.next ?? '' });
    expect([...first.entries, ...second.entries]).toEqual(entries.slice(0, 6));
  });

  it('over everything is shown to nobody else', async () => {
    const scene = await givenScene(running);
    for (const who of [scene.lead, scene.expert, scene.coordinator]) {
      const refused = await call(running, readHistory, {}, who.cookie);
      expect([refused.status, refused.problem.code]).toEqual([403, 'access.forbidden']);
    }
  });

  it('of another city is as unknown as that of no city', async () => {
    const scene = await givenScene(running);
    const { cityId } = await givenScene(running);
    const lead = await asCity(running, cityId);
    const foreign = await ofAssessment({ ...scene, lead });
    const unknown = await ofAssessment({ ...scene, lead, assessmentId: uuidv7() });
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect({ ...foreign.problem, requestId: '' }).toEqual({ ...unknown.problem, requestId: '' });
  });
});

function value(of: number) {
  return { kind: 'value', value: of };
}
