import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EarlierAssessment, Sample } from '@kilim/contracts';
import { BAR_HEIGHT, barsOption, type Bar } from '../charts/bars';
import { ChartTools } from '../charts/chart-tools';
import type { DataTable } from '../charts/data-table';
import type { Picture } from '../charts/picture';
import { Say } from '../language/say';
import { fileName } from '../page/download';
import { KnotMark } from '../ui/knot';
import { figureWords, scoreSentence, type ScoreFigure } from '../versions/score-words';
import type { VersionBook } from '../versions/version-book';
import { beforePercent, type ComparedLine } from './compared';
import { gapWords, methodWords, sampleWords } from './sample-words';
import { extremes, type ScoreLine } from './scores';

/**
 * The indicators of a city, claimed and found, as bars or as a table, beside the sample and the round before; each opens
 * its explanation. Lines of the page, not a drawing: names are links, and everything grows with the reader's text.
 */
@Component({
  selector: 'k-indicator-bars',
  imports: [ChartTools, KnotMark, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './indicator-bars.html',
})
export class IndicatorBars {
  protected readonly say = inject(Say);
  readonly lines = input.required<readonly ComparedLine[]>();
  readonly book = input.required<VersionBook>();
  readonly show = input.required<'chart' | 'table'>();
  /** The id that is being explained. */
  readonly why = input<string>();
  readonly cityName = input.required<string>();
  readonly roundName = input.required<string>();
  readonly hasFindings = input.required<boolean>();
  readonly sample = input<Sample>();
  readonly before = input<EarlierAssessment>();

  protected readonly grid = [0, 25, 50, 75, 100] as const;
  protected readonly hasSample = computed(() => this.lines().some(({ sample }) => sample !== undefined));
  protected readonly rows = computed(() =>
    this.lines().map((line) => ({
      ...line,
      name: this.book().title(line.id),
      claimedWords: figureWords(line.claimed, this.say),
      foundWords: figureWords(line.found, this.say),
      claimedSentence: scoreSentence(line.claimed, line.claimedPart.score, this.say),
      foundSentence: scoreSentence(line.found, line.foundPart.score, this.say),
      differs: line.claimed.value !== line.found.value,
      earlier: beforePercent(line),
      earlierWords: this.earlierWords(line),
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
  protected readonly sub = computed(() => this.say.t('bars.sub', { city: this.cityName() }));
  protected readonly source = computed(() => {
    const [{ say }, { version }, sample] = [this, this.book(), this.sample()];
    const title = this.book().title('questionnaire');
    return [
      ...(sample === undefined
        ? []
        : [sampleWords(sample, say), gapWords(this.lines(), sample, say) ?? []]
      ).flat(),
      ...[methodWords(this.before(), version, say)].flatMap((words) => words ?? []),
      say.t('bars.source', { version: version.version, title }),
      ...(version.illustrative ? [say.t('version.illustrative.sentence')] : []),
    ].join(' ');
  });
  protected readonly picture = computed<Picture>(() => {
    const bars = this.rows().map((row) => this.bar(row));
    return {
      draw: (look) => barsOption(bars, look),
      description: this.say.list(
        this.rows().map(({ name, shown }) => `${name} ${figureWords(shown, this.say)}`),
      ),
      heading: this.heading(),
      sub: `${this.sub()}. ${this.say.t(this.hasSample() ? 'bars.signs.sample' : 'bars.signs')}`,
      source: this.source(),
      width: 900,
      height: this.rows().length * BAR_HEIGHT + 32,
    };
  });
  protected readonly table = computed<DataTable>(() => {
    const { say } = this;
    const before = this.before();
    const number = (words: string) => ({ words, isNumber: true });
    return {
      columns: [
        ...[{ words: say.t('bars.code') }, { words: say.t('bars.indicator') }],
        ...[
          number(say.t('bars.claimed')),
          number(say.t('bars.claimed.low')),
          number(say.t('bars.claimed.high')),
        ],
        ...[number(say.t('bars.found')), number(say.t('bars.found.low')), number(say.t('bars.found.high'))],
        ...[
          number(say.t('bars.quarter.low')),
          number(say.t('bars.median')),
          number(say.t('bars.quarter.high')),
        ],
        ...(before === undefined ? [] : [number(before.round.name)]),
      ],
      rows: this.rows().map((row) => [
        ...[row.code, row.name, row.claimed.value, row.claimed.low, row.claimed.high],
        ...(this.hasFindings()
          ? [row.found.value, row.found.low, row.found.high]
          : [undefined, undefined, undefined]),
        ...[row.sample?.low, row.sample?.median, row.sample?.high],
        ...(before === undefined ? [] : [row.earlier ?? this.earlierWords(row)]),
      ]),
    };
  });
  protected readonly name = computed(() => fileName(this.cityName(), this.roundName(), 'indicators'));

  /** A range as the table shows it. */
  protected range({ low, high }: ScoreFigure): string {
    if (low === undefined || high === undefined) return '–';
    return low === high ? String(low) : `${String(low)}–${String(high)}`;
  }

  private earlierWords(line: ComparedLine): string {
    if (this.before() === undefined) return '';
    const value = beforePercent(line);
    if (value !== undefined) return this.say.number(value);
    const kind = line.before?.kind ?? 'notAsked';
    return this.say.t(`standing.${kind === 'scored' ? 'unanswered' : kind}`);
  }

  private bar(row: ComparedLine & { readonly name: string }): Bar {
    const { claimed, found, shown, sample, isMember, name } = row;
    const before = beforePercent(row);
    const isOpen = !shown.isSettled && shown.low !== undefined && shown.high !== undefined;
    return {
      ...{ name, isMember },
      ...(claimed.value !== undefined && { claimed: claimed.value }),
      ...(this.hasFindings() && found.value !== undefined && { found: found.value }),
      ...(isOpen && { possible: [shown.low ?? 0, shown.high ?? 0] as const }),
      ...(sample && { sample: [sample.low, sample.median, sample.high] as const }),
      ...(before !== undefined && { before }),
    };
  }
}
