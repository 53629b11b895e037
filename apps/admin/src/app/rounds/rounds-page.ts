import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AssessmentState, hasLeft, listRounds, WaitingReason, type RoundSummary } from '@kilim/contracts';
import { percentOf } from '@kilim/indicators';
import { read } from '../api/read';
import { Say } from '../language/say';
import { PageState } from '../page/page-state';
import { titled } from '../page/page-title';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { PHASES } from './phases';

/** The rounds one may watch, newest first. */
@Component({
  selector: 'k-rounds-page',
  imports: [Icon, RouterLink, PageHeader, PageState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--reading">
      <k-page-header [heading]="say.t('rounds.title')" [wayWord]="say.t('page.way')" />
      <k-page-state [of]="[rounds]" [tall]="false" />
      @if (rounds.hasValue()) {
        @for (round of newestFirst(); track round.id) {
          <section class="panel below-4" [attr.aria-labelledby]="'round-' + round.id">
            <div class="panel__head">
              <h2 [id]="'round-' + round.id">
                <a [routerLink]="['/rounds', round.id]">{{ round.name }}</a>
              </h2>
              <span class="row">
                @if (round.kind === 'practice') {
                  <span class="demo-mark">{{ say.t('round.practice') }}</span>
                }
                @if (round.version.illustrative) {
                  <span class="demo-mark">{{ say.t('version.illustrative') }}</span>
                }
              </span>
            </div>
            <div class="panel__body">
              <p class="head__meta flush below-3">
                <span>{{ round.programme.name }}</span>
                <span>{{ say.n('cities', citiesOf(round)) }}</span>
                <span>{{ say.t('round.version', { version: round.version.version }) }}</span>
                <span>{{ say.t('round.opened', { date: say.date(round.openedAt) }) }}</span>
                <span>{{ dueOf(round) }}</span>
              </p>
              <div class="glance">
                <p>
                  <b>{{ say.percent(doneOf(round)) }}</b>
                  {{ say.n('glance.done', round.glance.asked, { done: say.number(round.glance.done) }) }}
                </p>
                <span class="thread" aria-hidden="true"><i [style.--w]="doneOf(round) + '%'"></i></span>
                @if (reasonsOf(round); as reasons) {
                  <ul class="row" [attr.aria-label]="say.t('glance.waits')">
                    @for (each of reasons; track each.reason) {
                      <li>
                        <a
                          class="chip"
                          [class.chip--bad]="each.isUrgent"
                          [class.chip--warn]="!each.isUrgent"
                          [routerLink]="['/rounds', round.id]"
                          [queryParams]="{ waits: each.reason }"
                          ><svg [kIcon]="each.isUrgent ? 'bad' : 'clock'"></svg
                          >{{ say.n(each.words, each.count) }}</a
                        >
                      </li>
                    } @empty {
                      <li>
                        <span class="chip chip--ok"
                          ><svg kIcon="check"></svg>{{ say.t('glance.waits.none') }}</span
                        >
                      </li>
                    }
                  </ul>
                }
                <p class="head__meta">
                  @if (round.glance.nextDeadline; as next) {
                    <span>{{
                      say.t('glance.next', {
                        date: say.localDate(next.localTime),
                        time: say.clock(next.localTime),
                        zone: next.zone,
                      })
                    }}</span>
                  }
                  @if (round.glance.lastActivityAt; as at) {
                    <span>{{ say.t('glance.last', { moment: say.moment(at) }) }}</span>
                  }
                </p>
              </div>
              <dl class="counts">
                @for (phase of phases; track phase.name) {
                  <div>
                    <dt>{{ say.t(phase.words) }}</dt>
                    <dd>{{ say.number(inPhase(round, phase.states)) }}</dd>
                  </div>
                }
                @if (inPhase(round, left); as count) {
                  <div>
                    <dt>{{ say.t('phase.left') }}</dt>
                    <dd>{{ say.number(count) }}</dd>
                  </div>
                }
              </dl>
            </div>
          </section>
        } @empty {
          <div class="panel">
            <div class="panel__body above-4">
              <div class="empty">
                <p>{{ say.t('rounds.empty') }}</p>
                <p>{{ say.t('rounds.empty.how') }}</p>
              </div>
            </div>
          </div>
        }
      }
    </div>
  `,
})
export class RoundsPage {
  protected readonly say = inject(Say);
  protected readonly rounds = read(listRounds, () => ({}));
  protected readonly phases = PHASES;
  protected readonly left = AssessmentState.options.filter(hasLeft);
  protected readonly newestFirst = computed(() =>
    [...(this.rounds.hasValue() ? this.rounds.value().rounds : [])].sort((a, b) =>
      a.openedAt < b.openedAt ? 1 : -1,
    ),
  );

  constructor() {
    titled(() => this.say.t('rounds.title'));
  }

  protected doneOf({ glance }: RoundSummary): number {
    return glance.asked === 0 ? 0 : percentOf(glance.done / glance.asked);
  }

  /** Why one should look, the most urgent first. */
  protected reasonsOf({ glance }: RoundSummary) {
    return WaitingReason.options.flatMap((reason) => {
      const count = glance.waits[reason] ?? 0;
      const isUrgent = reason === 'overdue' || reason === 'near' || reason === 'unassigned';
      return count > 0 ? [{ reason, count, isUrgent, words: `glance.${reason}` as const }] : [];
    });
  }

  protected citiesOf(round: RoundSummary): number {
    return Object.values(round.states).reduce((sum, count) => sum + count, 0);
  }

  protected inPhase(round: RoundSummary, states: readonly (keyof RoundSummary['states'])[]): number {
    return states.reduce((sum, state) => sum + (round.states[state] ?? 0), 0);
  }

  protected dueOf({ deadline }: RoundSummary): string {
    const [date, time] = [this.say.localDate(deadline.localTime), this.say.clock(deadline.localTime)];
    return this.say.t('round.due', { date, time, zone: deadline.zone });
  }
}
