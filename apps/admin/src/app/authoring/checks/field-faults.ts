import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { PartAddress } from '@kilim/indicators';
import { Say } from '../../language/say';
import { Icon } from '../../ui/icon';
import { DraftChecks } from './draft-checks';
import { faultName } from './fault-words';

/** What the checks say of one field, below it. */
@Component({
  selector: 'k-field-faults',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (fault of faults(); track $index) {
      <p
        class="fault"
        [class.tone-bad]="fault.severity === 'error'"
        [class.tone-warn]="fault.severity === 'warning'"
      >
        <svg [kIcon]="fault.severity === 'error' ? 'bad' : 'warn'"></svg>
        <span>
          {{ faultName(fault, say) }}
          <span class="faint" [attr.lang]="say.language() === 'en' ? null : 'en'">{{ fault.mend }}</span>
        </span>
      </p>
    }
  `,
})
export class FieldFaults {
  protected readonly say = inject(Say);
  private readonly checks = inject(DraftChecks);
  readonly part = input.required<PartAddress>();
  readonly field = input.required<string>();
  protected readonly faultName = faultName;
  protected readonly faults = computed(() =>
    this.checks.at(this.part(), this.field()).filter(({ accepted }) => accepted === undefined),
  );
}
