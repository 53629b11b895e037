import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  AssessmentState,
  fileAddress,
  isChecked,
  listAssessments,
  listClarifications,
  listEarlier,
  listEvidence,
  listFindings,
  listRounds,
  readAssessmentHistory,
  readRound,
  readScorecard,
  readSession,
  type RoundOverview,
} from '@kilim/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AuditRepository } from '../src/audit/audit.repository.js';
import { ChainVerifier } from '../src/audit/chain-verifier.js';
import { Settings } from '../src/config/settings.js';
import type { DemoAccount } from '../src/demo/demo-accounts.js';
import { FilesCheck } from '../src/files/files-check.service.js';
import { DemoSeed } from '../src/demo/demo.seed.js';
import { signInOverHttp } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases, makeSqlite } from './support/databases.js';

describeOnBothDatabases('the demonstration', (make) => {
  let running: RunningApp;
  let file: string;
  let accounts: readonly DemoAccount[];

  beforeAll(async () => {
    running = await startApp(make, { KILIM_MODE: 'demo' });
    file = path.join(running.app.get(Settings).dataDir, 'demo-accounts.json');
    accounts = JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[];
  }, 60_000);
  afterAll(() => running.close());

  it('tells its accounts to the owner of the machine only', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const count = (role: string) => accounts.filter((account) => account.role === role).length;
    const roles = ['administrator', 'coordinator', 'expert', 'partner', 'cityLead', 'cityContributor'];
    expect(roles.map(count)).toEqual([1, 1, 2, 1, 7, 7]);
    expect(accounts).toHaveLength(19);
    expect(accounts.filter(({ email }) => !email.endsWith('.example'))).toEqual([]);
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length);
  });

  it('lets each of them sign in', async () => {
    for (const { email, password, role } of accounts.slice(0, 7)) {
      const { cookie } = await signInOverHttp(running, email, password);
      const { body } = await call(running, readSession, {}, cookie);
      expect(body.memberships.map((held) => held.role)).toContain(role);
    }
  });

  it('shows seven invented cities, each in another state', async () => {
    const { rows } = await overview(running, accounts, 'ICI 2026');
    expect(rows.map(({ city, state }) => [city.name, state]).sort()).toEqual([
      ['Altenwehr', 'published'],
      ['Cetavia', 'underVerification'],
      ['Linnesund', 'inProgress'],
      ['Nowobrzeg', 'verified'],
      ['Port Selda', 'submitted'],
      ['Rīvmala', 'invited'],
      ['Santa Rovira', 'clarification'],
    ]);
    expect(
      rows.filter(({ lastActivityAt }) => lastActivityAt === undefined).map(({ city }) => city.name),
    ).toEqual(['Rīvmala']);
  });

  it('tells the figures about a city in both languages', async () => {
    const { cookie } = await signIn(running, accounts, 'coordinator');
    const { body } = await call(running, listAssessments, {}, cookie);
    const [fact] = body.assessments
      .flatMap(({ city }) => city.facts)
      .filter(({ name }) => name === 'Population');
    expect(fact?.translations?.['pl']).toMatchObject({ name: 'Liczba mieszkańców', unit: 'mieszk.' });
  });

  it('shows results of three of them in the round before, by a version that asked less, and two that left it', async () => {
    const { rows, version } = await overview(running, accounts, 'ICI 2023');
    expect(version.version).toBe('2023.1');
    expect(rows.map(({ city, state }) => [city.name, state]).sort()).toEqual([
      ['Altenwehr', 'published'],
      ['Cetavia', 'withdrawn'],
      ['Nowobrzeg', 'agreed'],
      ['Rīvmala', 'declined'],
      ['Santa Rovira', 'published'],
    ]);
    for (const { cells } of rows.filter(({ state }) => isChecked(state))) {
      expect(cells).toHaveLength(14);
      expect(cells.every(({ score }) => score.kind === 'scored')).toBe(true);
    }
  });

  it('shows every state there is, in one round or the other', async () => {
    const rounds = [
      await overview(running, accounts, 'ICI 2026'),
      await overview(running, accounts, 'ICI 2023'),
    ];
    const states = new Set(rounds.flatMap(({ rows }) => rows.map(({ state }) => state)));
    expect([...states].sort()).toEqual([...AssessmentState.options].sort());
  });

  it('says in the city’s own words why it left a round', async () => {
    const { rows } = await overview(running, accounts, 'ICI 2023');
    const { cookie } = await signIn(running, accounts, 'coordinator');
    const words = async (state: AssessmentState) => {
      const params = { assessmentId: rows.find((row) => row.state === state)?.assessmentId ?? '' };
      const { entries } = (await call(running, readAssessmentHistory, { params, query: {} }, cookie)).body;
      return JSON.stringify(entries);
    };
    expect(await words('withdrawn')).toContain('The two posts in the office for integration were cut');
    expect(await words('declined')).toContain('Please ask us again next time.');
  });

  it('asks about a city that left an earlier round as about a new one: nothing is compared', async () => {
    const { rows } = await overview(running, accounts, 'ICI 2026');
    const { cookie } = await signIn(running, accounts, 'coordinator');
    const before = async (name: string) => {
      const params = { assessmentId: rows.find(({ city }) => city.name === name)?.assessmentId ?? '' };
      return (await call(running, listEarlier, { params }, cookie)).body.earlier;
    };
    expect(await before('Cetavia')).toEqual([]);
    expect(await before('Rīvmala')).toEqual([]);
    expect((await before('Nowobrzeg')).map(({ state }) => state)).toEqual(['agreed']);
  });

  it('shows an expert in the middle of the work: some areas checked, the rest open, three times not what was claimed', async () => {
    const { cookie } = await signIn(running, accounts, 'expert');
    const { body } = await call(running, listAssessments, {}, cookie);
    const begun = body.assessments.find(({ state }) => state === 'underVerification');
    expect(begun?.city.name).toBe('Cetavia');
    const params = { assessmentId: begun?.id ?? '' };
    const { findings } = (await call(running, listFindings, { params }, cookie)).body;
    expect(findings.filter(({ reasonCode }) => reasonCode !== 'confirms')).toHaveLength(3);
    expect(findings.length).toBeGreaterThan(15);
    expect(findings.length).toBeLessThan(40);
  });

  it('has files that can be opened, and reads each as it was sent', async () => {
    const { checked, faults } = await running.app.get(FilesCheck).run();
    expect([checked, faults]).toEqual([12, []]);
    const { cookie } = await signIn(running, accounts, 'expert');
    const { body } = await call(running, listAssessments, {}, cookie);
    const types = new Set<string>();
    for (const { id: assessmentId } of body.assessments) {
      const { evidence } = (await call(running, listEvidence, { params: { assessmentId } }, cookie)).body;
      for (const { file } of evidence) {
        if (!file) continue;
        const read = await running.fetch(fileAddress(assessmentId, file.id), { headers: { cookie } });
        const bytes = Buffer.from(await read.arrayBuffer());
        types.add(`${file.type} ${bytes.subarray(0, 4).toString('latin1')}`);
      }
    }
    expect([...types].sort()).toEqual(['application/pdf %PDF', 'image/png \x89PNG']);
  });

  it('shows what an expert has asked: one thing settled, one open', async () => {
    const { cookie } = await signIn(running, accounts, 'expert');
    const { body } = await call(running, listAssessments, {}, cookie);
    const asked = body.assessments.find(({ state }) => state === 'clarification');
    const params = { assessmentId: asked?.id ?? '' };
    const { clarifications } = (await call(running, listClarifications, { params }, cookie)).body;
    expect(clarifications.map(({ end }) => end?.kind)).toEqual(['answered', undefined]);
  });

  it('shows second readings, which differ once and never count', async () => {
    const { email = '', password = '' } = accounts.filter(({ role }) => role === 'expert')[1] ?? {};
    const { cookie } = await signInOverHttp(running, email, password);
    const { body } = await call(running, listAssessments, {}, cookie);
    expect(body.assessments.map(({ city, reader }) => [city.name, reader])).toEqual([
      ['Nowobrzeg', 'second'],
      ['Altenwehr', 'second'],
    ]);
    const params = { assessmentId: body.assessments[1]?.id ?? '' };
    const { findings } = (await call(running, listFindings, { params }, cookie)).body;
    const second = findings.filter(({ reader }) => reader === 'second');
    expect(second).toHaveLength(6);
    const found = (await call(running, readScorecard, { params, query: { basis: 'found' } }, cookie)).body;
    expect(
      found.scorecard.questions.filter(({ findingId }) => second.some(({ id }) => id === findingId)),
    ).toEqual([]);
  });

  it('has an intact chain for everything that it made', async () => {
    expect(await running.app.get(ChainVerifier).verifyAll()).toEqual([]);
  });

  it('has a history that goes forward, by different people, up to now', async () => {
    const audit = running.app.get(AuditRepository);
    const now = new Date().toISOString();
    for (const { streamKind, streamId } of await audit.heads()) {
      const entries = await audit.entriesAfter(streamKind, streamId, 0, 1000);
      const times = entries.map(({ row }) => row.at);
      expect(times).toEqual([...times].sort());
      expect(times.at(-1)?.localeCompare(now)).toBe(-1);
    }
  });

  it('shows an expert who differs from a city, with reasons, and once from herself', async () => {
    const { cookie } = await signIn(running, accounts, 'expert');
    const { body } = await call(running, listAssessments, {}, cookie);
    const verified = body.assessments.find(({ state }) => state === 'verified');
    expect(verified?.city.name).toBe('Nowobrzeg');
    const params = { assessmentId: verified?.id ?? '' };
    const { findings } = (await call(running, listFindings, { params }, cookie)).body;
    const first = findings.filter(({ reader }) => reader === 'first');
    expect(first.length).toBeGreaterThan(30);
    expect(first.filter(({ reasonCode }) => reasonCode !== 'confirms').length).toBeGreaterThan(4);
    expect(first.filter(({ isSuperseded }) => isSuperseded)).toHaveLength(1);
    expect(first.filter(({ isOutdated }) => isOutdated)).toEqual([]);
  });

  it('is made once only', async () => {
    const before = await overview(running, accounts, 'ICI 2026');
    await running.app.get(DemoSeed).onApplicationBootstrap();
    const after = await overview(running, accounts, 'ICI 2026');
    expect(after.rows).toEqual(before.rows);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(accounts);
  });
});

