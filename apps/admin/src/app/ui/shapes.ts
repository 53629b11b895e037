import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Shape } from '@kilim/look';

/** Draws shapes of the look as elements of the SVG it stands in; nothing is ever parsed as markup. */
@Component({
  selector: 'svg:g[kShapes]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (shape of kShapes(); track $index) {
      @switch (shape.kind) {
        @case ('path') {
          <svg:path
            [attr.d]="shape.d"
            [attr.fill]="shape.fill"
            [attr.stroke]="shape.stroke"
            [attr.stroke-width]="shape.strokeWidth"
            [attr.stroke-linejoin]="shape.strokeLinejoin"
            [attr.fill-rule]="shape.fillRule"
          />
        }
        @case ('circle') {
          <svg:circle
            [attr.cx]="shape.cx"
            [attr.cy]="shape.cy"
            [attr.r]="shape.r"
            [attr.fill]="shape.fill"
            [attr.stroke]="shape.stroke"
            [attr.stroke-width]="shape.strokeWidth"
          />
        }
        @case ('ellipse') {
          <svg:ellipse
            [attr.cx]="shape.cx"
            [attr.cy]="shape.cy"
            [attr.rx]="shape.rx"
            [attr.ry]="shape.ry"
            [attr.fill]="shape.fill"
            [attr.stroke]="shape.stroke"
            [attr.stroke-width]="shape.strokeWidth"
          />
        }
      }
    }
  `,
})
export class Shapes {
  readonly kShapes = input.required<readonly Shape[]>();
}
