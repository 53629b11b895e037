import {
  endMembership,
  listAccounts,
  readAssessmentHistory,
  readHistory,
  recordFinding,
  saveAnswers,
  type CallOf,
  type HistoryEntry,
} from '@kilim/contracts';
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

  it('tells how sure a figure was and where it was from, also where the figure stayed as it was', async () => {
    const scene = await givenScene(running);
    const told = [{ quality: 'D' as const }, { quality: 'A' as const, source: 'Register, 2025' }];
    for (const [baseRevision, about] of told.entries()) {
      const body = { saves: [{ ...aSave('BG.2', 10, { baseRevision }), ...about }] };
      const params = { assessmentId: scene.assessmentId };
      await call(running, saveAnswers, { params, body }, scene.lead.cookie);
    }
    const { entries } = (await ofAssessment(scene)).body;
    expect(entries.map(({ to, quality, source }) => ({ to, quality, source }))).toEqual([
      { to: value(10), ...told[1] },
      { to: value(10), ...told[0], source: undefined },
    ]);
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

  it('over everything tells what happened in one instant newest first, too', async () => {
    const scene = await givenScene(running, 'submitted');
    // The first finding begins the verification: the step and then the finding, in one instant.
    const finding: CallOf<typeof recordFinding>['body'] = {
      ...{ kind: 'value', questionId: theQuestion('LAN.4').id, instanceId: '', reasonCode: 'coversMore' },
      ...{ answer: { kind: 'value', value: true }, reason: 'Seen.', judgedEventId: null, evidenceIds: [] },
    };
    const params = { assessmentId: scene.assessmentId };
    await call(running, recordFinding, { params, body: finding }, scene.expert.cookie);
    const administrator = await asAdministrator(running);
    const page = async (query: Record<string, string> = {}) => {
      const narrowed = { roundId: scene.roundId, ...query };
      return (await call(running, readHistory, { query: narrowed }, administrator.cookie)).body;
    };
    const { entries } = await page();
    expect(entries.map(({ action }) => action)).toEqual(['finding.recorded', 'assessment.moved']);
    expect(new Set(entries.map(({ at }) => at)).size).toBe(1);
    const first = await page({ limit: '1' });
    const second = await page({ limit: '1', before: first.next ?? '' });
    expect([...first.entries, ...second.entries]).toEqual(entries);
  });

  it('can be narrowed to who, what, where, when and which words, all of it together', async () => {
    const [scene, other] = [await givenScene(running), await givenScene(running)];
    await save(scene, 'BG.2', 10);
    await save(other, 'BG.2', 20);
    const said = {
      saves: [{ ...aSave('BG.2', 30, { baseRevision: 1 }), comment: 'Łódź counts 100% of them, "all"' }],
    };
    const params = { assessmentId: scene.assessmentId };
    await call(running, saveAnswers, { params, body: said }, scene.lead.cookie);
    const administrator = await asAdministrator(running);
    const values = async (query: Record<string, string>) => {
      const { body } = await call(running, readHistory, { query }, administrator.cookie);
      return body.entries.map(({ to }) => to);
    };
    const { accountId: by } = scene.lead;
    expect(await values({ by, action: 'answer.set' })).toEqual([value(30), value(10)]);
    expect(await values({ by, action: 'answer.cleared' })).toEqual([]);
    expect(await values({ roundId: other.roundId })).toEqual([value(20)]);
    expect(await values({ roundId: uuidv7() })).toEqual([]);
    expect(await values({ by, questionId: theQuestion('BG.2').id })).toHaveLength(2);
    expect(await values({ by, questionId: theQuestion('BG.8').id })).toEqual([]);
    for (const find of ['łódź', 'ŁÓDŹ', '100%', '"all"', 'COUNTS'])
      expect({ find, values: await values({ by, find }) }).toEqual({ find, values: [value(30)] });
    expect(await values({ by, find: '100_' })).toEqual([]);
    const { entries } = (await ofAssessment(scene)).body;
    const first = entries.at(-1)?.at ?? '';
    expect(await values({ by, action: 'answer.set', to: first })).toEqual([value(10)]);
    expect(await values({ by, action: 'answer.set', from: first })).toContainEqual(value(30));
    expect(await values({ by, from: '2199-01-01T00:00:00.000Z' })).toEqual([]);
    const granted = await call(
      running,
      readHistory,
      { query: { action: 'membership.granted', find: 'cityLead' } },
      administrator.cookie,
    );
    expect(granted.body.entries.map(({ action }) => action)).toContain('membership.granted');
    const wrong = await call(running, readHistory, { query: { from: 'yesterday' } }, administrator.cookie);
    expect([wrong.status, wrong.problem.code]).toEqual([400, 'request.invalid']);
  });

  it('finds what somebody did also after their role has ended', async () => {
    const scene = await givenScene(running);
    await save(scene, 'BG.2', 10);
    const { accountId } = scene.lead;
    const administrator = await asAdministrator(running);
    const { accounts } = (await call(running, listAccounts, {}, administrator.cookie)).body;
    const membershipId = accounts.find(({ id }) => id === accountId)?.memberships[0]?.id ?? '';
    await call(running, endMembership, { params: { accountId, membershipId } }, administrator.cookie);
    const query = { by: accountId };
    const { entries } = (await call(running, readHistory, { query }, administrator.cookie)).body;
    expect(entries.map(({ action }) => action)).toEqual(['answer.set', 'session.started']);
  });

  it('can be taken away whole, as a table and line by line, without formulas that run', async () => {
    const scene = await givenScene(running);
    const comment = '=HYPERLINK("http://evil.example","x")';
    const params = { assessmentId: scene.assessmentId };
    for (let revision = 0; revision < 3; revision += 1) {
      const saves = [{ ...aSave('BG.2', revision, { baseRevision: revision }), comment }];
      await call(running, saveAnswers, { params, body: { saves } }, scene.lead.cookie);
    }
    const administrator = await asAdministrator(running);
    const take = async (format: string) => {
      const address = `/api/history/export?format=${format}&assessmentId=${scene.assessmentId}`;
      const response = await running.fetch(address, { headers: { cookie: administrator.cookie } });
      expect(response.headers.get('content-disposition')).toBe(`attachment; filename="history.${format}"`);
      return { type: response.headers.get('content-type'), text: await response.text() };
    };
    const csv = await take('csv');
    expect(csv.type).toMatch(/^text\/csv/);
    const [head, ...lines] = csv.text.trim().split('\r\n');
    expect(head).toMatch(/at,by,action,city/);
    expect(head).toMatch(/from,to,quality,source,reason/);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('Test Person,answer.set,Testville 1');
    expect(lines[0]).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
    const { text } = await take('ndjson');
    const entries = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as HistoryEntry);
    expect(entries).toEqual((await ofAssessment(scene)).body.entries);
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
