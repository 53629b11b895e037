import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { ReasonCode, type RecordFinding } from '@kilim/contracts';
import { answerFaults, sameAnswer, type Answer } from '@kilim/indicators';
import type { Problem } from '../api/problem';
import { Say } from '../language/say';
import { ProblemMessage } from '../page/problem-message';
import { Control, Field } from '../ui/field';
import { focusMover, wrongFieldFinder } from '../ui/focus-mover';
import type { VersionBook } from '../versions/version-book';
import { FindingDrafts, NO_DRAFT, type Draft } from './finding-drafts';
import type { QueueItem } from './queue';
import { ValueField } from './value-field';

/** Records a finding beside the claim. What is written survives leaving the page until it is sent. */
@Component({
  selector: 'k-finding-form',
  imports: [Control, Field, ProblemMessage, ValueField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './finding-form.html',
})
export class FindingForm {
  protected readonly say = inject(Say);
  private readonly drafts = inject(FindingDrafts);
  readonly assessmentId = input.required<string>();
  readonly item = input.required<QueueItem>();
  readonly book = input.required<VersionBook>();
  readonly isBusy = input.required<boolean>();
  readonly problem = input<Problem>();
  /** The value as it is being chosen, for the preview; undefined while it is none that could be recorded. */
  readonly considered = output<Answer | undefined>();
  readonly recorded = output<RecordFinding>();
  readonly accepted = output();

  private readonly moveFocus = focusMover();
  private readonly findWrongField = wrongFieldFinder();
  private readonly address = computed(() => this.item().id);
  /** What is written; another question brings its own, the same question keeps it whatever happens to its claim. */
  protected readonly draft = linkedSignal<string, Draft>({
    source: this.address,
    computation: (id) => this.drafts.find(this.assessmentId(), id) ?? NO_DRAFT,
  });
  protected readonly isKept = signal(true);
  protected readonly isDrafted = computed(() => {
    const { answer, reason, evidenceIds } = this.draft();
    return answer !== undefined || reason !== '' || evidenceIds.length > 0;
  });
  /** Set once somebody tried to send what is not complete. */
  protected readonly isTried = linkedSignal({ source: this.address, computation: () => false });

  protected readonly agrees = computed(() => {
    const { answer } = this.draft();
    return (
      answer !== undefined &&
      sameAnswer(this.item().compiled.question.kind, answer, this.item().claim?.answer)
    );
  });
  protected readonly reasonCodes = computed(() =>
    this.agrees() ? (['confirms'] as const) : ReasonCode.exclude(['confirms']).options,
  );
  protected readonly reasonCode = computed(() => (this.agrees() ? 'confirms' : this.draft().reasonCode));
  private readonly answer = computed(() => {
    const { answer } = this.draft();
    if (answer === undefined) return undefined;
    return answerFaults(this.item().compiled.question, answer).length === 0 ? answer : undefined;
  });
  protected readonly missing = computed(() => ({
    value: this.answer() === undefined,
    reasonCode: this.reasonCode() === undefined || (!this.agrees() && this.reasonCode() === 'confirms'),
    reason: this.draft().reason.trim() === '',
  }));
  protected readonly isIncomplete = computed(() => Object.values(this.missing()).some((is) => is));

  /** The instances that the city's list holds. */
  protected readonly listed = computed(() => {
    const answer = this.item().claim?.answer;
    return answer?.kind === 'value' && Array.isArray(answer.value) ? answer.value : [];
  });

  constructor() {
    effect(() => this.considered.emit(this.answer()));
  }

  protected change(part: Partial<Draft>): void {
    const next = { ...this.draft(), ...part };
    this.draft.set(next);
    this.isKept.set(this.drafts.keep(this.assessmentId(), this.address(), next));
  }

  protected changeAnswer(answer: Answer | undefined): void {
    const { answer: _before, ...rest } = this.draft();
    const next: Draft = answer === undefined ? rest : { ...rest, answer };
    this.draft.set(next);
    this.isKept.set(this.drafts.keep(this.assessmentId(), this.address(), next));
  }

  protected changeReasonCode(event: Event): void {
    const chosen = event.target instanceof HTMLSelectElement ? event.target.value : '';
    const reasonCode = ReasonCode.options.find((code) => code === chosen);
    if (reasonCode !== undefined) this.change({ reasonCode });
  }

  protected toggleEvidence(id: string): void {
    const { evidenceIds } = this.draft();
    this.change({
      evidenceIds: evidenceIds.includes(id)
        ? evidenceIds.filter((each) => each !== id)
        : [...evidenceIds, id],
    });
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.isTried.set(true);
    const [answer, reasonCode, { reason, evidenceIds }] = [this.answer(), this.reasonCode(), this.draft()];
    if (this.isIncomplete() || answer === undefined || reasonCode === undefined) return this.findWrongField();
    if (this.isBusy()) return;
    this.recorded.emit({
      kind: 'value',
      questionId: this.item().compiled.question.id,
      instanceId: this.item().instance,
      answer,
      reasonCode,
      reason: reason.trim(),
      judgedEventId: this.item().claim?.eventId ?? null,
      evidenceIds: [...evidenceIds],
    });
  }

  /** Throws away what is written. */
  protected discard(): void {
    this.drafts.drop(this.assessmentId(), this.address());
    this.draft.set(NO_DRAFT);
    this.isTried.set(false);
    this.moveFocus('finding-heading');
  }
}
