import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { KNOTS, type KnotState } from '@kilim/look';
import { Shapes } from './shapes';

/** The knot of a state: `<svg kKnot="claimed"></svg>`. A word always stands beside it. */
@Component({
  selector: 'svg[kKnot]',
  imports: [Shapes],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<svg:g [kShapes]="shapes()" />`,
  host: {
    '[class]': "'knot ' + className()",
    viewBox: '0 0 16 16',
    'aria-hidden': 'true',
    focusable: 'false',
  },
})
export class KnotMark {
  readonly kKnot = input.required<KnotState>();
  protected readonly shapes = computed(() => KNOTS[this.kKnot()].paths);
  protected readonly className = computed(() => KNOTS[this.kKnot()].className);
}

/** The class that hands a state's colour, ground and pattern to a cell, chip or swatch. */
export function knotClass(state: KnotState): string {
  return KNOTS[state].className;
}
