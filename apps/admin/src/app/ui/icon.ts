import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ICONS, type IconName } from '@kilim/look';
import { Shapes } from './shapes';

/** An icon beside words: `<svg kIcon="clock"></svg>`. It never stands alone and says nothing to screen readers. */
@Component({
  selector: 'svg[kIcon]',
  imports: [Shapes],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<svg:g [kShapes]="shapes()" />`,
  host: { class: 'ic', viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
})
export class Icon {
  readonly kIcon = input.required<IconName>();
  protected readonly shapes = computed(() => ICONS[this.kIcon()]);
}
