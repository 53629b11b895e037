import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Say } from '../language/say';
import { KnotMark } from '../ui/knot';
import { figureWords, scoreSentence } from '../versions/score-words';
import type { VersionBook } from '../versions/version-book';
import { extremes, type ScoreLine } from './scores';

/** The indicators of a city, claimed and found, as bars or as a table; each opens its explanation. */
@Component({
  selector: 'k-indicator-bars',
  imports: [KnotMark, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './indicator-bars.html',
})
export class IndicatorBars {
  protected readonly say = inject(Say);
  readonly lines = input.required<readonly ScoreLine[]>();
  readonly book = input.required<VersionBook>();
  readonly show = input.required<'chart' | 'table'>();
  /** The id that is being explained. */
  readonly why = input<string>();
  readonly cityName = input.required<string>();
  readonly hasFindings = input.required<boolean>();

  protected readonly grid = [0, 25, 50, 75, 100] as const;
  protected readonly rows = computed(() =>
    this.lines().map((line) => ({
      ...line,
      name: this.book().title(line.id),
      meaning: this.book().find(line.id, 'meaning')?.text,
      claimedWords: figureWords(line.claimed, this.say),
      foundWords: figureWords(line.found, this.say),
      claimedSentence: scoreSentence(line.claimed, line.claimedPart.score, this.say),
      foundSentence: scoreSentence(line.found, line.foundPart.score, this.say),
      differs: line.claimed.value !== line.found.value,
    })),
  );
  /** The finding of the chart, as far as the numbers carry one. */
  protected readonly heading = computed(() => {
    const { strongest, weakest } = extremes(this.lines());
    if (strongest.length === 0) return this.say.t('bars.title');
    const names = (of: readonly ScoreLine[]): string =>
      this.say.list(of.map(({ id }) => this.book().title(id)));
    return this.say.t('bars.finding', { strong: names(strongest), weak: names(weakest) });
  });
}
