import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { PartAddress } from '@kilim/indicators';
import { FieldFaults } from '../checks/field-faults';
import { DraftDesk } from '../desk/draft-desk';
import { fieldChange, fieldValue } from './field-value';
import { isChecked } from './typed';

/** A field of a part that is yes or no. */
@Component({
  selector: 'k-check-input',
  imports: [FieldFaults],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label class="check">
      <input
        type="checkbox"
        [checked]="value() === true"
        [disabled]="!mayEdit()"
        (change)="set(isChecked($event))"
      />
      <span>{{ label() }}</span>
    </label>
    <k-field-faults [part]="part()" [field]="field()" />
  `,
})
export class CheckInput {
  private readonly desk = inject(DraftDesk);
  readonly part = input.required<PartAddress>();
  readonly field = input.required<string>();
  readonly label = input.required<string>();
  /** It is always said: no is false, not absent. */
  readonly isAlwaysSaid = input(false);

  protected readonly isChecked = isChecked;
  protected readonly mayEdit = this.desk.mayEdit;
  protected readonly value = computed(() => fieldValue(this.desk.document(), this.part(), this.field()));

  protected set(value: boolean): void {
    const wanted = value || this.isAlwaysSaid() ? value : undefined;
    this.desk.edit([fieldChange(this.desk.document(), this.part(), this.field(), wanted)]);
  }
}
