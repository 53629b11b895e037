import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import {
  addressOf,
  exportHistory,
  listAccounts,
  listAssessments,
  readHistory,
  type HistoryEntry,
} from '@kilim/contracts';
import { read } from '../api/read';
import { Write } from '../api/write';
import { Say } from '../language/say';
import { PageState } from '../page/page-state';
import { titled } from '../page/page-title';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import type { VersionBook } from '../versions/version-book';
import { booksOf } from './books';
import { HistoryFeed, PAGE_SIZE } from './history-feed';
import { historyQuery, NARROWING, type HistoryAddress } from './history-narrowing';
import { HistoryTable } from './history-table';
import { HistoryTools } from './history-tools';

/** Every change everywhere, newest first, narrowed as the address says; the same can be taken away as a file. */
@Component({
  selector: 'k-history-page',
  imports: [HistoryTable, HistoryTools, Icon, PageHeader, PageState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <k-page-header [heading]="say.t('history.title')" [wayWord]="say.t('page.way')">
        <ng-container meta
          ><span>{{ say.t('history.lead') }}</span></ng-container
        >
        <ng-container actions>
          @for (format of formats; track format) {
            <a class="btn" [href]="fileOf(format)" download>
              <svg kIcon="download"></svg>{{ say.t('history.save', { format: format.toUpperCase() }) }}
            </a>
          }
        </ng-container>
      </k-page-header>
      <section class="panel" aria-labelledby="history-heading">
        <div class="panel__head">
          <h2 id="history-heading">{{ say.t('history.changes') }}</h2>
        </div>
        <div class="panel__body">
          <k-history-tools
            [address]="address()"
            [people]="people()"
            [assessments]="all()"
            [book]="book()"
            (changed)="change($event)"
            (typed)="change($event, true)"
          />
          <k-page-state [of]="[assessments, accounts]" [tall]="false" />
          <k-history-table
            [entries]="feed.entries()"
            [bookOf]="bookOf()"
            [showsCity]="true"
            [isNarrowed]="isNarrowed()"
            [isLoading]="feed.isLoading()"
            [problem]="feed.problem()"
            [hasMore]="feed.hasMore()"
            (more)="feed.more()"
          />
        </div>
      </section>
    </div>
  `,
})
export class HistoryPage {
  protected readonly say = inject(Say);
  private readonly write = inject(Write);
  private readonly router = inject(Router);

  /** From the address. */
  readonly by = input<string>();
  readonly action = input<string>();
  readonly assessment = input<string>();
  readonly round = input<string>();
  readonly question = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  readonly find = input<string>();

  protected readonly formats = ['csv', 'ndjson'] as const;
  protected readonly assessments = read(listAssessments, () => ({}));
  protected readonly accounts = read(listAccounts, () => ({}));
  protected readonly all = computed(() =>
    this.assessments.hasValue() ? this.assessments.value().assessments : [],
  );
  protected readonly people = computed(() =>
    this.accounts.hasValue() ? this.accounts.value().accounts : [],
  );
  protected readonly address = computed<HistoryAddress>(() => ({
    by: this.by(),
    action: this.action(),
    assessment: this.assessment(),
    round: this.round(),
    question: this.question(),
    from: this.from(),
    to: this.to(),
    find: this.find(),
  }));
  private readonly query = computed(() => historyQuery(this.address()));
  protected readonly isNarrowed = computed(() => Object.keys(this.query()).length > 0);
  protected readonly feed = new HistoryFeed((before) =>
    this.write.send(readHistory, {
      query: { ...this.query(), limit: PAGE_SIZE, ...(before !== undefined && { before }) },
    }),
  );
  private readonly versionIds = computed(
    () => new Map(this.all().map(({ id, version }) => [id, version.id] as const)),
  );
  private readonly books = booksOf(() => [
    ...this.feed.entries().flatMap(({ stream }) => this.versionIds().get(stream.assessmentId ?? '') ?? []),
    ...[this.versionIds().get(this.assessment() ?? '')].flatMap((id) => id ?? []),
  ]);
  /** Of the city that was chosen. */
  protected readonly book = computed(() =>
    this.books().get(this.versionIds().get(this.assessment() ?? '') ?? ''),
  );
  protected readonly bookOf = computed(() => {
    const [books, ids] = [this.books(), this.versionIds()];
    return ({ stream }: HistoryEntry): VersionBook | undefined =>
      books.get(ids.get(stream.assessmentId ?? '') ?? '');
  });

  constructor() {
    titled(() => this.say.t('history.title'));
  }

  /** The address of the whole of what is shown, as a file. */
  protected fileOf(format: 'csv' | 'ndjson'): string {
    return addressOf(exportHistory.path, {}, { ...this.query(), format });
  }

  protected change(parts: HistoryAddress, isTyped = false): void {
    const queryParams = Object.fromEntries(
      NARROWING.filter((part) => part in parts).map((part) => [part, parts[part] ?? null]),
    );
    void this.router.navigate([], {
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: isTyped,
      scroll: 'manual',
    });
  }
}
