import { describe, expect, it } from '@jest/globals';
import type { HistoryEntry } from '@kilim/contracts';
import { givenPage } from '../testing/given-page';
import { HistoryTable } from './history-table';

const ENTRY: HistoryEntry = {
  ...{ id: '01900000-0000-7000-8000-0000000000e1', at: '2026-04-10T10:00:00.000Z', action: 'account.added' },
  ...{ stream: { kind: 'administration' }, sequence: 1, hash: 'a'.repeat(64) },
};

async function read(inputs: Readonly<Record<string, unknown>>): Promise<string> {
  const usual = { bookOf: () => undefined, showsCity: true, isLoading: false };
  const { element } = await givenPage(HistoryTable, { ...usual, ...inputs });
  return element.textContent;
}

describe('the table of changes', () => {
  it('says that nothing has happened only where everything was asked for', async () => {
    const nothing = { entries: [], hasMore: false };
    expect(await read(nothing)).toContain('Nothing has happened here yet.');
    const narrowed = await read({ ...nothing, isNarrowed: true });
    expect(narrowed).toContain('No change fits what is chosen.');
    expect(narrowed).not.toContain('Nothing has happened');
  });

  it('says how many there are only once all are there', async () => {
    expect(await read({ entries: [ENTRY], hasMore: false })).toContain('1 entry');
    expect(await read({ entries: [ENTRY, { ...ENTRY, id: 'x' }], hasMore: true })).toContain(
      'The newest 2 entries',
    );
  });
});
