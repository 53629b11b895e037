import { DOCUMENT } from '@angular/common';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  Injector,
  output,
  viewChild,
} from '@angular/core';
import { Icon } from './icon';

let dialogs = 0;

/**
 * A native dialog for what must be settled now. It is open as long as it is in the page; Escape, the cross and
 * `closed` are one and the same. Focus goes back by itself to where it was, also where it is not closed but taken out of
 * the page.
 */
@Component({
  selector: 'k-dialog',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dialog
      #box
      class="dialog"
      [class.dialog--wide]="wide()"
      [attr.aria-labelledby]="titleId"
      (close)="closed.emit()"
    >
      <div class="dialog__head">
        <h2 [id]="titleId">{{ heading() }}</h2>
        <button
          type="button"
          class="iconbtn iconbtn--m"
          [attr.aria-label]="closeWord()"
          (click)="box.close()"
        >
          <svg kIcon="close"></svg>
        </button>
      </div>
      <div class="dialog__body stack"><ng-content /></div>
      <div class="dialog__actions"><ng-content select="[actions]" /></div>
    </dialog>
  `,
})
export class Dialog {
  readonly heading = input.required<string>();
  /** What the cross is called. */
  readonly closeWord = input.required<string>();
  readonly wide = input(false);
  readonly closed = output();

  protected readonly titleId = `dialog-${++dialogs}`;
  private readonly box = viewChild.required<ElementRef<HTMLDialogElement>>('box');

  constructor() {
    const document = inject(DOCUMENT);
    let before: Element | null = null;
    const open = (): void => {
      before = document.activeElement;
      this.box().nativeElement.showModal();
    };
    afterNextRender({ write: open }, { injector: inject(Injector) });
    // A browser gives the focus back where a dialog closes, not where it goes.
    inject(DestroyRef).onDestroy(() => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    });
  }

  /** Closes it as the cross does. */
  close(): void {
    this.box().nativeElement.close();
  }
}
