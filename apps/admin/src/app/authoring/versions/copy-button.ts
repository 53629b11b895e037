import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { Say } from '../../language/say';
import { Icon } from '../../ui/icon';

/** A long word shown short, which can be copied whole. */
@Component({
  selector: 'k-copy-button',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button type="button" class="linklike hash row" [title]="word()" (click)="copy()">
      {{ word().slice(0, 12) }} <svg kIcon="copy"></svg><span class="sr">{{ label() }}</span>
    </button>
    <span class="faint" role="status">{{ said() }}</span>
  `,
})
export class CopyButton {
  private readonly say = inject(Say);
  private readonly window = inject(DOCUMENT).defaultView;
  readonly word = input.required<string>();
  /** What copying is called. */
  readonly label = input.required<string>();
  protected readonly said = signal('');

  protected async copy(): Promise<void> {
    try {
      await this.window?.navigator.clipboard.writeText(this.word());
      this.said.set(this.say.t('copy.done'));
    } catch {
      // The browser does not let pages copy here: then one selects and copies by hand.
      this.said.set(this.word());
    }
  }
}
