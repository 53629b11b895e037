import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { INTERFACE_LANGUAGES, LANGUAGE_NAMES, type InterfaceLanguage } from '@kilim/contracts';
import { Say } from '../language/say';

/** The languages of the interface, one pressed. */
@Component({
  selector: 'k-language-switch',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="lang" role="group" [attr.aria-label]="say.t('language')">
      @for (language of languages; track language) {
        <button
          type="button"
          [attr.lang]="language"
          [attr.aria-pressed]="language === say.language()"
          (click)="choose(language)"
        >
          <span aria-hidden="true">{{ language.toUpperCase() }}</span>
          <span class="sr">{{ names[language] }}</span>
        </button>
      }
    </div>
  `,
})
export class LanguageSwitch {
  protected readonly say = inject(Say);
  protected readonly languages = INTERFACE_LANGUAGES;
  protected readonly names = LANGUAGE_NAMES;

  protected choose(language: InterfaceLanguage): void {
    void this.say.choose(language);
  }
}
