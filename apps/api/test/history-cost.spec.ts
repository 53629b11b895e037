import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { ActivityRepository } from '../src/audit/activity.repository.js';
import { HistoryRepository, type HistoryFilter } from '../src/audit/history.repository.js';
import { type Core, openCore } from './support/core.js';
import { describeOnBothDatabases, type TestDatabase } from './support/databases.js';

describeOnBothDatabases('what the whole history is asked', (make, kind) => {
  let testDatabase: TestDatabase;
  let core: Core;
  beforeAll(async () => {
    testDatabase = await make();
    core = await openCore(testDatabase);
  });
  afterAll(async () => {
    await core.close();
    await testDatabase.remove();
  });

  /** How the database goes about what it is asked, in its own words; without sorting wherever it can do without. */
  const plansOf = async (ask: () => Promise<unknown>): Promise<readonly string[]> => {
    const { reader } = core.database;
    const asked: { readonly query: string; readonly parameters?: unknown }[] = [];
    reader.subscribers.push({ beforeQuery: (event) => void asked.push(event) });
    await ask();
    reader.subscribers.pop();
    const runner = reader.createQueryRunner();
    if (kind === 'postgres') await runner.query('SET enable_sort = off');
    const plans: string[] = [];
    for (const { query, parameters } of asked) {
      const explain = kind === 'postgres' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
      plans.push(JSON.stringify(await runner.query(`${explain} ${query}`, parameters as unknown[])));
    }
    await runner.release();
    return plans;
  };
  const plansOfPage = (filter: Omit<HistoryFilter, 'limit'>) =>
    plansOf(() => new HistoryRepository(core.reads).page({ ...filter, limit: 51 }));
  const SORTS = /TEMP B-TREE|Sort Key/;
  const BEGINS = /at<\?|Index Cond: \(\(at\)/;

  it('tells when something last happened from the last entries of each assessment', async () => {
    const plans = await plansOf(() => new ActivityRepository(core.reads).lastAt([uuidv7(), uuidv7()]));
    expect(plans).toHaveLength(1);
    for (const plan of plans) {
      expect(plan).not.toMatch(SORTS);
      expect(plan.match(/CORRELATED SCALAR SUBQUERY|Index Scan Backward/g)).toHaveLength(2);
    }
  });

  it('gives a page beginning at the newest entry of each table, and goes no further than it is long', async () => {
    const plans = await plansOfPage({});
    expect(plans).toHaveLength(2);
    for (const plan of plans) expect(plan).not.toMatch(SORTS);
  });

  it('looks for what one person did among the answers that this person could change, and nowhere else', async () => {
    const [entries, answers] = await plansOfPage({ by: 'somebody', answeredIn: ['here', 'there'] });
    expect(entries).not.toMatch(SORTS);
    expect(answers).toMatch(/assessment_id(=\?|\)::text = ANY)/);
    expect(answers).not.toMatch(/SCAN content/);
  });

  it('goes on where the page before has ended', async () => {
    const before = { id: 'x', at: '2026-11-27T12:00:00.000Z', sequence: 3 };
    for (const plan of await plansOfPage({ before })) {
      expect(plan).not.toMatch(SORTS);
      expect(plan).toMatch(BEGINS);
    }
  });
});
