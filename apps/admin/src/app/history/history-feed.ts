import { computed, effect, signal, untracked } from '@angular/core';
import type { HistoryEntry, HistoryPage } from '@kilim/contracts';
import { problemOf, type Problem } from '../api/problem';

/** How many entries come at once. */
export const PAGE_SIZE = 50;

/**
 * Entries of the history, newest first, page by page. Begins anew whenever a signal that `fetch` reads changes.
 *
 * @param fetch one page; `before` is the id of the oldest entry so far
 */
export class HistoryFeed {
  private readonly pages = signal<readonly HistoryPage[]>([]);
  private readonly going = signal(false);
  private readonly failed = signal<Problem | undefined>(undefined);
  private run = 0;

  readonly isLoading = this.going.asReadonly();
  readonly problem = this.failed.asReadonly();
  readonly entries = computed<readonly HistoryEntry[]>(() => this.pages().flatMap(({ entries }) => entries));
  readonly hasCome = computed(() => this.pages().length > 0);
  /** There are older entries. */
  readonly hasMore = computed(() => this.pages().at(-1)?.next !== undefined);

  constructor(private readonly fetch: (before: string | undefined) => Promise<HistoryPage> | undefined) {
    effect(() => {
      const first = this.fetch(undefined);
      untracked(() => {
        this.pages.set([]);
        void this.take(first);
      });
    });
  }

  /** The next older page; after a problem, the same one again. */
  more(): void {
    const before = this.pages().at(-1)?.next;
    if (this.going() || (this.hasCome() && before === undefined)) return;
    void this.take(untracked(() => this.fetch(before)));
  }

  private async take(coming: Promise<HistoryPage> | undefined): Promise<void> {
    const run = ++this.run;
    this.failed.set(undefined);
    if (coming === undefined) return;
    this.going.set(true);
    try {
      const page = await coming;
      if (run === this.run) this.pages.update((pages) => [...pages, page]);
    } catch (error) {
      if (run === this.run) this.failed.set(problemOf(error));
    } finally {
      if (run === this.run) this.going.set(false);
    }
  }
}
