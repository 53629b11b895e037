import { statSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listRounds, readRound, readSession, type RoundOverview } from '@kilim/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ChainVerifier } from '../src/audit/chain-verifier.js';
import { Settings } from '../src/config/settings.js';
import type { DemoAccount } from '../src/demo/demo-accounts.js';
import { DemoSeed } from '../src/demo/demo.seed.js';
import { signInOverHttp } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';

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

  it('is made once only', async () => {
    const before = await overview(running, accounts);
    await running.app.get(DemoSeed).onApplicationBootstrap();
    const after = await overview(running, accounts);
    expect(after.rows).toEqual(before.rows);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(accounts);
  });
});

async function overview(running: RunningApp, accounts: readonly DemoAccount[]): Promise<RoundOverview> {
  const coordinator = accounts.find(({ role }) => role === 'coordinator');
  const { cookie } = await signInOverHttp(running, coordinator?.email ?? '', coordinator?.password ?? '');
  const { body } = await call(running, listRounds, {}, cookie);
  const roundId = body.rounds[0]?.id ?? '';
  return (await call(running, readRound, { params: { roundId } }, cookie)).body;
}
