import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { signChangeReport, type ChangeReport, type ChangeReportSummary } from '@kilim/contracts';
import { Attempt } from '../../api/attempt';
import { Write } from '../../api/write';
import { Say } from '../../language/say';
import { ProblemMessage } from '../../page/problem-message';
import { Control, Field } from '../../ui/field';
import { wrongFieldFinder } from '../../ui/focus-mover';
import { Icon } from '../../ui/icon';
import { DraftDesk } from '../desk/draft-desk';
import { isChecked, typed } from '../forms/typed';

/** Signs a change report: one has read it, and this is what is meant. */
@Component({
  selector: 'k-sign-form',
  imports: [Control, Field, Icon, ProblemMessage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (report().signature; as signature) {
      <div class="msg msg--ok">
        <svg kIcon="check"></svg>
        <div>
          <p>{{ say.t('sign.done', { name: signature.by.name, moment: say.moment(signature.at) }) }}</p>
          @if (signature.statement) {
            <p class="told">{{ signature.statement }}</p>
          }
        </div>
      </div>
    } @else if (isCurrent()) {
      <form class="stack" (submit)="sign($event)">
        <h4>{{ say.t('sign.title') }}</h4>
        <k-field control="sign-statement" [label]="say.t('sign.statement')">
          <textarea
            kControl
            class="in"
            rows="3"
            maxlength="2000"
            (input)="statement.set(typed($event))"
          ></textarea>
        </k-field>
        <label class="check">
          <input
            type="checkbox"
            aria-describedby="sign-missing"
            [attr.aria-invalid]="isTried() && !hasRead()"
            (change)="hasRead.set(isChecked($event))"
          />
          <span>{{ say.t('sign.read') }}</span>
        </label>
        <p id="sign-missing" class="hint tone-bad">
          {{ isTried() && !hasRead() ? say.t('sign.read.missing') : '' }}
        </p>
        @if (problem(); as wrong) {
          <k-problem-message [problem]="wrong" />
        }
        <p>
          <button type="submit" class="btn" [attr.aria-busy]="isBusy()">{{ say.t('sign.go') }}</button>
        </p>
      </form>
    }
  `,
})
export class SignForm {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  private readonly write = inject(Write);
  readonly report = input.required<ChangeReport>();
  /** A report of an earlier state of the draft is not signed any more. */
  readonly isCurrent = input.required<boolean>();
  readonly signed = output<ChangeReportSummary>();

  protected readonly typed = typed;
  protected readonly isChecked = isChecked;
  protected readonly statement = signal('');
  protected readonly hasRead = signal(false);
  protected readonly isTried = signal(false);
  private readonly findWrongField = wrongFieldFinder();
  private readonly attempt = new Attempt();
  protected readonly isBusy = this.attempt.isBusy;
  protected readonly problem = this.attempt.problem;

  protected async sign(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    const [draftId, statement] = [this.desk.draft()?.id, this.statement().trim()];
    if (!this.hasRead()) return this.findWrongField();
    if (draftId === undefined) return;
    await this.attempt.run(async () => {
      const { id: reportId, hash } = this.report();
      const body = { hash, ...(statement !== '' && { statement }) };
      this.signed.emit(await this.write.send(signChangeReport, { params: { draftId, reportId }, body }));
    });
  }
}
