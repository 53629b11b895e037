import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Problem } from '../api/problem';
import { Say } from '../language/say';
import { Icon } from '../ui/icon';
import { problemWords } from './problem-words';

/** What kept a change from being made, beside the form that wanted it; what was typed stays. */
@Component({
  selector: 'k-problem-message',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let said = words();
    <div class="msg msg--bad" role="alert">
      <svg kIcon="bad"></svg>
      <div>
        <p>
          <b>{{ said.heading }}</b>
        </p>
        @if (said.detail) {
          <p [attr.lang]="said.detailLanguage">{{ said.detail }}</p>
        }
        @if (said.reference) {
          <p class="faint">{{ said.reference }}</p>
        }
        <ng-content />
      </div>
    </div>
  `,
})
export class ProblemMessage {
  private readonly say = inject(Say);
  readonly problem = input.required<Problem>();
  protected readonly words = computed(() => problemWords(this.problem(), this.say));
}
