import { ChangeDetectionStrategy, Component } from '@angular/core';
import { BRAND_MARK } from '@kilim/look';
import { Shapes } from './shapes';

/** The mark of Kilim, a stepped diamond in three dyes. */
@Component({
  selector: 'svg[kBrandMark]',
  imports: [Shapes],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<svg:g [kShapes]="shapes" />`,
  host: { width: '24', height: '24', viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
})
export class BrandMark {
  protected readonly shapes = BRAND_MARK;
}
