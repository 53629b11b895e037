import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { readAssessment, readAssessmentHistory, type HistoryEntry } from '@kilim/contracts';
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

/** Every change of one assessment, newest first. */
@Component({
  selector: 'k-assessment-history-page',
  imports: [HistoryTable, PageHeader, PageState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      @if (of(); as assessment) {
        <k-page-header
          [heading]="say.t('history.of', { city: assessment.city.name })"
          [wayWord]="say.t('page.way')"
          [crumbs]="[
            { words: say.t('cities.title'), link: ['/cities'] },
            { words: assessment.city.name, link: ['/cities', assessment.id] },
            { words: say.t('history.title') },
          ]"
        >
          <ng-container meta
            ><span>{{ assessment.round.name }}</span></ng-container
          >
        </k-page-header>
        <section class="panel" [attr.aria-label]="say.t('history.changes')">
          <div class="panel__body above-4">
            <k-history-table
              [entries]="feed.entries()"
              [bookOf]="bookOf()"
              [showsCity]="false"
              [isLoading]="feed.isLoading()"
              [problem]="feed.problem()"
              [hasMore]="feed.hasMore()"
              (more)="feed.more()"
            />
          </div>
        </section>
      } @else {
        <k-page-state [of]="[assessment]" [level]="1" />
      }
    </div>
  `,
})
export class AssessmentHistoryPage {
  protected readonly say = inject(Say);
  private readonly write = inject(Write);
  readonly assessmentId = input.required<string>();

  protected readonly assessment = read(readAssessment, () => ({
    params: { assessmentId: this.assessmentId() },
  }));
  protected readonly of = computed(() => (this.assessment.hasValue() ? this.assessment.value() : undefined));
  protected readonly feed = new HistoryFeed((before) =>
    this.write.send(readAssessmentHistory, {
      params: { assessmentId: this.assessmentId() },
      query: { limit: PAGE_SIZE, ...(before !== undefined && { before }) },
    }),
  );
  private readonly books = booksOf(() => {
    const version = this.of()?.version.id;
    return version === undefined ? [] : [version];
  });
  protected readonly bookOf = computed(() => {
    const book: VersionBook | undefined = [...this.books().values()][0];
    return (_entry: HistoryEntry): VersionBook | undefined => book;
  });

  constructor() {
    titled(() => this.say.t('history.of', { city: this.of()?.city.name ?? '' }));
  }
}
