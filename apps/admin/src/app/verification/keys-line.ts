import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import { remember, remembered } from '../device/remembered';
import { Say } from '../language/say';
import { Dialog } from '../ui/dialog';
import { actionOf, type KeyAction } from './keys';

/** Where it is remembered that somebody switched the keys off. */
const KEYS_STORED = 'kilim.keys';

/** The keys by which one verifies, at the foot of the page; all of them, and how to switch them off, stand in its dialog. */
@Component({
  selector: 'k-keys-line',
  imports: [Dialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './keys-line.html',
  host: { '(document:keydown)': 'press($event)' },
})
export class KeysLine {
  protected readonly say = inject(Say);
  private readonly document = inject(DOCUMENT);
  /** A key was pressed that means something on the page. */
  readonly pressed = output<Exclude<KeyAction, 'help'>>();

  protected readonly areOn = signal(remembered(KEYS_STORED) !== 'off');
  protected readonly isHelpOpen = signal(false);

  protected press(event: KeyboardEvent): void {
    const action = actionOf(event);
    if (action === undefined || (!this.areOn() && action !== 'help')) return;
    if (this.document.querySelector('dialog[open]') !== null) return;
    event.preventDefault();
    if (action === 'help') this.isHelpOpen.set(true);
    else this.pressed.emit(action);
  }

  protected switch(): void {
    this.areOn.update((are) => !are);
    remember(KEYS_STORED, this.areOn() ? undefined : 'off');
  }
}
