import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { HistoryRepository, type HistoryFilter } from '../src/audit/history.repository.js';
import { type Core, openCore } from './support/core.js';
import { describeOnBothDatabases, type TestDatabase } from './support/databases.js';

describeOnBothDatabases('a page of the whole history', (make, kind) => {
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

  /** How the database goes about what a page asks it, in its own words; without sorting wherever it can do without. */
  const plansOf = async (filter: Omit<HistoryFilter, 'limit'>): Promise<readonly string[]> => {
    const { reader } = core.database;
    const asked: { readonly query: string; readonly parameters?: unknown }[] = [];
    reader.subscribers.push({ beforeQuery: (event) => void asked.push(event) });
    await new HistoryRepository(core.reads).page({ ...filter, limit: 51 });
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
  const SORTS = /TEMP B-TREE|Sort Key/;
  const BEGINS = /at<\?|Index Cond: \(\(at\)/;

  it('begins at the newest entry of each table and goes no further than it is long', async () => {
    const plans = await plansOf({});
    expect(plans).toHaveLength(2);
    for (const plan of plans) expect(plan).not.toMatch(SORTS);
  });

  it('looks for what one person did among the answers that this person could change, and nowhere else', async () => {
    const [entries, answers] = await plansOf({ by: 'somebody', answeredIn: ['here', 'there'] });
    expect(entries).not.toMatch(SORTS);
    expect(answers).toMatch(/assessment_id(=\?|\)::text = ANY)/);
    expect(answers).not.toMatch(/SCAN content/);
  });

  it('goes on where the page before has ended', async () => {
    const before = { id: 'x', at: '2026-11-27T12:00:00.000Z', sequence: 3 };
    for (const plan of await plansOf({ before })) {
      expect(plan).not.toMatch(SORTS);
      expect(plan).toMatch(BEGINS);
    }
  });
});
