import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { discardDraft, type DraftSummary } from '@kilim/contracts';
import { Attempt } from '../../api/attempt';
import { Write } from '../../api/write';
import { Say } from '../../language/say';
import { ProblemMessage } from '../../page/problem-message';
import { Dialog } from '../../ui/dialog';

/** Throws a draft away; for a while it can be taken back. */
@Component({
  selector: 'k-discard-dialog',
  imports: [Dialog, ProblemMessage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-dialog
      #dialog
      [heading]="say.t('discard.title', { version: draft().version })"
      [closeWord]="say.t('dialog.close')"
      (closed)="closed.emit()"
    >
      <p>{{ say.t('discard.lead') }}</p>
      @if (problem(); as wrong) {
        <k-problem-message [problem]="wrong" />
      }
      <ng-container actions>
        <button type="button" class="btn" (click)="dialog.close()">{{ say.t('dialog.cancel') }}</button>
        <button type="button" class="btn btn--danger" [attr.aria-busy]="isBusy()" (click)="go(dialog)">
          {{ say.t('discard.go') }}
        </button>
      </ng-container>
    </k-dialog>
  `,
})
export class DiscardDialog {
  protected readonly say = inject(Say);
  private readonly write = inject(Write);
  readonly draft = input.required<DraftSummary>();
  readonly done = output();
  readonly closed = output();
  private readonly attempt = new Attempt();
  protected readonly isBusy = this.attempt.isBusy;
  protected readonly problem = this.attempt.problem;

  protected async go(dialog: Dialog): Promise<void> {
    await this.attempt.run(async () => {
      await this.write.send(discardDraft, { params: { draftId: this.draft().id } });
      this.done.emit();
      dialog.close();
    });
  }
}
