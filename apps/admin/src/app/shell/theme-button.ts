import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Say } from '../language/say';
import { Theme } from '../theme/theme';
import { Icon } from '../ui/icon';

/** Goes from the system's theme to the light one, the dark one and back. */
@Component({
  selector: 'k-theme-button',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button
      type="button"
      class="iconbtn"
      [attr.aria-label]="say.t('theme.change', { theme: words() })"
      [title]="words()"
      (click)="theme.next()"
    >
      <svg kIcon="theme"></svg>
    </button>
  `,
})
export class ThemeButton {
  protected readonly say = inject(Say);
  protected readonly theme = inject(Theme);
  protected readonly words = computed(() => this.say.t(`theme.${this.theme.name()}`));
}
