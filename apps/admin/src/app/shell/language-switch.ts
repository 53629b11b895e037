import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { LANGUAGES, Say, type InterfaceLanguage } from '../language/say';

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
  protected readonly languages = LANGUAGES;
  /** Each in itself, so that who does not read the present one finds theirs. */
  protected readonly names: Readonly<Record<InterfaceLanguage, string>> = { en: 'English', pl: 'Polski' };

  protected choose(language: InterfaceLanguage): void {
    void this.say.choose(language);
  }
}
