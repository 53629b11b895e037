import { Directive, ElementRef, inject } from '@angular/core';

/**
 * A menu that opens in place, `<details kMenu class="menu">`: it closes on Escape, which gives the focus back to what
 * opened it, when the focus leaves it, and on a press elsewhere.
 */
@Directive({
  selector: 'details[kMenu]',
  exportAs: 'kMenu',
  host: {
    '(keydown.escape)': 'escape()',
    '(focusout)': 'leftFor($event.relatedTarget)',
    '(document:pointerdown)': 'leftFor($event.target)',
  },
})
export class Menu {
  private readonly details = inject<ElementRef<HTMLDetailsElement>>(ElementRef).nativeElement;

  /** Closes it, as when something in it was chosen; the focus is left to whoever chose. */
  close(): void {
    this.details.open = false;
  }

  protected escape(): void {
    if (!this.details.open) return;
    this.close();
    this.details.querySelector('summary')?.focus();
  }

  /** Nothing has the focus after a press on what cannot take it: where that was, the press itself tells. */
  protected leftFor(other: EventTarget | null): void {
    if (other instanceof Node && !this.details.contains(other)) this.close();
  }
}
