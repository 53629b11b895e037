import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Say } from '../../language/say';
import { DraftDesk } from '../desk/draft-desk';

/** In which language texts are written just now: the source, or a translation beside it. */
@Component({
  selector: 'k-language-choice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (languages().length > 1) {
      <div class="seg" role="group" [attr.aria-label]="say.t('editor.language')">
        @for (each of languages(); track each) {
          <button
            type="button"
            [attr.aria-pressed]="each === desk.language()"
            (click)="desk.language.set(each)"
          >
            {{ say.languageName(each) }}
          </button>
        }
      </div>
    }
  `,
})
export class LanguageChoice {
  protected readonly say = inject(Say);
  protected readonly desk = inject(DraftDesk);
  protected readonly languages = computed(() => {
    const document = this.desk.document();
    return document === undefined ? [] : [document.questionnaire.sourceLanguage, ...document.languages];
  });
}
