import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { ShownText } from '@kilim/indicators';
import { Say } from '../language/say';

/** A text of the version; where it is not in the wanted language, it says in which it is. */
@Component({
  selector: 'k-shown',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let shown = text();
    @if (shown) {
      <span [attr.lang]="shown.isFallback ? shown.language : null">{{ shown.text }}</span>
      @if (shown.isFallback) {
        <span class="chip">{{
          say.t('version.onlyIn', { language: say.languageName(shown.language) })
        }}</span>
      }
    }
  `,
})
export class Shown {
  protected readonly say = inject(Say);
  readonly text = input.required<ShownText | undefined>();
}
