import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { claimsOf, findingInput, type CurrentAnswer, type Evidence, type Finding } from '@kilim/contracts';
import { completeness, judgedAnswers, percentOf, shareDone } from '@kilim/indicators';
import { Say } from '../language/say';
import { KnotMark } from '../ui/knot';
import { ScoreScale } from '../ui/score-scale';
import { figureNote, figureWords, scoreSentence } from '../versions/score-words';
import type { VersionBook } from '../versions/version-book';
import type { ScorePair } from './scores';

/** A city's index on top of its page: claimed and found side by side, each with what is still possible. */
@Component({
  selector: 'k-city-hero',
  imports: [KnotMark, RouterLink, ScoreScale],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './city-hero.html',
})
export class CityHero {
  protected readonly say = inject(Say);
  /** The indices, the first of which the city is known by. */
  readonly indices = input.required<readonly ScorePair[]>();
  readonly book = input.required<VersionBook>();
  readonly answers = input.required<readonly CurrentAnswer[]>();
  readonly evidence = input.required<readonly Evidence[]>();
  readonly findings = input.required<readonly Finding[]>();
  readonly hasFindings = input.required<boolean>();
  /** Whether it takes no part any more: then nothing is still to come. */
  readonly hasLeft = input.required<boolean>();

  protected readonly core = computed(() => {
    const [core] = this.indices();
    if (core === undefined) return undefined;
    const { say } = this;
    const side = (basis: 'claimed' | 'found') => {
      const [figure, part] = [core[basis], core[`${basis}Part`]];
      return {
        figure,
        words: figureWords(figure, say),
        note: figureNote(figure, part.score, say),
        sentence: scoreSentence(figure, part.score, say),
      };
    };
    return {
      ...core,
      name: this.book().title(core.id),
      sides: { claimed: side('claimed'), found: side('found') },
    };
  });
  protected readonly others = computed(() =>
    this.indices()
      .slice(1)
      .map((pair) => ({
        id: pair.id,
        name: this.book().title(pair.id),
        words: figureWords(this.hasFindings() ? pair.found : pair.claimed, this.say),
        claimed: scoreSentence(pair.claimed, pair.claimedPart.score, this.say),
        found: scoreSentence(pair.found, pair.foundPart.score, this.say),
      })),
  );
  protected readonly counts = computed(() => {
    const { total } = completeness(this.book().compiled, claimsOf(this.answers()));
    const answered = this.answers().filter(({ answer }) => answer !== null);
    const judged = judgedAnswers(this.findings().map(findingInput));
    const supported = new Set(
      this.evidence().flatMap(({ uses }) => uses.map(({ questionId }) => questionId)),
    );
    const withEvidence = answered.filter(({ questionId }) => supported.has(questionId)).length;
    return {
      asked: total.asked,
      answered: total.answered,
      done: percentOf(shareDone(total)),
      doneCount: total.answered + total.notApplicable,
      judged: judged.size,
      judgedShare: answered.length === 0 ? 0 : percentOf(Math.min(1, judged.size / answered.length)),
      withEvidence,
      evidenceShare: answered.length === 0 ? 0 : percentOf(withEvidence / answered.length),
      of: answered.length,
    };
  });
}
