import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { takesAnswers, type RoundRow, type Waiting } from '@kilim/contracts';
import { percentOf, shareDone } from '@kilim/indicators';
import { Say } from '../language/say';
import { Icon } from '../ui/icon';
import { RoundDeadlines } from './round-deadlines';
import { whoWaits } from './waiting';
import { urgencyWords } from './waiting-words';

/** How many lines of the list stand at first. */
const FEW = 5;

/** Who waits for whom, the most urgent first, and the deadlines ahead. */
@Component({
  selector: 'k-round-waits',
  imports: [Icon, RoundDeadlines, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'round-side' },
  template: `
    <section class="panel" aria-labelledby="waits-heading">
      <div class="panel__head">
        <h2 id="waits-heading">{{ say.t('waits.title') }}</h2>
        @if (all().length > few) {
          <button
            type="button"
            class="linklike"
            [attr.aria-expanded]="isWhole()"
            (click)="isWhole.set(!isWhole())"
          >
            {{ isWhole() ? say.t('waits.fewer') : say.t('waits.all', { count: all().length }) }}
          </button>
        }
      </div>
      <div class="panel__body">
        <ul class="list waits">
          @for (each of shown(); track each.row.assessmentId) {
            <li>
              <b>{{ sentence(each.row, each.waiting) }}</b>
              <span class="muted">{{ detail(each.row, each.waiting) }}</span>
              <span class="row">
                @switch (each.waiting.urgency) {
                  @case (2) {
                    <span class="chip chip--bad"><svg kIcon="bad"></svg>{{ urgency(each.waiting) }}</span>
                  }
                  @case (1) {
                    <span class="chip chip--warn"><svg kIcon="clock"></svg>{{ urgency(each.waiting) }}</span>
                  }
                  @default {
                    <span class="chip"><svg kIcon="clock"></svg>{{ urgency(each.waiting) }}</span>
                  }
                }
                <a class="reach" [routerLink]="['/cities', each.row.assessmentId]"
                  >{{ say.t('waits.open') }}<span class="sr">: {{ each.row.city.name }}</span></a
                >
              </span>
            </li>
          } @empty {
            <li class="muted">{{ say.t('waits.nobodyWaits') }}</li>
          }
        </ul>
      </div>
    </section>
    <section
      class="panel"
      aria-labelledby="deadlines-heading"
      [kRoundDeadlines]="rows()"
      [now]="now()"
    ></section>
  `,
})
export class RoundWaits {
  protected readonly say = inject(Say);
  readonly rows = input.required<readonly RoundRow[]>();
  readonly now = input.required<string>();

  protected readonly few = FEW;
  protected readonly isWhole = signal(false);
  protected readonly all = computed(() => whoWaits(this.rows(), this.now()));
  protected readonly shown = computed(() => (this.isWhole() ? this.all() : this.all().slice(0, FEW)));

  protected sentence(row: RoundRow, waiting: Waiting): string {
    const city = row.city.name;
    switch (waiting.on) {
      case 'city':
        return this.say.t('waits.sentence.city', { city });
      case 'expert':
        return waiting.reason === 'unassigned'
          ? this.say.t('waits.sentence.unassigned', { city })
          : this.say.t('waits.sentence.expert', { city, expert: this.say.list(row.experts) });
      case 'coordinator':
        return this.say.t('waits.sentence.coordinator', { city });
      case 'nobody':
        return city;
    }
  }

  protected detail(row: RoundRow, waiting: Waiting): string {
    const since = this.say.date(row.stateSince);
    if (waiting.on !== 'city' || !takesAnswers(row.state))
      return this.say.t('waits.since', { state: this.say.t(`state.${row.state}`), date: since });
    return this.say.t('waits.answered', {
      done: this.say.percent(percentOf(shareDone(row.total))),
      open: this.say.n('questions.open', row.total.requiredOpen),
    });
  }

  protected urgency(waiting: Waiting): string {
    return urgencyWords(waiting, this.say);
  }
}
