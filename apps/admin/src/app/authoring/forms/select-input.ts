import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { PartAddress } from '@kilim/indicators';
import { FieldFaults } from '../checks/field-faults';
import { DraftDesk } from '../desk/draft-desk';
import { Control, Field } from '../../ui/field';
import { fieldChange, fieldValue } from './field-value';
import { typed } from './typed';

/** One of a few values; the empty one takes the field away. */
export interface Choice {
  readonly value: string;
  readonly words: string;
}

/** A field of a part that holds one of a few words. */
@Component({
  selector: 'k-select-input',
  imports: [Control, Field, FieldFaults],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-field [control]="id()" [label]="label()" [hint]="hint()">
      <select kControl class="in" [disabled]="!mayEdit()" (change)="choose(typed($event))">
        @for (choice of choices(); track choice.value) {
          <option [value]="choice.value" [selected]="choice.value === value()">{{ choice.words }}</option>
        }
      </select>
      <k-field-faults under [part]="part()" [field]="field()" />
    </k-field>
  `,
})
export class SelectInput {
  private readonly desk = inject(DraftDesk);
  readonly part = input.required<PartAddress>();
  readonly field = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly choices = input.required<readonly Choice[]>();

  protected readonly typed = typed;
  protected readonly mayEdit = this.desk.mayEdit;
  protected readonly id = computed(() => `select-${this.part()}-${this.field().replace('/', '_')}`);
  protected readonly value = computed(
    () => (fieldValue(this.desk.document(), this.part(), this.field()) ?? '') as string,
  );

  protected choose(value: string): void {
    const wanted = value === '' ? undefined : value;
    this.desk.edit([fieldChange(this.desk.document(), this.part(), this.field(), wanted)]);
  }
}
