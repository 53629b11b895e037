import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { retireVersion, type VersionOverview } from '@kilim/contracts';
import { Attempt } from '../../api/attempt';
import { Write } from '../../api/write';
import { Say } from '../../language/say';
import { ProblemMessage } from '../../page/problem-message';
import { Dialog } from '../../ui/dialog';
import { Control, Field } from '../../ui/field';
import { wrongFieldFinder } from '../../ui/focus-mover';

/** Retires a version, with a reason that the history keeps. */
@Component({
  selector: 'k-retire-dialog',
  imports: [Control, Dialog, Field, ProblemMessage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-dialog
      #dialog
      [heading]="say.t('retire.title', { version: version().version })"
      [closeWord]="say.t('dialog.close')"
      (closed)="closed.emit()"
    >
      <p>{{ say.t('retire.lead') }}</p>
      <k-field
        control="retire-reason"
        [label]="say.t('retire.reason')"
        [error]="isTried() && reason().trim() === '' ? say.t('reason.missing') : undefined"
      >
        <textarea kControl class="in" rows="3" maxlength="1000" (input)="type($event)"></textarea>
      </k-field>
      @if (problem(); as wrong) {
        <k-problem-message [problem]="wrong" />
      }
      <ng-container actions>
        <button type="button" class="btn" (click)="dialog.close()">{{ say.t('dialog.cancel') }}</button>
        <button type="button" class="btn btn--go" [attr.aria-busy]="isBusy()" (click)="go(dialog)">
          {{ say.t('retire.go') }}
        </button>
      </ng-container>
    </k-dialog>
  `,
})
export class RetireDialog {
  protected readonly say = inject(Say);
  private readonly write = inject(Write);
  readonly version = input.required<VersionOverview>();
  readonly done = output();
  readonly closed = output();
  protected readonly reason = signal('');
  protected readonly isTried = signal(false);
  private readonly findWrongField = wrongFieldFinder();
  private readonly attempt = new Attempt();
  protected readonly isBusy = this.attempt.isBusy;
  protected readonly problem = this.attempt.problem;

  protected type(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.reason.set(event.target.value);
  }

  protected async go(dialog: Dialog): Promise<void> {
    this.isTried.set(true);
    const reason = this.reason().trim();
    if (reason === '') {
      this.findWrongField();
      return;
    }
    await this.attempt.run(async () => {
      await this.write.send(retireVersion, { params: { versionId: this.version().id }, body: { reason } });
      this.done.emit();
      dialog.close();
    });
  }
}
