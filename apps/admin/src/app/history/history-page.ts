import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { listAssessments, readHistory, type HistoryEntry } from '@kilim/contracts';
import { read } from '../api/read';
import { Write } from '../api/write';
import { Say } from '../language/say';
import { PageState } from '../page/page-state';
import { titled } from '../page/page-title';
import { PageHeader } from '../ui/page-header';
import type { VersionBook } from '../versions/version-book';
import { booksOf } from './books';
import { HistoryFeed, PAGE_SIZE } from './history-feed';
import { HistoryTable } from './history-table';

/** Every change everywhere, newest first; by city where one is chosen. */
@Component({
  selector: 'k-history-page',
  imports: [HistoryTable, PageHeader, PageState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <k-page-header [heading]="say.t('history.title')" [wayWord]="say.t('page.way')">
        <ng-container meta
          ><span>{{ say.t('history.lead') }}</span></ng-container
        >
      </k-page-header>
      <section class="panel" aria-labelledby="history-heading">
        <div class="panel__head">
          <h2 id="history-heading">{{ say.t('history.changes') }}</h2>
          <label class="row">
            <span class="faint">{{ say.t('history.city') }}</span>
            <select class="in in--tool" (change)="choose($event)">
              <option value="" [selected]="assessment() === undefined">
                {{ say.t('history.city.all') }}
              </option>
              @for (each of cities(); track each.id) {
                <option [value]="each.id" [selected]="each.id === assessment()">
                  {{ each.city.name }}, {{ each.round.name }}
                </option>
              }
            </select>
          </label>
        </div>
        <div class="panel__body">
          @if (assessments.status() === 'error') {
            <k-page-state [of]="[assessments]" [tall]="false" />
          }
          <k-history-table
            [entries]="feed.entries()"
            [bookOf]="bookOf()"
            [showsCity]="true"
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

  /** From the address: the assessment whose city was chosen. */
  readonly assessment = input<string>();

  protected readonly assessments = read(listAssessments, () => ({}));
  private readonly all = computed(() =>
    this.assessments.hasValue() ? this.assessments.value().assessments : [],
  );
  protected readonly cities = computed(() =>
    [...this.all()].sort((a, b) => a.city.name.localeCompare(b.city.name, this.say.language())),
  );
  protected readonly feed = new HistoryFeed((before) => {
    const assessmentId = this.assessment();
    return this.write.send(readHistory, {
      query: {
        limit: PAGE_SIZE,
        ...(before !== undefined && { before }),
        ...(assessmentId !== undefined && { assessmentId }),
      },
    });
  });
  private readonly versionIds = computed(
    () => new Map(this.all().map(({ id, version }) => [id, version.id] as const)),
  );
  private readonly books = booksOf(() =>
    this.feed.entries().flatMap(({ stream }) => this.versionIds().get(stream.assessmentId ?? '') ?? []),
  );
  protected readonly bookOf = computed(() => {
    const [books, ids] = [this.books(), this.versionIds()];
    return ({ stream }: HistoryEntry): VersionBook | undefined =>
      books.get(ids.get(stream.assessmentId ?? '') ?? '');
  });

  constructor() {
    titled(() => this.say.t('history.title'));
  }

  protected choose(event: Event): void {
    const id = event.target instanceof HTMLSelectElement ? event.target.value : '';
    void this.router.navigate([], { queryParams: { assessment: id === '' ? null : id } });
  }
}
