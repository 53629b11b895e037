import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { PartAddress } from '@kilim/indicators';
import { FieldFaults } from '../checks/field-faults';
import { DraftDesk } from '../desk/draft-desk';
import { Control, Field } from '../../ui/field';
import { fieldValue } from './field-value';
import { typed } from './typed';

/** A word that is no text of the questionnaire: a code, the name of a version. It is never translated. */
@Component({
  selector: 'k-word-input',
  imports: [Control, Field, FieldFaults],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-field [control]="id()" [label]="label()" [isQuiet]="isQuiet()" [hint]="hint()" [error]="fault()">
      <input
        kControl
        class="in"
        maxlength="24"
        autocomplete="off"
        [value]="value()"
        [readOnly]="!mayEdit()"
        (input)="type(typed($event))"
      />
      <k-field-faults under [part]="part()" [field]="field()" />
    </k-field>
  `,
})
export class WordInput {
  private readonly desk = inject(DraftDesk);
  readonly part = input.required<PartAddress>();
  readonly field = input('code');
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** What is wrong with it beyond what the checks see. */
  readonly fault = input<string>();
  readonly isQuiet = input(false);

  protected readonly typed = typed;
  protected readonly mayEdit = this.desk.mayEdit;
  protected readonly id = computed(() => `word-${this.part()}-${this.field()}`);
  protected readonly value = computed(
    () => (fieldValue(this.desk.document(), this.part(), this.field()) ?? '') as string,
  );

  protected type(value: string): void {
    const change = { op: 'set' as const, part: this.part(), field: this.field(), value, was: this.value() };
    this.desk.edit([change], `${this.part()} ${this.field()}`);
  }
}
