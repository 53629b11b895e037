import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import {
  directionOf,
  textsOf,
  translationOf,
  translationStateOf,
  type DraftChange,
  type Id,
  type TextField,
} from '@kilim/indicators';
import { FieldFaults } from '../checks/field-faults';
import { DraftDesk } from '../desk/draft-desk';
import { Say } from '../../language/say';
import { Control, Field } from '../../ui/field';
import { typed } from './typed';

/** One text of a part in the language that is written just now; beside a translation stands what it translates. */
@Component({
  selector: 'k-text-input',
  imports: [Control, Field, FieldFaults],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './text-input.html',
})
export class TextInput {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly part = input.required<Id>();
  readonly field = input<TextField>('title');
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** Lines to begin with; 0: a field of one line. */
  readonly rows = input(0);
  /** The label is for screen readers alone: the place says what it is. */
  readonly isQuiet = input(false);

  protected readonly typed = typed;
  protected readonly mayEdit = this.desk.mayEdit;
  protected readonly id = computed(() => `text-${this.part()}-${this.field()}`);
  protected readonly language = this.desk.language;
  protected readonly direction = computed(() => directionOf(this.language()));
  private readonly texts = computed(() => {
    const document = this.desk.document();
    return document && textsOf(document, this.part());
  });
  protected readonly source = computed(() => this.texts()?.source[this.field()]);
  protected readonly isTranslating = computed(
    () => this.language() !== this.desk.document()?.questionnaire.sourceLanguage,
  );
  private readonly translated = computed(() => this.texts()?.translations[this.language()]?.[this.field()]);
  protected readonly value = computed(
    () => (this.isTranslating() ? this.translated()?.text : this.source()) ?? '',
  );
  /** How the translation stands, where there is something to be done about it. */
  protected readonly state = computed(() => {
    const source = this.source();
    if (!this.isTranslating() || source === undefined) return undefined;
    const state = translationStateOf(source, this.translated(), this.desk.digest);
    return state === 'checked' || state === 'new' ? undefined : state;
  });
  protected readonly faultField = computed(() =>
    this.isTranslating() ? `translation/${this.language()}/${this.field()}` : `text/${this.field()}`,
  );

  protected type(text: string): void {
    const change = this.isTranslating() ? this.translation(text) : this.sourceText(text);
    if (change) this.desk.edit([change], `${this.part()} ${this.faultField()}`);
  }

  private sourceText(text: string): DraftChange {
    return {
      ...{ op: 'text', part: this.part(), field: this.field(), was: this.source() },
      ...(text !== '' && { value: text.slice(0, 2000) }),
    };
  }

  private translation(text: string): DraftChange | undefined {
    const source = this.source();
    if (source === undefined) return undefined;
    return {
      ...{ op: 'translate', language: this.language(), part: this.part(), field: this.field() },
      was: this.translated(),
      ...(text !== '' && { value: translationOf(source, text.slice(0, 2000), this.desk.digest) }),
    };
  }
}
