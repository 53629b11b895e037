import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { StoredEntry } from './audit.repository.js';
import { HistoryRepository, type HistoryFilter, type PageStart } from './history.repository.js';

/** So many entries of each table are looked through in one go: on SQLite nobody is served meanwhile. */
const IN_ONE_GO = 5000;

/**
 * Looks the history through from its newest end, a part after the other, until a page is full. What fits may be rare, or
 * nowhere: no index knows of words, and finding that out takes as long as everything that ever happened.
 */
@Injectable()
export class HistorySearch {
  constructor(private readonly repository: HistoryRepository) {}

  /** As {@link HistoryRepository.page}; others are served in between. */
  async page(filter: HistoryFilter, inOneGo = IN_ONE_GO): Promise<readonly StoredEntry[]> {
    // The stream of one assessment is no longer than somebody types.
    if (filter.assessmentId !== undefined) return this.repository.page(filter);
    const found: StoredEntry[] = [];
    const { to, from = '' } = filter;
    let { before } = filter;
    for (;;) {
      const since = (await this.repository.timeBehind({ before, to }, inOneGo)) ?? '';
      const part = { before, from: since > from ? since : from, limit: filter.limit - found.length };
      found.push(...(await this.repository.page({ ...filter, ...part })));
      if (since <= from || found.length === filter.limit) return found;
      before = allBefore(since);
      await nextTurn();
    }
  }
}

/** Where the page begins that has everything before a moment. */
function allBefore(at: string): PageStart {
  return { at, sequence: 0, id: '' };
}
