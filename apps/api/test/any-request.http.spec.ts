import { endpoints, type ProblemCode } from '@kilim/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ChainVerifier } from '../src/audit/chain-verifier.js';
import { Rebuild } from '../src/commands/rebuild.service.js';
import { problemsOf } from '../src/http/openapi-endpoint.js';
import { startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import { Callers, type Outcome } from './support/made-up/callers.js';
import { Dice } from './support/made-up/dice.js';
import { RUNS, SEED } from './support/made-up/effort.js';

/** Whoever leaves sends nothing more. */
const NAMES = Object.keys(endpoints).filter((name) => name !== 'signOut');
const READING = NAMES.filter((name) => endpoints[name]?.method === 'GET');

describeOnBothDatabases('requests that nobody has thought of', (make) => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(make, { KILIM_MODE: 'demo' });
  }, 120_000);
  afterAll(() => running.close());

  it('are all answered as their endpoint is documented, and leave a record that holds', async () => {
    const dice = new Dice(SEED);
    const callers = await Callers.of(running, dice);
    const wrong: string[] = [];
    const wentWell = new Set<string>();
    const note = (name: string, { status, code, told }: Outcome) => {
      if (status < 300) wentWell.add(name);
      else if (!isDocumented(name, code)) wrong.push(told);
    };
    for (const name of READING) for (const outcome of await callers.sendAll(name)) note(name, outcome);
    for (let run = 0; run < RUNS; run += 1) {
      const name = dice.oneOf(NAMES);
      note(name, await callers.send(name));
    }
    expect({ seed: SEED, wrong }).toEqual({ seed: SEED, wrong: [] });
    // Else nothing but refusals was looked at.
    expect(wentWell.size).toBeGreaterThan(NAMES.length / 3);
    expect(await running.app.get(ChainVerifier).verifyAll()).toEqual([]);
    expect(await running.app.get(Rebuild).compare()).toEqual([]);
  }, 900_000);
});

/** A server that fails is in every documentation, and in none of ours. */
function isDocumented(name: string, code: string | undefined): boolean {
  const endpoint = endpoints[name];
  return endpoint !== undefined && code !== 'internal' && problemsOf(endpoint).includes(code as ProblemCode);
}
