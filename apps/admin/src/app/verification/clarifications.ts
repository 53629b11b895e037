import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { withdrawClarification, type Clarification, type ResponseOf } from '@kilim/contracts';
import { Attempt } from '../api/attempt';
import { Write } from '../api/write';
import { Say } from '../language/say';
import { UnfinishedDialogs } from '../session/unfinished-dialogs';
import { focusMover } from '../ui/focus-mover';
import { Icon } from '../ui/icon';
import { AskDialog } from './ask-dialog';
import { ReasonDialog } from './reason-dialog';

const DIALOGS = ['ask', 'stopAsking'] as const;

/** What was asked or settled, and where the assessment stands after it. */
export type Clarified = ResponseOf<typeof withdrawClarification>;

/** What the city was asked about one answer and what it said; the expert asks here, and stops asking. */
@Component({
  selector: 'k-clarifications',
  imports: [AskDialog, Icon, ReasonDialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './clarifications.html',
})
export class Clarifications {
  protected readonly say = inject(Say);
  private readonly write = inject(Write);
  private readonly moveFocus = focusMover();
  private readonly unfinished = inject(UnfinishedDialogs);

  readonly assessmentId = input.required<string>();
  readonly questionId = input.required<string>();
  /** Of a repeated set; empty outside. */
  readonly instance = input.required<string>();
  readonly code = input.required<string>();
  /** What is being written in a dialog is kept under it. */
  readonly place = input.required<string>();
  readonly canAsk = input.required<boolean>();
  /** Where the city is: a clarification is due by the end of its day there. */
  readonly zone = input.required<string>();
  /** All that the city was asked, oldest first. */
  readonly all = input.required<readonly Clarification[]>();
  /** Something was asked or settled, and where the assessment stands after it. */
  readonly moved = output<Clarified>();

  protected readonly own = computed(() =>
    this.all().filter(
      ({ questionId, instanceId }) => questionId === this.questionId() && instanceId === this.instance(),
    ),
  );
  protected readonly open = computed(() => this.own().find(({ end }) => end === undefined));

  /** Also after signing in again, where the session had ended over an open dialog. */
  protected readonly asking = linkedSignal<string, (typeof DIALOGS)[number] | undefined>({
    source: this.place,
    computation: (place) => DIALOGS.find((dialog) => dialog === this.unfinished.find(place)?.dialog),
  });
  private readonly attempt = new Attempt();
  protected readonly isBusy = this.attempt.isBusy;
  protected readonly problem = this.attempt.problem;

  protected ask(what: (typeof DIALOGS)[number]): void {
    this.problem.set(undefined);
    this.asking.set(what);
  }

  /** “Open, reply by 4 May” or how it ended. */
  protected standing({ end, dueOn }: Clarification): string {
    if (end !== undefined) return this.say.t(`clarify.${end.kind}`);
    const date = this.say.partialDate(dueOn);
    return this.say.t(this.isOverdue(dueOn) ? 'clarify.overdue' : 'clarify.open', { date });
  }

  protected isOverdue(dueOn: string): boolean {
    // As Swedes write it a day compares as text.
    return dueOn < new Intl.DateTimeFormat('sv-SE', { timeZone: this.zone() }).format(Date.now());
  }

  protected take(clarified: Clarified): void {
    this.asking.set(undefined);
    this.moved.emit(clarified);
    this.moveFocus('clarify-heading');
  }

  protected async withdraw(words: string): Promise<void> {
    const open = this.open();
    if (open === undefined) return;
    await this.attempt.run(async () => {
      const params = { assessmentId: this.assessmentId(), clarificationId: open.id };
      const clarified = await this.write.send(withdrawClarification, { params, body: { words } });
      this.unfinished.drop(this.place());
      this.take(clarified);
    });
  }
}
