import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  listAssessments,
  listFindings,
  listRounds,
  readRound,
  readSession,
  type RoundOverview,
} from '@kilim/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AuditRepository } from '../src/audit/audit.repository.js';
import { ChainVerifier } from '../src/audit/chain-verifier.js';
import { Settings } from '../src/config/settings.js';
import type { DemoAccount } from '../src/demo/demo-accounts.js';
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
    expect(accounts.map(({ role }) => role).sort()).toEqual([
      ...['administrator', 'cityContributor', 'cityContributor', 'cityContributor'],
      ...['cityLead', 'cityLead', 'cityLead', 'coordinator', 'expert'],
    ]);
    expect(accounts.filter(({ email }) => !email.endsWith('.example'))).toEqual([]);
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length);
  });

  it('lets each of them sign in', async () => {
    for (const { email, password, role } of accounts.slice(0, 5)) {
      const { cookie } = await signInOverHttp(running, email, password);
      const { body } = await call(running, readSession, {}, cookie);
      expect(body.memberships.map((held) => held.role)).toContain(role);
    }
  });

  it('shows three invented cities in three states', async () => {
    const { rows } = await overview(running, accounts);
    expect(rows.map(({ city, state }) => [city.name, state])).toEqual([
      ['Linnesund', 'inProgress'],
      ['Nowobrzeg', 'verified'],
      ['Port Selda', 'submitted'],
    ]);
    for (const row of rows) expect(row.lastActivityAt).toBeDefined();
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
    expect(body.assessments.map(({ city }) => city.name)).toEqual(['Port Selda', 'Nowobrzeg']);
    const verified = body.assessments.find(({ state }) => state === 'verified');
    const params = { assessmentId: verified?.id ?? '' };
    const { findings } = (await call(running, listFindings, { params }, cookie)).body;
    expect(findings.length).toBeGreaterThan(30);
    expect(findings.filter(({ reasonCode }) => reasonCode !== 'confirms').length).toBeGreaterThan(4);
    expect(findings.filter(({ isSuperseded }) => isSuperseded)).toHaveLength(1);
    expect(findings.filter(({ isOutdated }) => isOutdated)).toEqual([]);
  });

  it('is made once only', async () => {
    const before = await overview(running, accounts);
    await running.app.get(DemoSeed).onApplicationBootstrap();
    const after = await overview(running, accounts);
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

function signIn(running: RunningApp, accounts: readonly DemoAccount[], role: DemoAccount['role']) {
  const account = accounts.find((each) => each.role === role);
  return signInOverHttp(running, account?.email ?? '', account?.password ?? '');
}

async function overview(running: RunningApp, accounts: readonly DemoAccount[]): Promise<RoundOverview> {
  const { cookie } = await signIn(running, accounts, 'coordinator');
  const { body } = await call(running, listRounds, {}, cookie);
  const roundId = body.rounds[0]?.id ?? '';
  return (await call(running, readRound, { params: { roundId } }, cookie)).body;
}
