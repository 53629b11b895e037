import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { PartAddress } from '@kilim/indicators';
import { FieldFaults } from '../checks/field-faults';
import { DraftDesk } from '../desk/draft-desk';
import { Say } from '../../language/say';
import { Control, Field } from '../../ui/field';
import { fieldChange, fieldValue } from './field-value';
import { numberIn, typed } from './typed';

/** A number of a part. What is no number stays as typed and changes nothing; an empty field takes the number away. */
@Component({
  selector: 'k-number-input',
  imports: [Control, Field, FieldFaults],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './number-input.html',
})
export class NumberInput {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly part = input.required<PartAddress>();
  readonly field = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly isQuiet = input(false);
  /** A number must stand here: an empty field is not taken. */
  readonly isNeeded = input(false);
  /** By what the number on the screen is larger than the one in the version: 100 for a percentage. */
  readonly scale = input(1);

  protected readonly typed = typed;
  protected readonly mayEdit = this.desk.mayEdit;
  protected readonly id = computed(
    () => `number-${this.part().replace('/', '_')}-${this.field().replace('/', '_')}`,
  );
  private readonly value = computed(() => fieldValue(this.desk.document(), this.part(), this.field()));
  /** What stands in the field: as typed, as long as it means the same number. */
  protected readonly text = linkedSignal<unknown, string>({
    source: this.value,
    computation: (value, previous) =>
      previous !== undefined && this.meant(previous.value) === value ? previous.value : this.written(value),
  });
  protected readonly isOdd = computed(() => {
    const number = numberIn(this.text());
    return number === null || (number === undefined && this.isNeeded());
  });

  protected type(text: string): void {
    this.text.set(text);
    const value = this.meant(text);
    if (value === null || value === this.value() || (value === undefined && this.isNeeded())) return;
    const change = fieldChange(this.desk.document(), this.part(), this.field(), value);
    this.desk.edit([change], `${this.part()} ${this.field()}`);
  }

  private meant(text: string): number | undefined | null {
    const number = numberIn(text);
    return typeof number === 'number' ? Math.round((number / this.scale()) * 1e9) / 1e9 : number;
  }

  private written(value: unknown): string {
    if (typeof value !== 'number') return '';
    const text = String(Math.round(value * this.scale() * 1e9) / 1e9);
    return this.say.language() === 'en' ? text : text.replace('.', ',');
  }
}
