import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import { Language } from '@kilim/indicators';
import { Say } from '../../language/say';
import { Dialog } from '../../ui/dialog';
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
  imports: [Dialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-dialog
      #dialog
      [heading]="say.t('translations.add')"
      [closeWord]="say.t('dialog.close')"
      (closed)="closed.emit()"
    >
      <p class="muted">{{ say.t('translations.add.lead') }}</p>
      <div class="field">
        <label for="language-pick">{{ say.t('language') }}</label>
        <select id="language-pick" class="in" (change)="tag.set(typed($event))">
          <option value="">{{ say.t('translations.add.other') }}</option>
          @for (each of offered(); track each.tag) {
            <option [value]="each.tag" [selected]="each.tag === tag()">{{ each.name }}</option>
          }
        </select>
      </div>
      <div class="field">
        <label for="language-tag">{{ say.t('translations.add.tag') }}</label>
        <input
          id="language-tag"
          class="in short"
          maxlength="6"
          autocomplete="off"
          aria-describedby="language-hint"
          [value]="tag()"
          [attr.aria-invalid]="isTried() && fault() !== undefined"
          (input)="tag.set(typed($event))"
        />
        <p id="language-hint" class="hint" [class.tone-bad]="isTried() && fault() !== undefined">
          {{ isTried() && fault() ? fault() : say.t('begin.language.hint') }}
        </p>
      </div>
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
