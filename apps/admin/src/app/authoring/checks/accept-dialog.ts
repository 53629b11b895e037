import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { Say } from '../../language/say';
import { Dialog } from '../../ui/dialog';
import { Control, Field } from '../../ui/field';
import { wrongFieldFinder } from '../../ui/focus-mover';
import { typed } from '../forms/typed';

/** Lets a warning stand, with the reason that is kept with the version. */
@Component({
  selector: 'k-accept-dialog',
  imports: [Control, Dialog, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-dialog
      #dialog
      [heading]="say.t('accept.title')"
      [closeWord]="say.t('dialog.close')"
      (closed)="closed.emit()"
    >
      <p>
        <b>{{ name() }}</b>
      </p>
      <p class="muted" [attr.lang]="say.language() === 'en' ? null : 'en'">{{ message() }}</p>
      <k-field
        control="accept-reason"
        [label]="say.t('accept.reason')"
        [hint]="say.t('accept.hint')"
        [error]="isTried() && reason().trim() === '' ? say.t('reason.missing') : undefined"
      >
        <textarea
          kControl
          class="in"
          rows="3"
          maxlength="1000"
          (input)="reason.set(typed($event))"
        ></textarea>
      </k-field>
      <ng-container actions>
        <button type="button" class="btn" (click)="dialog.close()">{{ say.t('dialog.cancel') }}</button>
        <button type="button" class="btn btn--go" (click)="go()">{{ say.t('accept.go') }}</button>
      </ng-container>
    </k-dialog>
  `,
})
export class AcceptDialog {
  protected readonly say = inject(Say);
  /** What the checks say, in short and as a sentence. */
  readonly name = input.required<string>();
  readonly message = input.required<string>();
  readonly accepted = output<string>();
  readonly closed = output();
  protected readonly typed = typed;
  protected readonly reason = signal('');
  private readonly findWrongField = wrongFieldFinder();
  protected readonly isTried = signal(false);

  protected go(): void {
    this.isTried.set(true);
    const reason = this.reason().trim();
    if (reason === '') this.findWrongField();
    else this.accepted.emit(reason);
  }
}
