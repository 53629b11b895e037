import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { PartAddress } from '@kilim/indicators';

/** The real form beside the editor. */
@Component({
  selector: 'k-preview-pane',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: ``,
})
export class PreviewPane {
  readonly part = input.required<PartAddress>();
}
