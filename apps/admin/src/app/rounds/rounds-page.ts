import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listRounds, type RoundSummary } from '@kilim/contracts';
import { read } from '../api/read';
import { Say } from '../language/say';
import { PageState } from '../page/page-state';
import { titled } from '../page/page-title';
import { PageHeader } from '../ui/page-header';
import { PHASES } from './phases';

/** The rounds one may watch, newest first. */
@Component({
  selector: 'k-rounds-page',
  imports: [RouterLink, PageHeader, PageState],
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
              <dl class="counts">
                @for (phase of phases; track phase.name) {
                  <div>
                    <dt>{{ say.t(phase.words) }}</dt>
                    <dd>{{ say.number(inPhase(round, phase.states)) }}</dd>
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
  protected readonly newestFirst = computed(() =>
    [...(this.rounds.hasValue() ? this.rounds.value().rounds : [])].sort((a, b) =>
      a.openedAt < b.openedAt ? 1 : -1,
    ),
  );

  constructor() {
    titled(() => this.say.t('rounds.title'));
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
