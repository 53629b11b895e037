import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Say } from '../../language/say';
import { Dialog } from '../../ui/dialog';

/** Removing what others look at: says who, before it happens. */
@Component({
  selector: 'k-remove-dialog',
  imports: [Dialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-dialog
      #dialog
      [heading]="say.t('remove.title')"
      [closeWord]="say.t('dialog.close')"
      (closed)="closed.emit()"
    >
      <p>{{ say.t('remove.lead', { codes: say.list(lookers()) }) }}</p>
      <p class="muted">{{ say.t('remove.undo') }}</p>
      <ng-container actions>
        <button type="button" class="btn" (click)="dialog.close()">{{ say.t('dialog.cancel') }}</button>
        <button type="button" class="btn btn--danger" (click)="confirmed.emit()">
          {{ say.t('part.remove') }}
        </button>
      </ng-container>
    </k-dialog>
  `,
})
export class RemoveDialog {
  protected readonly say = inject(Say);
  /** Codes of all that look at it. */
  readonly lookers = input.required<readonly string[]>();
  readonly confirmed = output();
  readonly closed = output();
}
