import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  model,
  output,
} from '@angular/core';
import { StaleDetails, type RecordFinding } from '@kilim/contracts';
import { placeOf, THOUSANDTHS, type Answer } from '@kilim/indicators';
import type { Attempt } from '../api/attempt';
import { Say } from '../language/say';
import { Icon } from '../ui/icon';
import { answerWords } from '../versions/answer-words';
import { instanceWords } from '../versions/instance-words';
import { pointsWords } from '../versions/points-words';
import { Shown } from '../versions/shown';
import { Clarifications, type Clarified } from './clarifications';
import { EffectPreview } from './effect-preview';
import { FindingForm } from './finding-form';
import { FourColumns } from './four-columns';
import { effectLines, scoreWith } from './preview';
import { QuestionHistory } from './question-history';
import type { QueueItem } from './queue';
import { ReasonDialog } from './reason-dialog';
import { dialogPlace } from './recordings';
import type { ToVerify } from './verify-data';

/** What can be asked for before something is recorded: a reason to accept the claim, or to withdraw the finding. */
export const DIALOGS = ['accept', 'withdraw'] as const;
export type VerifyDialog = (typeof DIALOGS)[number];

/** One question of an assessment: what is claimed and found, the form for a finding, what the city was asked, the history. */
@Component({
  selector: 'k-verify-question',
  imports: [
    ...[Clarifications, EffectPreview, FindingForm, FourColumns, Icon],
    ...[QuestionHistory, ReasonDialog, Shown],
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './verify-question.html',
})
export class VerifyQuestion {
  protected readonly say = inject(Say);
  readonly of = input.required<ToVerify>();
  readonly item = input.required<QueueItem>();
  readonly mayRecord = input.required<boolean>();
  readonly mayAsk = input.required<boolean>();
  /** What becomes of recording a finding about it. */
  readonly attempt = input.required<Attempt>();
  /** Grows with each change that the history beside has to take in. */
  readonly changes = input.required<number>();
  readonly asking = model.required<VerifyDialog | undefined>();
  readonly recorded = output<RecordFinding>();
  /** The city was asked, or no longer is. */
  readonly clarified = output<Clarified>();

  protected readonly place = computed(() => dialogPlace(this.of().assessment.id, this.item().id));
  private readonly considered = linkedSignal<string, Answer | undefined>({
    source: this.place,
    computation: () => undefined,
  });
  protected readonly preview = computed(() => {
    const [{ reader, compiled, claims, findings, claimed, found }, item] = [this.of(), this.item()];
    // A second reading moves no score.
    if (item.effect === undefined || reader === 'second') return [];
    const answer = this.considered();
    const then = answer && scoreWith(compiled, claims, findings, placeOf(item.id), answer);
    const ids = [item.compiled.scoring?.indicator ?? '', item.effect.index];
    return effectLines(ids, claimed, found, then);
  });

  protected consider(answer: Answer | undefined): void {
    this.considered.set(answer);
  }

  protected accept(reason: string): void {
    const { claim, compiled, instance, evidence } = this.item();
    if (claim === undefined || claim.answer === null) return;
    this.recorded.emit({
      kind: 'value',
      questionId: compiled.question.id,
      instanceId: instance,
      answer: claim.answer,
      reasonCode: 'confirms',
      reason,
      judgedEventId: claim.eventId,
      evidenceIds: evidence.map(({ id }) => id),
    });
  }

  protected withdraw(reason: string): void {
    const { compiled, instance } = this.item();
    this.recorded.emit({
      kind: 'withdrawn',
      questionId: compiled.question.id,
      instanceId: instance,
      reason,
    });
  }

  /** The newer value that a stale finding did not know of. */
  protected readonly newer = computed(() => {
    const problem = this.attempt().problem();
    if (problem?.kind !== 'told' || problem.document.code !== 'answer.stale') return undefined;
    const { claim, compiled } = this.item();
    const details = StaleDetails.safeParse(problem.document.details);
    const answer = details.success ? details.data.stale[0]?.current.answer : claim?.answer;
    return answerWords(compiled.question, answer, this.of().book, this.say);
  });

  /** “4 points. Worth 18 % of its indicator, 0.9 points of the index.” */
  protected readonly worth = computed(() => {
    const { effect, compiled } = this.item();
    if (compiled.scoring === undefined || effect === undefined) return this.say.t('verify.unscored');
    return this.say.t('verify.worth', {
      points: pointsWords(compiled.scoring.attainable, this.say),
      weight: this.say.number(compiled.scoring.weight / THOUSANDTHS),
      indicator: this.say.percent(Math.round(effect.ofIndicator * 100)),
      index: this.say.number(effect.ofIndex * 100, 1),
      name: this.of().book.title(effect.index),
    });
  });

  /** “Youth centre 2”, within a repeated set. */
  protected readonly instance = computed(() => {
    const { compiled, position } = this.item();
    return instanceWords(compiled, position, this.of().book);
  });
  protected readonly claimWords = computed(() => {
    const { compiled, claim } = this.item();
    return answerWords(compiled.question, claim?.answer, this.of().book, this.say);
  });
  /** Without any, nobody is offered to say that it supports the claim. */
  protected readonly hasEvidence = computed(() => this.item().evidence.length > 0);
  /** Whether the values that were found are the agreed ones. */
  protected readonly isAgreed = computed(() => {
    const { state } = this.of().assessment;
    return state === 'agreed' || state === 'published';
  });

  protected words(field: 'title' | 'help' | 'evidence') {
    return this.of().book.find(this.item().compiled.question.id, field);
  }

  protected scoreOf(basis: 'claimed' | 'found') {
    return this.of()[basis].questions.find(({ address }) => address === this.item().id);
  }
}
