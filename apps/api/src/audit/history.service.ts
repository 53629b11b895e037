import type { HistoryEntry } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.service.js';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { Problem } from '../http/problem.js';
import { People } from '../session/people.service.js';
import type { StoredEntry } from './audit.repository.js';
import { Contents } from './contents.service.js';
import { assessmentOf, bodyOfEntry, historyEntry } from './history-entry.js';
import { HistorySearch } from './history-search.js';
import { HistoryRepository, type HistoryFilter, type PageStart } from './history.repository.js';

/** Which part of the history somebody wants. */
export interface HistoryNarrowing extends Omit<HistoryFilter, 'among' | 'answeredIn' | 'before' | 'limit'> {
  readonly roundId?: string | undefined;
}

/** Which page of it. */
export interface HistoryRequest extends HistoryNarrowing {
  /** Entries before the one with this id; absent: the newest. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** How many entries of a file are read at a time. */
const AT_ONCE = 500;

/** A page, newest first; `next` is absent when that was all. */
export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  readonly next?: string;
}

/** What happened, by whom, from what to what. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly repository: HistoryRepository,
    private readonly search: HistorySearch,
    private readonly access: Access,
    private readonly contents: Contents,
    private readonly people: People,
    private readonly assessments: AssessmentsService,
  ) {}

  /** @throws Problem `request.invalid` when `before` names no entry of that history */
  async page({ before, limit, ...narrowing }: HistoryRequest): Promise<HistoryPage> {
    const start =
      before === undefined ? undefined : await this.repository.place(before, narrowing.assessmentId);
    if (before !== undefined && !start) throw noSuchEntry();
    const { entries, last } = await this.#page({
      ...(await this.#filterOf(narrowing)),
      before: start,
      limit,
    });
    return { entries, ...(last && { next: last.id }) };
  }

  /** Everything that fits, newest first, page by page: as large as the record is, little of it is held at a time. */
  async *all(narrowing: HistoryNarrowing): AsyncGenerator<HistoryEntry> {
    const filter = await this.#filterOf(narrowing);
    let before: PageStart | undefined;
    do {
      const page = await this.#page({ ...filter, before, limit: AT_ONCE });
      yield* page.entries;
      before = page.last;
    } while (before !== undefined);
  }

  async #filterOf({ roundId, ...narrowing }: HistoryNarrowing): Promise<Omit<HistoryFilter, 'limit'>> {
    return {
      ...narrowing,
      among: roundId === undefined ? undefined : await this.#ofRound(roundId),
      answeredIn: narrowing.by === undefined ? undefined : await this.access.everAnswerable(narrowing.by),
    };
  }

  /** `last` is where a further page goes on; absent when that was all. */
  async #page(
    filter: HistoryFilter,
  ): Promise<{ readonly entries: readonly HistoryEntry[]; readonly last?: PageStart }> {
    const { limit } = filter;
    // One more than is shown tells whether there is a further page.
    const found = await this.search.page({ ...filter, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1)?.row : undefined;
    return { entries: await this.#entries(shown), ...(last && { last }) };
  }

  async #ofRound(roundId: string): Promise<readonly string[]> {
    return (await this.assessments.ofRound(roundId)).map(({ id }) => id);
  }

  async #entries(stored: readonly StoredEntry[]): Promise<readonly HistoryEntry[]> {
    const own = await this.contents.of(stored.map(({ row }) => row.id));
    const replaced = await this.contents.of(
      stored.flatMap(({ row }) => bodyOfEntry(own(row.id))?.against ?? []),
    );
    const content = (id: string) => {
      const found = own(id);
      return found.body === undefined && found.actorId === null ? replaced(id) : found;
    };
    const person = await this.people.named(
      stored.flatMap(({ row }) => [own(row.id).actorId, bodyOfEntry(own(row.id))?.account ?? null]),
    );
    const facts = await this.assessments.facts([
      ...new Set(stored.flatMap((entry) => assessmentOf(entry) ?? [])),
    ]);
    const names = new Map(facts.map(({ id, city }) => [id, city.name]));
    return stored.map((entry) => historyEntry(entry, { content, person, cityName: (id) => names.get(id) }));
  }
}

function noSuchEntry(): Problem {
  const message = 'This history has no such entry.';
  return new Problem('request.invalid', {
    detail: message,
    places: [{ in: 'query', pointer: '/before', message }],
  });
}
