import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HistoryEntry } from '@kilim/contracts';
import type { Problem } from '../api/problem';
import { Say } from '../language/say';
import { ProblemMessage } from '../page/problem-message';
import { entryNotes, entryWords, questionWords } from '../versions/entry-words';
import type { VersionBook } from '../versions/version-book';

/** Entries of the history as a table: when, who, where, what, why. */
@Component({
  selector: 'k-history-table',
  imports: [ProblemMessage, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (rows().length > 0) {
      <div class="scroll" tabindex="0" role="group" [attr.aria-label]="say.t('history.changes')">
        <table class="tbl tbl--cards" role="table">
          <caption class="sr">
            {{
              say.t('history.title')
            }}
          </caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">{{ say.t('history.when') }}</th>
              <th role="columnheader" scope="col">{{ say.t('history.who') }}</th>
              @if (showsCity()) {
                <th role="columnheader" scope="col">{{ say.t('matrix.city') }}</th>
              }
              <th role="columnheader" scope="col">{{ say.t('history.where') }}</th>
              <th role="columnheader" scope="col">{{ say.t('history.what') }}</th>
              <th role="columnheader" scope="col">{{ say.t('history.why') }}</th>
              <th role="columnheader" scope="col">{{ say.t('history.entry') }}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            @for (row of rows(); track row.entry.id) {
              <tr role="row">
                <th role="rowheader" scope="row" class="nowrap">{{ say.moment(row.entry.at) }}</th>
                <td role="cell" class="written" [attr.data-head]="say.t('history.who')">
                  {{ row.entry.by?.name ?? say.t('history.program') }}
                </td>
                @if (showsCity()) {
                  <td role="cell" [attr.data-head]="say.t('matrix.city')">
                    @if (row.entry.stream.assessmentId; as id) {
                      <a class="reach" [routerLink]="['/cities', id, 'history']">{{
                        row.entry.stream.cityName ?? id
                      }}</a>
                    } @else {
                      <span class="muted">{{ say.t('history.administration') }}</span>
                    }
                  </td>
                }
                <td role="cell" [attr.data-head]="say.t('history.where')">{{ row.question }}</td>
                <td role="cell" class="written" [attr.data-head]="say.t('history.what')">
                  {{ row.words }}
                  @for (note of row.notes; track note) {
                    <br /><span class="muted">{{ note }}</span>
                  }
                </td>
                <td role="cell" class="written" [attr.data-head]="say.t('history.why')">
                  @if (row.entry.reason) {
                    “{{ row.entry.reason }}”
                  }
                </td>
                <td role="cell" class="nowrap" [attr.data-head]="say.t('history.entry')">
                  <span [title]="row.entry.hash"
                    >{{ row.entry.sequence }}
                    <span class="hash" aria-hidden="true">{{ row.entry.hash.slice(0, 8) }}</span></span
                  >
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    } @else if (!isLoading() && !problem()) {
      <div class="empty">
        @if (isNarrowed()) {
          <p>{{ say.t('history.none') }}</p>
        } @else {
          <p>{{ say.t('history.empty') }}</p>
          <p>{{ say.t('history.empty.how') }}</p>
        }
      </div>
    }
    @if (problem(); as wrong) {
      <div class="above-4"><k-problem-message [problem]="wrong" /></div>
    }
    <p class="row above-4">
      @if (hasMore() || problem()) {
        <button type="button" class="btn" [attr.aria-busy]="isLoading()" (click)="more.emit()">
          {{ say.t(problem() ? 'page.retry' : 'history.older') }}
        </button>
      }
      <span class="live muted" role="status">{{ status() }}</span>
    </p>
  `,
})
export class HistoryTable {
  protected readonly say = inject(Say);
  readonly entries = input.required<readonly HistoryEntry[]>();
  /** The version an entry's assessment is bound to. */
  readonly bookOf = input.required<(entry: HistoryEntry) => VersionBook | undefined>();
  readonly showsCity = input.required<boolean>();
  /** Not everything is asked for: that nothing comes does not say that nothing has happened. */
  readonly isNarrowed = input(false);
  readonly isLoading = input.required<boolean>();
  readonly problem = input<Problem>();
  readonly hasMore = input.required<boolean>();
  readonly more = output();

  protected readonly rows = computed(() =>
    this.entries().map((entry) => {
      const book = this.bookOf()(entry);
      return {
        entry,
        question: questionWords(entry, book) ?? '',
        words: entryWords(entry, book, this.say),
        notes: entryNotes(entry, this.say),
      };
    }),
  );
  /** How many there are; as long as older ones may come, only how many of the newest are shown. */
  protected readonly status = computed(() => {
    const count = this.entries().length;
    if (this.isLoading()) return this.say.t('page.loading');
    return this.hasMore() ? this.say.n('history.newest', count) : this.say.n('history.count', count);
  });
}
