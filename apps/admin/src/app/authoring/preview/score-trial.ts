import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { CurrentAnswer, PreviewReader } from '@kilim/contracts';
import type { DraftContent, PartAddress, Scorecard } from '@kilim/indicators';
import { Say } from '../../language/say';
import { figureNote, figureOf, figureWords } from '../../versions/score-words';
import { VersionBook } from '../../versions/version-book';
import { whySteps } from '../../versions/why';
import { whyWords, type WhyWords } from '../../versions/why-words';
import { claimedScore, foundScore, trialVersion, type Tried } from './trial';

/** One step in words: as the reader comes to it and, where the city comes to something else, by its answers before. */
interface TriedStep {
  readonly step: WhyWords;
  readonly before?: WhyWords;
}

/** What was filled in scores, and why: from the index down to the part that is open. */
@Component({
  selector: 'k-score-trial',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './score-trial.html',
})
export class ScoreTrial {
  protected readonly say = inject(Say);
  readonly content = input.required<DraftContent | undefined>();
  readonly tried = input.required<Tried>();
  readonly reader = input.required<PreviewReader>();
  readonly part = input.required<PartAddress>();
  readonly language = input.required<string>();

  private readonly version = computed(() => {
    const content = this.content();
    return content && trialVersion(content);
  });
  private readonly book = computed(() => {
    const version = this.version();
    return version && new VersionBook(version, this.language());
  });
  private readonly claimed = computed(() => {
    const book = this.book();
    return book && claimedScore(book.compiled, this.tried());
  });
  private readonly found = computed(() => {
    const book = this.book();
    return book && this.reader() === 'expert' ? foundScore(book.compiled, this.tried()) : undefined;
  });
  /** Every index: by the city's answers and, once an expert looks, by what they find. */
  protected readonly indices = computed(() => {
    const [book, claimed, found] = [this.book(), this.claimed(), this.found()];
    if (book === undefined || claimed === undefined) return [];
    return claimed.indices.map((index) => ({
      id: index.id,
      name: book.title(index.id),
      claimed: this.words(claimed, index.id),
      ...(found && { found: this.words(found, index.id) }),
    }));
  });
  /** Each step from the index to the part that is open, in words; where the expert comes to something else, in both. */
  protected readonly steps = computed<readonly TriedStep[]>(() => {
    const [claimed, found] = [this.claimed(), this.found()];
    const { city, expert = city } = this.tried();
    const byCity = this.stepsOf(claimed, city);
    if (found === undefined) return byCity.map((step) => ({ step }));
    return this.stepsOf(found, expert).map((step) => {
      const before = byCity.find(({ id }) => id === step.id);
      return { step, ...(before && !saysTheSame(before, step) && { before }) };
    });
  });

  private stepsOf(scorecard: Scorecard | undefined, answers: readonly CurrentAnswer[]): readonly WhyWords[] {
    const book = this.book();
    if (book === undefined || scorecard === undefined) return [];
    const grounds = { book, scorecard, answers, evidence: [], findings: [] };
    return whySteps(scorecard, this.part()).map((step) => whyWords(step, grounds, this.say));
  }

  private words({ indices }: Scorecard, id: string): string {
    const index = indices.find((each) => each.id === id);
    if (index === undefined) return '';
    const figure = figureOf(index);
    return `${figureWords(figure, this.say)} ${figureNote(figure, index.score, this.say)}`;
  }
}

function saysTheSame(one: WhyWords, other: WhyWords): boolean {
  return one.figure === other.figure && one.sentences.join() === other.sentences.join();
}
