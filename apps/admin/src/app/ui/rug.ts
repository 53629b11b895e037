import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { weaveRug } from '@kilim/look';
import { Shapes } from './shapes';

/** Values woven into a rug: rows down, columns across; `label` says in words what it shows. */
@Component({
  selector: 'k-rug',
  imports: [Shapes],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg class="rug" role="img" [attr.viewBox]="rug().viewBox" [attr.aria-label]="label()">
      <path class="warp" [attr.d]="rug().warp" />
      <g [kShapes]="rug().beads" />
      @for (knot of rug().knots; track $index) {
        <g [kShapes]="knot.shapes" />
      }
    </svg>
  `,
})
export class Rug {
  /** Fractions, 0 to 1; null leaves the ground bare. */
  readonly values = input.required<readonly (readonly (number | null)[])[]>();
  readonly label = input.required<string>();
  protected readonly rug = computed(() => weaveRug(this.values()));
}
