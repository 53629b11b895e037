import { ChangeDetectionStrategy, Component, computed, inject, input, model, signal } from '@angular/core';
import { Role, type GrantPlace, type NewMembership } from '@kilim/contracts';
import { Say } from '../language/say';
import { Control, Field } from '../ui/field';
import { sectionNames } from '../versions/section-names';
import { VersionBook } from '../versions/version-book';
import { versionOf } from '../versions/version-store';

/** Chooses a role, where it holds, and for a contributor the sections; only what the reader may give is offered. */
@Component({
  selector: 'k-membership-form',
  imports: [Control, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-field
      control="grant-role"
      [label]="say.t('grant.role')"
      [error]="isTried() && role() === undefined ? say.t('grant.missing') : undefined"
    >
      <select kControl class="in" (change)="chooseRole($event)">
        <option value="" [selected]="role() === undefined">{{ say.t('finding.choose') }}</option>
        @for (each of roles(); track each) {
          <option [value]="each" [selected]="each === role()">{{ say.t(key(each)) }}</option>
        }
      </select>
    </k-field>
    @if (role() !== undefined && role() !== 'administrator') {
      <k-field
        control="grant-place"
        [label]="say.t('grant.place')"
        [error]="isTried() && place() === undefined ? say.t('grant.missing') : undefined"
      >
        <select kControl class="in" (change)="choosePlace($event)">
          <option value="" [selected]="place() === undefined">{{ say.t('finding.choose') }}</option>
          @for (group of groups(); track group.words) {
            <optgroup [label]="group.words">
              @for (each of group.places; track each.scopeId) {
                <option [value]="each.scopeId" [selected]="each.scopeId === place()?.scopeId">
                  {{ placeWords(each) }}
                </option>
              }
            </optgroup>
          }
        </select>
      </k-field>
    }
    @if (role() === 'cityContributor' && sections().length > 0) {
      <fieldset class="field">
        <legend class="label">{{ say.t('grant.sections') }}</legend>
        <p class="hint">{{ say.t('grant.sections.hint') }}</p>
        <div class="grant__sections">
          @for (each of sections(); track each.id) {
            <label class="check">
              <input type="checkbox" [checked]="chosen().includes(each.id)" (change)="toggle(each.id)" />
              <span>{{ each.name }}</span>
            </label>
          }
        </div>
      </fieldset>
    }
  `,
})
export class MembershipForm {
  protected readonly say = inject(Say);
  readonly places = input.required<readonly GrantPlace[]>();
  /** Somebody tried to give what is not complete: what is missing is marked. */
  readonly isTried = input(false);
  /** What is chosen; undefined as long as something is missing. */
  readonly membership = model<NewMembership>();

  protected readonly role = signal<Role | undefined>(undefined);
  protected readonly place = signal<GrantPlace | undefined>(undefined);
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly roles = computed(() =>
    Role.options.filter((role) => this.places().some(({ roles }) => roles.includes(role))),
  );
  /** Where the chosen role may be given. */
  private readonly fitting = computed(() => {
    const role = this.role();
    return this.places().filter(({ roles }) => role !== undefined && roles.includes(role));
  });
  protected readonly groups = computed(() =>
    (['programme', 'round', 'city', 'assessment'] as const)
      .map((scope) => ({
        words: this.say.t(`scope.${scope}`),
        places: this.fitting().filter((place) => place.scope === scope),
      }))
      .filter(({ places }) => places.length > 0),
  );
  private readonly version = versionOf(() => this.place()?.versionId);
  protected readonly sections = computed(() => {
    if (!this.version.hasValue()) return [];
    return sectionNames(new VersionBook(this.version.value(), this.say.language()));
  });

  protected key(role: Role): `role.${Role}` {
    return `role.${role}`;
  }

  protected chooseRole(event: Event): void {
    const name = event.target instanceof HTMLSelectElement ? event.target.value : '';
    this.role.set(Role.options.find((role) => role === name));
    const [only, ...others] = this.fitting();
    this.place.set(others.length === 0 ? only : undefined);
    this.chosen.set([]);
    this.tell();
  }

  /** A city lies in a country, which has a name in each language. */
  protected placeWords({ name, scope, within }: GrantPlace): string {
    if (within === undefined) return name;
    return `${name} (${scope === 'city' ? this.say.country(within) : within})`;
  }

  protected choosePlace(event: Event): void {
    const id = event.target instanceof HTMLSelectElement ? event.target.value : '';
    this.place.set(this.fitting().find(({ scopeId }) => scopeId === id));
    this.chosen.set([]);
    this.tell();
  }

  protected toggle(id: string): void {
    this.chosen.update((chosen) =>
      chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id],
    );
    this.tell();
  }

  private tell(): void {
    const [role, place, sections] = [this.role(), this.place(), this.chosen()];
    if (role === 'administrator') this.membership.set({ role, scope: 'installation' });
    else if (role === undefined || place?.scopeId === undefined) this.membership.set(undefined);
    else {
      const { scope, scopeId } = place;
      this.membership.set({ role, scope, scopeId, ...(sections.length > 0 && { sections: [...sections] }) });
    }
  }
}
