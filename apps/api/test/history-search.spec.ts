import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { HistoryRepository, type HistoryFilter } from '../src/audit/history.repository.js';
import { HistorySearch } from '../src/audit/history-search.js';
import { type Core, openCore } from './support/core.js';
import { describeOnBothDatabases, type TestDatabase } from './support/databases.js';
import { givenAnswerEvent } from './support/given-answer.js';
import { givenRound } from './support/given.js';
import { turnsDuring } from './support/turns.js';

/** Entries looked through in one go. */
const FEW = 5;
const HOUR_MS = 3_600_000;

describeOnBothDatabases('a search of the whole history', (make) => {
  let testDatabase: TestDatabase;
  let core: Core;
  let repository: HistoryRepository;
  let search: HistorySearch;
  const noon = Date.parse('2026-11-27T12:00:00Z');
  const at = (hour: number) => new Date(noon + hour * HOUR_MS).toISOString();
  const administration = { kind: 'administration' } as const;

  beforeAll(async () => {
    testDatabase = await make();
    core = await openCore(testDatabase);
    repository = new HistoryRepository(core.reads);
    search = new HistorySearch(repository);
    const assessmentId = (await givenRound(core)).cities[0]?.assessmentId ?? '';
    // Of one moment there is sometimes more than is looked through in one go.
    for (let hour = 0; hour < 30; hour += 1)
      await core.unit.write({ actor: null, at: at(hour) }, async () => {
        await givenAnswerEvent(core, assessmentId, { revision: hour + 1, baseRevision: hour });
        for (let entry = 0; entry < (hour % 10 === 7 ? 12 : 1); entry += 1)
          await core.chain.append({
            ...{ stream: administration, subjectId: uuidv7() },
            action: hour % 4 === 0 ? 'city.added' : 'session.started',
            body: { subject: hour % 10 === 7 && entry === 3 ? 'Nowobrzeg' : 'Altenwehr' },
          });
      });
  });
  afterAll(async () => {
    await core.close();
    await testDatabase.remove();
  });

  const idsOf = (entries: Awaited<ReturnType<HistorySearch['page']>>) => entries.map(({ row }) => row.id);
  const pagesOf = async (filter: Omit<HistoryFilter, 'limit'>): Promise<readonly string[]> => {
    const found: string[] = [];
    for (let before = filter.before; ;) {
      const page = await search.page({ ...filter, before, limit: 4 }, FEW);
      found.push(...idsOf(page));
      const last = page.at(-1)?.row;
      if (page.length < 4 || !last) return found;
      before = last;
    }
  };

  it.each<readonly [string, Omit<HistoryFilter, 'limit'>]>([
    ['anything', {}],
    ['a word', { find: 'nowobrzeg' }],
    ['a step', { action: 'city.added' }],
    ['an answer', { action: 'answer.set', from: at(3), to: at(21) }],
    ['a word that is nowhere', { find: 'Linnesund' }],
    ['a word in some hours', { find: 'altenwehr', from: at(8.5), to: at(17) }],
    ['what was never', { from: '2099-01-01T00:00:00.000Z' }],
  ])('finds %s part by part, as it would at once', async (_, filter) => {
    expect(await pagesOf(filter)).toEqual(idsOf(await repository.page({ ...filter, limit: 1000 })));
  });

  it('serves others between its parts', async () => {
    const turns = await turnsDuring(() => search.page({ find: 'Linnesund', limit: 4 }, FEW));
    expect(turns).toBeGreaterThan(5);
  });
});
