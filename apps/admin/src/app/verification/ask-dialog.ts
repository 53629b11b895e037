import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { askClarification, type ResponseOf } from '@kilim/contracts';
import { Attempt } from '../api/attempt';
import { Write } from '../api/write';
import { Say } from '../language/say';
import { ProblemMessage } from '../page/problem-message';
import { UnfinishedDialogs } from '../session/unfinished-dialogs';
import { Dialog } from '../ui/dialog';
import { Control, Field } from '../ui/field';
import { wrongFieldFinder } from '../ui/focus-mover';

const DAY_MS = 86_400_000;
/** How long a city has unless the expert says otherwise. */
const DAYS_PROPOSED = 14;

type Part = 'question' | 'settledBy' | 'dueOn';

/** Asks a city about one answer: the question, what would settle it, until when. */
@Component({
  selector: 'k-ask-dialog',
  imports: [Control, Dialog, Field, ProblemMessage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './ask-dialog.html',
})
export class AskDialog {
  protected readonly say = inject(Say);
  private readonly write = inject(Write);
  private readonly unfinished = inject(UnfinishedDialogs);

  /** What is written is kept under it until the dialog closes or the question is asked. */
  readonly place = input.required<string>();
  readonly assessmentId = input.required<string>();
  readonly questionId = input.required<string>();
  /** Of a repeated set; empty outside. */
  readonly instance = input.required<string>();
  readonly code = input.required<string>();
  readonly asked = output<ResponseOf<typeof askClarification>>();
  readonly closed = output();

  protected readonly today = dayAfter(0);
  protected readonly typed = linkedSignal<Readonly<Record<Part, string>>>(() => {
    const kept = (field: Part) => this.unfinished.wordsOf(this.place(), 'ask', field);
    return {
      ...{ question: kept('question') ?? '', settledBy: kept('settledBy') ?? '' },
      dueOn: kept('dueOn') ?? dayAfter(DAYS_PROPOSED),
    };
  });
  protected readonly wasTried = signal(false);
  private readonly findWrongField = wrongFieldFinder();
  private readonly attempt = new Attempt();
  protected readonly isBusy = this.attempt.isBusy;
  protected readonly problem = this.attempt.problem;
  private readonly missing = computed(
    () => new Set((Object.keys(this.typed()) as Part[]).filter((field) => !this.isGiven(field))),
  );

  protected isMissing(field: Part): boolean {
    return this.wasTried() && this.missing().has(field);
  }

  protected type(field: Part, words: string): void {
    this.typed.update((before) => ({ ...before, [field]: words }));
    this.unfinished.keep(this.place(), { dialog: 'ask', words: this.typed() });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.wasTried.set(true);
    if (this.missing().size > 0) {
      this.findWrongField();
      return;
    }
    await this.attempt.run(async () => {
      const params = { assessmentId: this.assessmentId() };
      const body = { ...this.typed(), questionId: this.questionId(), instanceId: this.instance() };
      const asked = await this.write.send(askClarification, { params, body });
      this.unfinished.drop(this.place());
      this.asked.emit(asked);
    });
  }

  protected leave(): void {
    this.unfinished.drop(this.place());
    this.closed.emit();
  }

  private isGiven(field: Part): boolean {
    const words = this.typed()[field].trim();
    return field === 'dueOn' ? words >= this.today : words !== '';
  }
}

function dayAfter(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}
