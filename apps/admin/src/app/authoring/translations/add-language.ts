import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import { Language } from '@kilim/indicators';
import { Say } from '../../language/say';
import { Dialog } from '../../ui/dialog';
import { Control, Field } from '../../ui/field';
import { DraftDesk } from '../desk/draft-desk';
import { typed } from '../forms/typed';

/** The member states' languages and those that residents of cities often speak; any other by its tag. */
const OFFERED = [
  ...['ar', 'bg', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fi', 'fr', 'ga', 'he', 'hr', 'hu', 'it', 'lt'],
  ...['lv', 'mt', 'nb', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'sq', 'sr', 'sv', 'tr', 'uk', 'ur'],
];

/** Declares a language to translate the draft into. */
@Component({
  selector: 'k-add-language',
  imports: [Control, Dialog, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-dialog
      #dialog
      [heading]="say.t('translations.add')"
      [closeWord]="say.t('dialog.close')"
      (closed)="closed.emit()"
    >
      <p class="muted">{{ say.t('translations.add.lead') }}</p>
      <k-field control="language-pick" [label]="say.t('language')">
        <select kControl class="in" (change)="tag.set(typed($event))">
          <option value="">{{ say.t('translations.add.other') }}</option>
          @for (each of offered(); track each.tag) {
            <option [value]="each.tag" [selected]="each.tag === tag()">{{ each.name }}</option>
          }
        </select>
      </k-field>
      <k-field
        control="language-tag"
        [label]="say.t('translations.add.tag')"
        [hint]="say.t('begin.language.hint')"
        [error]="isTried() ? fault() : undefined"
      >
        <input
          kControl
          class="in short"
          maxlength="6"
          autocomplete="off"
          [value]="tag()"
          (input)="tag.set(typed($event))"
        />
      </k-field>
      <ng-container actions>
        <button type="button" class="btn" (click)="dialog.close()">{{ say.t('dialog.cancel') }}</button>
        <button type="button" class="btn btn--go" (click)="go(dialog)">
          {{ say.t('translations.add') }}
        </button>
      </ng-container>
    </k-dialog>
  `,
})
export class AddLanguage {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly added = output<string>();
  readonly closed = output();

  protected readonly typed = typed;
  protected readonly tag = signal('');
  protected readonly isTried = signal(false);
  private readonly known = computed(() => {
    const document = this.desk.document();
    return document === undefined ? [] : [document.questionnaire.sourceLanguage, ...document.languages];
  });
  protected readonly offered = computed(() =>
    OFFERED.filter((tag) => !this.known().includes(tag))
      .map((tag) => ({ tag, name: this.say.languageName(tag) }))
      .sort((a, b) => a.name.localeCompare(b.name, this.say.language())),
  );
  protected readonly fault = computed(() => {
    if (!Language.safeParse(this.tag()).success) return this.say.t('begin.language.hint');
    return this.known().includes(this.tag()) ? this.say.t('translations.add.known') : undefined;
  });

  protected go(dialog: Dialog): void {
    this.isTried.set(true);
    if (this.fault() !== undefined) return;
    const language = this.tag();
    this.desk.edit([{ op: 'addLanguage', language }]);
    this.added.emit(language);
    dialog.close();
  }
}
