import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { GrantPlace, HeldMembership } from '@kilim/contracts';
import { Say } from '../language/say';
import { sectionNames } from '../versions/section-names';
import { VersionBook } from '../versions/version-book';
import { versionOf } from '../versions/version-store';

/** Which sections a contributor was handed. */
@Component({
  selector: 'k-handed-sections',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (names(); as known) {
      <ul class="muted" [attr.aria-label]="say.t('grant.sections')">
        @for (name of known; track $index) {
          <li>{{ name }}</li>
        }
      </ul>
    } @else {
      <p class="muted">{{ say.n('accounts.sections', ids().length) }}</p>
    }
  `,
})
export class HandedSections {
  protected readonly say = inject(Say);
  readonly held = input.required<HeldMembership>();
  /** Where the reader may give roles: a city's says which version it answers. */
  readonly places = input.required<readonly GrantPlace[]>();

  protected readonly ids = computed(() => this.held().sections ?? []);
  private readonly version = versionOf(
    () => this.places().find(({ scopeId }) => scopeId === this.held().scopeId)?.versionId,
  );
  /** Undefined as long as the city's version is not known; a section that is not in it has only its id. */
  protected readonly names = computed(() => {
    if (!this.version.hasValue()) return undefined;
    const names = sectionNames(new VersionBook(this.version.value(), this.say.language()));
    return this.ids().map((wanted) => names.find(({ id }) => id === wanted)?.name ?? wanted);
  });
}
