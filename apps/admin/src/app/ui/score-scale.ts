import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/**
 * A score on the scale from 0 to 100: a band for what is still possible, a knot at the value once nothing is open.
 * `label` says the same in words.
 */
@Component({
  selector: 'k-score-scale',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="scale" role="img" [attr.aria-label]="label()">
      @if (low() !== undefined && high() !== undefined && low() !== high()) {
        <span class="scale__iv" [style.--a]="low() + '%'" [style.--b]="high() + '%'"></span>
      }
      @if (value() !== undefined) {
        <span class="scale__at" [style.--v]="value() + '%'"></span>
      }
    </div>
    <div class="scale__ends" aria-hidden="true"><span>0</span><span>100</span></div>
  `,
})
export class ScoreScale {
  /** Percentages, 0 to 100; absent: nothing to draw. */
  readonly low = input<number>();
  readonly high = input<number>();
  readonly value = input<number>();
  readonly label = input.required<string>();
}
