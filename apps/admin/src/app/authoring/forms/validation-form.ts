import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import {
  partAt,
  type Condition,
  type Id,
  type PartAddress,
  type Question,
  type Validation,
} from '@kilim/indicators';
import { Say } from '../../language/say';
import { Icon } from '../../ui/icon';
import { FieldFaults } from '../checks/field-faults';
import { ConditionEditor } from '../conditions/condition-editor';
import { QuestionPicker } from '../conditions/question-picker';
import { DraftDesk } from '../desk/draft-desk';
import { questionsOf } from '../desk/shares';
import { fieldChange } from './field-value';
import { SelectInput, type Choice } from './select-input';
import { TextInput } from './text-input';
import { ValidationTrial } from './validation-trial';
import { WordInput } from './word-input';

/** What must hold across answers, what is said when it does not, and where. */
@Component({
  selector: 'k-validation-form',
  imports: [
    ...[ConditionEditor, FieldFaults, Icon, QuestionPicker],
    ...[SelectInput, TextInput, ValidationTrial, WordInput],
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './validation-form.html',
})
export class ValidationForm {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly part = input.required<PartAddress>();

  protected readonly mayEdit = this.desk.mayEdit;
  protected readonly book = this.desk.book;
  protected readonly isPicking = signal(false);
  protected readonly validation = computed(() => {
    const document = this.desk.document();
    return document && (partAt(document.questionnaire, this.part()) as Validation | undefined);
  });
  protected readonly severities = computed<readonly Choice[]>(() => [
    { value: 'error', words: this.say.t('validation.error') },
    { value: 'warning', words: this.say.t('validation.warning') },
  ]);
  protected readonly sets = computed<readonly Choice[]>(() => {
    const document = this.desk.document();
    const sets = document ? questionsOf(document.questionnaire).filter(({ kind }) => kind === 'set') : [];
    return [
      { value: '', words: this.say.t('validation.once') },
      ...sets.map(({ id }) => ({ value: id, words: this.book()?.named(id) ?? id })),
    ];
  });

  protected setCondition(condition: Condition | undefined): void {
    // Something must hold, else it is no validation: the last comparison is changed, not taken away.
    if (condition) this.set('holds', condition);
  }

  protected mark({ id }: Question): void {
    const marks = this.validation()?.marks ?? [];
    if (!marks.includes(id)) this.set('marks', [...marks, id]);
    this.isPicking.set(false);
  }

  protected unmark(id: Id): void {
    this.set(
      'marks',
      (this.validation()?.marks ?? []).filter((each) => each !== id),
    );
  }

  private set(field: string, value: unknown): void {
    this.desk.edit([fieldChange(this.desk.document(), this.part(), field, value)]);
  }
}
