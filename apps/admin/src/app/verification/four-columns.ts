import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Answer, QuestionScore } from '@kilim/indicators';
import { Say } from '../language/say';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { KnotMark } from '../ui/knot';
import { answerParts } from '../versions/answer-words';
import { figureWords } from '../versions/figure-words';
import { pointsOfWords } from '../versions/points-words';
import type { VersionBook } from '../versions/version-book';
import type { QueueItem } from './queue';

/** Claim, stakeholders, finding and agreed value side by side: nothing is overwritten. */
@Component({
  selector: 'k-four-columns',
  imports: [Icon, KnotMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './four-columns.html',
})
export class FourColumns {
  protected readonly say = inject(Say);
  private readonly session = inject(Session);
  readonly item = input.required<QueueItem>();
  readonly book = input.required<VersionBook>();
  /** What the question scores by the claim alone, and with the finding laid over it. */
  readonly claimedScore = input<QuestionScore>();
  readonly foundScore = input<QuestionScore>();
  /** The city has agreed with what was found, and with the claims that nobody found otherwise. */
  readonly isAgreed = input(false);
  readonly canWithdraw = input.required<boolean>();
  readonly withdraw = output();

  protected readonly claim = computed(() => {
    const { claim } = this.item();
    if (claim === undefined) return undefined;
    return {
      ...claim,
      parts: this.parts(claim.answer),
      points: this.points(this.claimedScore()),
      figure: figureWords(claim, this.say),
    };
  });
  protected readonly finding = computed(() => {
    const { finding } = this.item();
    if (finding === undefined) return undefined;
    return { ...finding, parts: this.parts(finding.answer), points: this.points(this.foundScore()) };
  });
  protected readonly agreed = computed(() =>
    this.isAgreed() ? (this.finding() ?? this.claim())?.parts : undefined,
  );
  /** Recorded by the reader, or still to be. */
  protected readonly isMine = computed(() => {
    const by = this.item().finding?.recordedBy.id;
    return by === undefined || by === this.session.current()?.account.id;
  });
  protected readonly isSame = computed(() => this.item().standing === 'verified');

  /** A long answer stands in smaller letters. */
  protected isLong(parts: readonly string[]): boolean {
    return parts.length > 1 || (parts[0]?.length ?? 0) > 60;
  }

  private parts(answer: Answer | null): readonly string[] {
    return answerParts(this.item().compiled.question, answer, this.book(), this.say);
  }

  private points(score: QuestionScore | undefined): string | undefined {
    return score?.score.kind === 'scored' && score.attainable > 0
      ? pointsOfWords(score.points, score.attainable, this.say)
      : undefined;
  }
}
