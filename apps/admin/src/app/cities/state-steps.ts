import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import {
  isOpen,
  StepName,
  takeTransition,
  TRANSITIONS,
  transitionsFrom,
  type Assessment,
} from '@kilim/contracts';
import { Attempt } from '../api/attempt';
import { Write } from '../api/write';
import { Say } from '../language/say';
import { ProblemMessage } from '../page/problem-message';
import { UnfinishedDialogs } from '../session/unfinished-dialogs';
import { Dialog } from '../ui/dialog';
import { Control, Field } from '../ui/field';
import { wrongFieldFinder } from '../ui/focus-mover';

/** Steps that are taken here; submitting belongs to the city's form. */
type StepHere = Exclude<StepName, 'submit'>;

/** Steps that lead on: the button that stands out. */
const ONWARD: readonly StepHere[] = ['completeVerification', 'agree', 'publish'];

/** The steps out of the present state that the reader may take, each with a dialog that says what follows. */
@Component({
  selector: 'k-state-steps',
  host: { class: 'row' },
  imports: [Control, Dialog, Field, ProblemMessage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (step of steps(); track step) {
      <button type="button" class="btn" [class.btn--go]="isOnward(step)" (click)="ask(step)">
        {{ say.t(key(step)) }}
      </button>
    }
    @if (asked(); as step) {
      <k-dialog
        #dialog
        [heading]="say.t(headingKey(step), { city: assessment().city.name })"
        [closeWord]="say.t('dialog.close')"
        (closed)="leave()"
      >
        <p>{{ say.t(whatKey(step)) }}</p>
        @if (unjudged() > 0 && restsOnFindings(step)) {
          <p>{{ say.n('step.unjudged', unjudged()) }}</p>
        }
        @if (needsReason()) {
          <k-field
            control="step-reason"
            [label]="say.t('step.reason')"
            [hint]="say.t('step.reason.hint')"
            [error]="isMissing() ? say.t('step.reason.missing') : undefined"
          >
            <textarea
              #reasonField
              kControl
              class="in"
              rows="3"
              maxlength="2000"
              [value]="reason()"
              (input)="type(step, reasonField.value)"
            ></textarea>
          </k-field>
        }
        @if (problem(); as wrong) {
          <k-problem-message [problem]="wrong" />
        }
        <ng-container actions>
          <button type="button" class="btn" (click)="dialog.close()">{{ say.t('dialog.cancel') }}</button>
          <button type="button" class="btn btn--go" [attr.aria-busy]="isBusy()" (click)="take(step)">
            {{ say.t(key(step)) }}
          </button>
        </ng-container>
      </k-dialog>
    }
  `,
})
export class StateSteps {
  protected readonly say = inject(Say);
  private readonly write = inject(Write);
  private readonly unfinished = inject(UnfinishedDialogs);
  readonly assessment = input.required<Assessment>();
  /** How many answers nobody has judged. */
  readonly unjudged = input(0);
  readonly moved = output<Assessment>();

  private readonly place = computed(() => this.assessment().id);
  /** Also after signing in again, where the session had ended over an open dialog. */
  protected readonly asked = linkedSignal<string, StepHere | undefined>({
    source: this.place,
    computation: (place) => untracked(() => this.kept(place)),
  });
  protected readonly reason = linkedSignal({
    source: this.place,
    computation: (place) => this.unfinished.find(place)?.words['reason'] ?? '',
  });
  protected readonly isMissing = signal(false);
  private readonly findWrongField = wrongFieldFinder();
  private readonly attempt = new Attempt();
  protected readonly isBusy = this.attempt.isBusy;
  protected readonly problem = this.attempt.problem;
  protected readonly steps = computed(() => {
    const { state, may, deadline, now } = this.assessment();
    const leading = new Set<string>(transitionsFrom(state));
    return StepName.exclude(['submit']).options.filter((name) => {
      const { permission, needsOpenRound } = TRANSITIONS[name];
      return leading.has(name) && may.includes(permission) && (!needsOpenRound || isOpen(deadline, now));
    });
  });
  protected readonly needsReason = computed(() => {
    const step = this.asked();
    return step !== undefined && TRANSITIONS[step].needsReason;
  });

  /** While answers are to be judged, that comes first. */
  protected isOnward(step: StepHere): boolean {
    return ONWARD.includes(step) && (step !== 'completeVerification' || this.unjudged() === 0);
  }

  protected restsOnFindings(step: StepHere): boolean {
    return step === 'completeVerification' || step === 'agree';
  }

  protected key(step: StepHere): `step.${StepHere}` {
    return `step.${step}`;
  }

  protected headingKey(step: StepHere): `step.${StepHere}.heading` {
    return `step.${step}.heading`;
  }

  protected whatKey(step: StepHere): `step.${StepHere}.what` {
    return `step.${step}.what`;
  }

  protected ask(step: StepHere): void {
    this.reason.set('');
    this.isMissing.set(false);
    this.problem.set(undefined);
    this.asked.set(step);
  }

  private kept(place: string): StepHere | undefined {
    const dialog = this.unfinished.find(place)?.dialog;
    return this.steps().find((step) => step === dialog);
  }

  protected type(dialog: StepHere, reason: string): void {
    this.reason.set(reason);
    this.unfinished.keep(this.place(), { dialog, words: { reason } });
  }

  protected leave(): void {
    this.unfinished.drop(this.place());
    this.asked.set(undefined);
  }

  protected async take(transition: StepHere): Promise<void> {
    const reason = this.reason().trim();
    this.isMissing.set(this.needsReason() && reason === '');
    if (this.isMissing()) {
      this.findWrongField();
      return;
    }
    await this.attempt.run(async () => {
      const { id, state } = this.assessment();
      const body = { transition, from: state, ...(this.needsReason() && { reason }) };
      const moved = await this.write.send(takeTransition, { params: { assessmentId: id }, body });
      this.leave();
      this.moved.emit(moved);
    });
  }
}
