import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { Say } from '../language/say';

/** A field for words to look for: what it narrows follows once one rests from typing. */
@Component({
  selector: 'k-find-box',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label>
      <span>{{ say.t('tools.find') }}</span>
      <input
        #field
        class="in in--tool"
        type="search"
        autocomplete="off"
        maxlength="100"
        [attr.aria-label]="among()"
        (input)="type(field.value)"
      />
    </label>
  `,
})
export class FindBox {
  protected readonly say = inject(Say);
  /** What is looked through, said to those who do not see it. */
  readonly among = input.required<string>();
  /** What is looked for; undefined: nothing. */
  readonly words = input.required<string | undefined>();
  /** How long one has stopped typing before the rest follows, in milliseconds. */
  readonly rest = input(150);
  readonly found = output<string | undefined>();

  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    afterRenderEffect(() => {
      const [field, words] = [this.field().nativeElement, this.words() ?? ''];
      // Whoever rests behind a space goes on behind it.
      if (field.value.trim() !== words) field.value = words;
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
    });
  }

  /** Forgets what was typed last and not looked for yet. */
  empty(): void {
    clearTimeout(this.timer);
    this.field().nativeElement.value = '';
  }

  protected type(typed: string): void {
    const words = typed.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.found.emit(words === '' ? undefined : words);
    }, this.rest());
  }
}
