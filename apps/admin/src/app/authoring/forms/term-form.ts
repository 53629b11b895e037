import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { partAt, type PartAddress } from '@kilim/indicators';
import { Say } from '../../language/say';
import { FieldFaults } from '../checks/field-faults';
import { DraftDesk } from '../desk/draft-desk';
import { fieldChange } from './field-value';
import { TextInput } from './text-input';
import { isChecked } from './typed';
import { WordInput } from './word-input';

/** A word of the glossary. */
@Component({
  selector: 'k-term-form',
  imports: [FieldFaults, TextInput, WordInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-text-input [part]="part()" [label]="say.t('term.word')" />
    <k-text-input [part]="part()" field="meaning" [label]="say.t('term.meaning')" [rows]="3" />
    <k-word-input class="short" [part]="part()" [label]="say.t('field.code')" />
    @if (others().length > 0) {
      <fieldset>
        <legend class="label">{{ say.t('term.seeAlso') }}</legend>
        @for (term of others(); track term.id) {
          <label class="check">
            <input
              type="checkbox"
              [checked]="seeAlso().includes(term.id)"
              [disabled]="!mayEdit()"
              (change)="set(term.id, isChecked($event))"
            />
            <span>{{ book()?.title(term.id) }}</span>
          </label>
        }
        <k-field-faults [part]="part()" field="seeAlso" />
      </fieldset>
    }
  `,
})
export class TermForm {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly part = input.required<PartAddress>();

  protected readonly isChecked = isChecked;
  protected readonly mayEdit = this.desk.mayEdit;
  protected readonly book = this.desk.book;
  protected readonly others = computed(() =>
    (this.desk.document()?.questionnaire.glossary ?? []).filter(({ id }) => id !== this.part()),
  );
  protected readonly seeAlso = computed(() => {
    const document = this.desk.document();
    const term = document && partAt(document.questionnaire, this.part());
    return (term as { readonly seeAlso?: readonly string[] } | undefined)?.seeAlso ?? [];
  });

  protected set(id: string, isIn: boolean): void {
    const ids = this.others()
      .map((term) => term.id)
      .filter((each) => (each === id ? isIn : this.seeAlso().includes(each)));
    const value = ids.length > 0 ? ids : undefined;
    this.desk.edit([fieldChange(this.desk.document(), this.part(), 'seeAlso', value)]);
  }
}
