import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { readAssessmentHistory, type HistoryEntry } from '@kilim/contracts';
import { read } from '../api/read';
import { Say } from '../language/say';
import { PageState } from '../page/page-state';
import { entryNotes, entryWords } from '../versions/entry-words';
import type { VersionBook } from '../versions/version-book';

/** What happened to one answer, newest first. */
@Component({
  selector: 'k-question-history',
  imports: [PageState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="above-8" aria-labelledby="question-history-heading">
      <h2 id="question-history-heading">{{ say.t('history.ofAnswer') }}</h2>
      <k-page-state [of]="[history]" [tall]="false" />
      @if (history.hasValue()) {
        @if (entries().length > 0) {
          <table class="tbl above-2">
            <caption class="sr">
              {{
                say.t('history.ofAnswer')
              }}
            </caption>
            <thead>
              <tr>
                <th scope="col">{{ say.t('history.when') }}</th>
                <th scope="col">{{ say.t('history.who') }}</th>
                <th scope="col">{{ say.t('history.what') }}</th>
              </tr>
            </thead>
            <tbody>
              @for (entry of entries(); track entry.id) {
                <tr>
                  <td class="nowrap">{{ say.moment(entry.at) }}</td>
                  <td>{{ entry.by?.name ?? say.t('history.program') }}</td>
                  <td>
                    {{ words(entry) }}
                    @for (note of notes(entry); track note) {
                      <br /><span class="muted">{{ note }}</span>
                    }
                    @if (entry.reason) {
                      <br /><span class="muted">“{{ entry.reason }}”</span>
                    }
                  </td>
                </tr>
              }
            </tbody>
          </table>
          @if (history.value().next) {
            <p class="faint above-2">{{ say.t('history.moreElsewhere') }}</p>
          }
        } @else {
          <p class="muted above-2">{{ say.t('history.empty') }}</p>
        }
      }
    </section>
  `,
})
export class QuestionHistory {
  protected readonly say = inject(Say);
  readonly assessmentId = input.required<string>();
  readonly questionId = input.required<string>();
  /** The instance it is asked of; empty outside repeated sets. */
  readonly instance = input.required<string>();
  readonly book = input.required<VersionBook>();
  /** Changes whenever something was recorded: then it is read again. */
  readonly changes = input.required<number>();

  protected readonly history = read(readAssessmentHistory, () => {
    this.changes();
    return {
      params: { assessmentId: this.assessmentId() },
      query: {
        ...{ questionId: this.questionId(), limit: 50 },
        ...(this.instance() !== '' && { instanceId: this.instance() }),
      },
    };
  });

  protected readonly entries = computed(() => (this.history.hasValue() ? this.history.value().entries : []));

  protected words(entry: HistoryEntry): string {
    return entryWords(entry, this.book(), this.say);
  }

  protected notes(entry: HistoryEntry): readonly string[] {
    return entryNotes(entry, this.say);
  }
}
