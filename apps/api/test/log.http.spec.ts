import { setTimeout as pause } from 'node:timers/promises';
import {
  addEvidence,
  addressOf,
  readRound,
  readScorecard,
  readSession,
  recordFinding,
  type RecordFinding,
  saveAnswers,
} from '@kilim/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Database } from '../src/database/database.js';
import { givenAccount, PASSWORD, signInOverHttp } from './support/actors.js';
import { call, type RunningApp, startApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import { aSave, givenScene, givenState, optionOf, theQuestion, type Scene } from './support/scene.js';

/** What people write and what opens doors: none of it belongs into a log. */
const SECRETS = {
  answer: 'The council adopted the charter of the seven bridges.',
  comment: 'Ask Zofia of the archive for the minutes.',
  evidence: 'Minutes of the closed session',
  link: 'https://files.example/private/minutes',
  finding: 'The minutes say the opposite of the claim.',
  wrongPassword: 'hunter2 hunter2 hunter2',
};

interface Line {
  readonly level: string;
  readonly time: string;
  readonly requestId?: string;
  readonly route?: string;
  readonly [fact: string]: unknown;
}

describeOnBothDatabases('the log of a whole journey', (make) => {
  const written: string[] = [];
  let running: RunningApp;
  let scene: Scene;
  let lead: { readonly email: string; readonly accountId: string; readonly cookie: string };

  const lines = () => written.map((line) => JSON.parse(line) as Line);
  /** The lines of a request that has been answered; the server may write it a moment after. */
  async function linesOf(requestId: string | null): Promise<readonly Line[]> {
    for (;;) {
      const found = lines().filter((line) => line.requestId === requestId);
      if (found.some(({ route }) => route !== undefined)) return found;
      await pause(5);
    }
  }

  beforeAll(async () => {
    const logTo = { write: (line: string) => written.push(line) };
    running = await startApp(make, { LOG_LEVEL: 'trace', LOG_FORMAT: 'json' }, logTo);
    scene = await givenScene(running);
    lead = await travel();
  }, 60_000);
  afterAll(() => running.close());

  /** Signing in, answering, evidence, a finding; and what goes wrong on the way. */
  async function travel(): Promise<typeof lead> {
    const { assessmentId, cityId } = scene;
    const params = { assessmentId };
    const account = await givenAccount(running, [{ role: 'cityLead', scope: 'city', scopeId: cityId }]);
    expect((await signInOverHttp(running, account.email, SECRETS.wrongPassword)).status).toBe(401);
    const { cookie } = await signInOverHttp(running, account.email, PASSWORD);
    const statuses = [
      await call(running, saveAnswers, { params, body: { saves: [narrative()] } }, cookie),
      await call(running, addEvidence, { params, body: evidence() }, cookie),
      await broken(addressOf(saveAnswers.path, params), cookie),
      await givenState(running, assessmentId, 'submitted'),
      await call(running, recordFinding, { params, body: finding() }, scene.expert.cookie),
    ].map((answer) => answer?.status);
    expect(statuses).toEqual([201, 201, 400, undefined, 201]);
    return { ...account, cookie };
  }

  const narrative = () => aSave('COM.N', SECRETS.answer, { comment: SECRETS.comment });
  const evidence = () => {
    const { id: questionId } = theQuestion('COM.N');
    return { title: SECRETS.evidence, level: 'local', url: SECRETS.link, questionId } as const;
  };
  const finding = (): RecordFinding => ({
    ...{ kind: 'value', questionId: theQuestion('COM.1').id, instanceId: '', judgedEventId: null },
    answer: { kind: 'value', value: optionOf('COM.1', 1) },
    ...{ reason: SECRETS.finding, reasonCode: 'noEvidence', evidenceIds: [] },
  });
  /** Words where none belong, in the address and in JSON. */
  const broken = (address: string, cookie: string) =>
    running.fetch(`${address}?note=${encodeURIComponent(SECRETS.answer)}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: `{"saves": [{"value": ${SECRETS.answer}`,
    });

  it('holds nothing that anybody wrote, no password, no cookie, no address of anybody', () => {
    const log = written.join('\n');
    expect(log.length).toBeGreaterThan(1000);
    const token = lead.cookie.split('=')[1] ?? '';
    expect(token.length).toBeGreaterThan(20);
    // A parser quotes a few letters around what it can't read.
    const unsayable = [...Object.values(SECRETS), 'The c', PASSWORD, token, lead.email, 'Test Person'];
    expect(unsayable.filter((text) => log.includes(text))).toEqual([]);
  });

  it('has one line for each request: its id, the route and not the address, who, the outcome, how long', async () => {
    const { headers } = await call(
      running,
      readScorecard,
      { params: { assessmentId: scene.assessmentId } },
      lead.cookie,
    );
    const requestId = headers.get('x-request-id');
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await linesOf(requestId)).toEqual([
      {
        ...{ level: 'info', time: expect.stringMatching(/Z$/), requestId, msg: 'answered' },
        ...{ method: 'GET', route: '/api/assessments/:assessmentId/scorecard', status: 200 },
        ...{ ms: expect.any(Number), accountId: lead.accountId },
      },
    ]);
  });

  it('says of a problem the id under which it is in the log', async () => {
    const { headers, problem } = await call(
      running,
      readRound,
      { params: { roundId: 'no-such' } },
      lead.cookie,
    );
    expect(problem['requestId']).toBe(headers.get('x-request-id'));
    const refused = (await linesOf(headers.get('x-request-id'))).filter(({ status }) => status !== undefined);
    expect(refused).toMatchObject([{ status: 404, problem: 'resource.missing', accountId: lead.accountId }]);
  });

  it('says of an address that leads nowhere only that', async () => {
    const response = await running.fetch('/api/nothing/secret-of-the-address?token=abc');
    const answered = (await linesOf(response.headers.get('x-request-id'))).filter(
      ({ status }) => status !== undefined,
    );
    expect(answered).toMatchObject([{ status: 404, route: 'no route' }]);
    expect(written.join('\n')).not.toContain('secret-of-the-address');
  });

  it('keeps what a service says together with the request that it was about', async () => {
    const { headers } = (await signInOverHttp(running, lead.email, SECRETS.wrongPassword)).answer;
    const requestId = headers.get('x-request-id');
    const said = (await linesOf(requestId)).filter(({ level }) => level === 'warn');
    expect(said).toMatchObject([
      { context: 'SessionService', msg: `Sign-in refused for account ${lead.accountId}` },
    ]);
  });

  it('shows a failure of the server with where it happened, and still nothing that anybody wrote', async () => {
    await running.app.get(Database).writer.query('ALTER TABLE session RENAME TO session_gone');
    const { status, problem, headers } = await call(running, readSession, {}, lead.cookie);
    expect([status, problem.code]).toEqual([500, 'internal']);
    const requestId = headers.get('x-request-id');
    const said = (await linesOf(requestId)).filter(({ level }) => level === 'error');
    expect(said).toMatchObject([{ problem: 'internal', err: { type: 'QueryFailedError' } }]);
    expect(JSON.stringify(said)).toContain('SessionService.read');
    expect(JSON.stringify(said)).not.toMatch(/SELECT|parameters/);
  });
});
