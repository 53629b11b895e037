import {
  ChangeDetectionStrategy,
  Component,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { Problem } from '../api/problem';
import { Say } from '../language/say';
import { ProblemMessage } from '../page/problem-message';
import { UnfinishedDialogs } from '../session/unfinished-dialogs';
import { Dialog } from '../ui/dialog';
import { Control, Field } from '../ui/field';
import { wrongFieldFinder } from '../ui/focus-mover';

/**
 * Asks for a reason before something is recorded that stays in the history. Who has recorded it drops what the dialog
 * kept.
 */
@Component({
  selector: 'k-reason-dialog',
  imports: [Control, Dialog, Field, ProblemMessage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-dialog #box [heading]="heading()" [closeWord]="say.t('dialog.close')" (closed)="leave()">
      <p>{{ what() }}</p>
      <k-field
        control="dialog-reason"
        [label]="label()"
        [hint]="say.t('step.reason.hint')"
        [error]="isMissing() ? missing() : undefined"
      >
        <textarea
          #field
          kControl
          class="in"
          rows="3"
          maxlength="4000"
          [value]="reason()"
          (input)="type(field.value)"
        ></textarea>
      </k-field>
      @if (problem(); as wrong) {
        <k-problem-message [problem]="wrong" />
      }
      <ng-container actions>
        <button type="button" class="btn" (click)="box.close()">{{ say.t('dialog.cancel') }}</button>
        <button type="button" class="btn btn--go" [attr.aria-busy]="isBusy()" (click)="confirm()">
          {{ go() }}
        </button>
      </ng-container>
    </k-dialog>
  `,
})
export class ReasonDialog {
  protected readonly say = inject(Say);
  private readonly unfinished = inject(UnfinishedDialogs);
  /** Where it is asked and for what: what is written is kept under it until it closes. */
  readonly place = input.required<string>();
  readonly dialog = input.required<string>();
  readonly heading = input.required<string>();
  readonly what = input.required<string>();
  /** What is asked for, and what is said where it is missing. */
  readonly label = input.required<string>();
  readonly missing = input.required<string>();
  /** What the button says. */
  readonly go = input.required<string>();
  /** What stands in the field to begin with. */
  readonly proposed = input('');
  readonly isBusy = input.required<boolean>();
  readonly problem = input<Problem>();
  readonly confirmed = output<string>();
  readonly closed = output();

  protected readonly reason = linkedSignal(
    () => this.unfinished.wordsOf(this.place(), this.dialog(), 'reason') ?? this.proposed(),
  );
  protected readonly isMissing = signal(false);
  private readonly findWrongField = wrongFieldFinder();
  private readonly box = viewChild.required(Dialog);

  protected type(reason: string): void {
    this.reason.set(reason);
    this.unfinished.keep(this.place(), { dialog: this.dialog(), words: { reason } });
  }

  protected confirm(): void {
    const reason = this.reason().trim();
    this.isMissing.set(reason === '');
    if (reason === '') this.findWrongField();
    if (reason === '' || this.isBusy()) return;
    // What was proposed and left as it is has to be there again too, should the session have ended.
    this.type(reason);
    this.confirmed.emit(reason);
  }

  protected leave(): void {
    this.unfinished.drop(this.place());
    this.closed.emit();
  }

  /** Closes it as Escape does. */
  close(): void {
    this.box().close();
  }
}
