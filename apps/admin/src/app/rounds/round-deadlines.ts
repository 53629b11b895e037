import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { RoundRow } from '@kilim/contracts';
import { Say } from '../language/say';
import { upcomingDeadlines } from './waiting';

/** How many cities of a deadline stand by name at first. */
const FEW = 5;

/** The deadlines ahead in a round, each with the cities that have to submit or to reply until then. */
@Component({
  selector: 'section[kRoundDeadlines]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './round-deadlines.html',
})
export class RoundDeadlines {
  protected readonly say = inject(Say);
  readonly kRoundDeadlines = input.required<readonly RoundRow[]>();
  readonly now = input.required<string>();

  protected readonly few = FEW;
  protected readonly deadlines = computed(() => upcomingDeadlines(this.kRoundDeadlines(), this.now()));
}
