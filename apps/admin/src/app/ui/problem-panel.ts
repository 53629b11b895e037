import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Icon } from './icon';

/** Could not load: what happened, and a way to try again. */
@Component({
  selector: 'k-problem-panel',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="problem" role="alert">
      <svg kIcon="bad"></svg>
      @if (level() === 1) {
        <h1 class="title-m">{{ heading() }}</h1>
      } @else {
        <h2 class="title-m">{{ heading() }}</h2>
      }
      @if (detail(); as words) {
        <p class="muted" [attr.lang]="detailLanguage()">{{ words }}</p>
      }
      @if (reference(); as words) {
        <p class="faint">{{ words }}</p>
      }
      @if (retry(); as words) {
        <button type="button" class="btn" (click)="again.emit()">{{ words }}</button>
      }
    </div>
  `,
})
export class ProblemPanel {
  readonly heading = input.required<string>();
  /** 1 where it is all that the page has. */
  readonly level = input<1 | 2>(2);
  readonly detail = input<string>();
  /** The language of `detail` where it is not the page's. */
  readonly detailLanguage = input<string | null>(null);
  /** What to quote when asking for help. */
  readonly reference = input<string>();
  /** What the button says; absent: trying again is pointless. */
  readonly retry = input<string>();
  readonly again = output();
}