it('that was interrupted is not passed off as a whole one: the server says what to do', async () => {
  const running = await startApp(makeSqlite, { KILIM_MODE: 'demo' });
  const { dataDir } = running.app.get(Settings);
  try {
    const file = path.join(dataDir, 'demo-accounts.json');
    renameSync(file, `${file}.unfinished`);
    const again = running.app.get(DemoSeed).onApplicationBootstrap();
    await expect(again).rejects.toThrow(`Remove the folder ${dataDir}`);
  } finally {
    await running.close();
  }
}, 60_000);

it('is not made where real work is done', async () => {
  const running = await startApp(makeSqlite, { KILIM_MODE: 'production' });
  try {
    expect(await running.app.get(AuditRepository).heads()).toEqual([]);
    expect(existsSync(path.join(running.app.get(Settings).dataDir, 'demo-accounts.json'))).toBe(false);
  } finally {
    await running.close();
  }
});

/** Whoever is signed in stays so: a test more is no sign-in more. Each demonstration has passwords of its own. */
const signedIn = new Map<string, ReturnType<typeof signInOverHttp>>();

function signIn(running: RunningApp, accounts: readonly DemoAccount[], role: DemoAccount['role']) {
  const { email = '', password = '' } = accounts.find((each) => each.role === role) ?? {};
  const session = signedIn.get(password) ?? signInOverHttp(running, email, password);
  signedIn.set(password, session);
  return session;
}

async function overview(
  running: RunningApp,
  accounts: readonly DemoAccount[],
  name: string,
): Promise<RoundOverview> {
  const { cookie } = await signIn(running, accounts, 'coordinator');
  const { body } = await call(running, listRounds, {}, cookie);
  const roundId = body.rounds.find((round) => round.name === name)?.id ?? '';
  return (await call(running, readRound, { params: { roundId } }, cookie)).body;
}
