import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Assessment, EarlierAssessment } from '@kilim/contracts';
import { percentInterval, percentOf, type Interval, type Score } from '@kilim/indicators';
import { ChartPanel } from '../charts/chart-panel';
import type { DataTable } from '../charts/data-table';
import type { Picture } from '../charts/picture';
import { scaleOf, trendOption, type TrendPoint } from '../charts/trend';
import { Say } from '../language/say';
import { fileName } from '../page/download';
import type { VersionBook } from '../versions/version-book';
import type { ScorePair } from './scores';

/** The index of a city over the rounds it took part in; the line breaks where the method changed. */
@Component({
  selector: 'k-city-trend',
  imports: [ChartPanel, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-chart-panel [picture]="picture()" [table]="table()" [name]="name()">
      <ul class="row below-3" [attr.aria-label]="say.t('trend.rounds')">
        @for (each of openable(); track each.assessmentId) {
          <li>
            <a class="btn btn--s" [routerLink]="['/cities', each.assessmentId]">{{ each.round.name }}</a>
          </li>
        }
      </ul>
    </k-chart-panel>
  `,
})
export class CityTrend {
  protected readonly say = inject(Say);
  readonly assessment = input.required<Assessment>();
  readonly earlier = input.required<readonly EarlierAssessment[]>();
  /** The index that the city is known by, now. */
  readonly index = input.required<ScorePair>();
  readonly hasFindings = input.required<boolean>();
  readonly book = input.required<VersionBook>();

  protected readonly openable = computed(() => this.earlier().filter(({ mayOpen }) => mayOpen));
  private readonly moments = computed(() => [
    ...this.earlier().map((each) => {
      const index = each.indices.find(({ id }) => id === this.index().id);
      return {
        ...{ name: each.round.name, version: each.version.version, method: each.version.hash },
        ...{ score: index?.score, interval: index?.interval },
      };
    }),
    this.present(),
  ]);
  private readonly points = computed(() => this.moments().flatMap((moment) => pointOf(moment) ?? []));

  protected readonly picture = computed<Picture>(() => {
    const [points, { say }] = [this.points(), this];
    const words = { methodChanged: say.t('trend.methodChanged') };
    const { min, max } = scaleOf(points);
    const name = this.book().title(this.index().id);
    return {
      draw: (look) => trendOption(points, words, look),
      heading: this.heading(),
      sub: say.t('trend.sub', { index: name, city: this.assessment().city.name }),
      description: say.t('trend.description', {
        index: name,
        values: say.list(points.map(({ label, value }) => `${label}: ${say.number(value)}`)),
      }),
      source: [
        say.t(max - min < 100 ? 'trend.source.cut' : 'trend.source.whole', { min, max }),
        ...(isBroken(points) ? [say.t('trend.source.broken')] : []),
      ].join(' '),
      width: 720,
      height: 260,
    };
  });
  protected readonly table = computed<DataTable>(() => {
    const { say } = this;
    return {
      columns: [
        { words: say.t('cities.round') },
        { words: say.t('trend.method') },
        { words: this.book().title(this.index().id), isNumber: true },
        { words: say.t('bars.possible'), isNumber: true },
      ],
      rows: this.moments().map((moment) => {
        const point = pointOf(moment);
        const isOpen = point?.low !== undefined && point.high !== undefined;
        return [
          ...[moment.name, moment.version],
          point?.value ??
            (moment.score === undefined ? undefined : say.t(`standing.${silence(moment.score)}`)),
          isOpen ? `${String(point.low)}–${String(point.high)}` : undefined,
        ];
      }),
    };
  });
  protected readonly name = computed(() => fileName(this.assessment().city.name, 'trend'));

  private present(): Moment {
    const { round, version } = this.assessment();
    const part = this.hasFindings() ? this.index().foundPart : this.index().claimedPart;
    const { score, interval } = part;
    return { name: round.name, version: version.version, method: version.hash, score, interval };
  }

  /** By how much it moved, said only where the method is the same: else the two figures stand side by side. */
  private heading(): string {
    const [before, last] = this.points().slice(-2);
    if (before === undefined || last === undefined) return this.say.t('trend.title');
    const words = { before: before.label, from: before.value, to: last.value };
    if (before.method !== last.method) return this.say.t('trend.title.methods', words);
    const moved = last.value - before.value;
    if (moved === 0) return this.say.t('trend.title.same', words);
    return this.say.n(moved > 0 ? 'trend.up' : 'trend.down', Math.abs(moved), words);
  }
}

/** A round with what the index was in it. */
interface Moment {
  readonly name: string;
  readonly version: string;
  readonly method: string;
  readonly score: Score | undefined;
  readonly interval: Interval | undefined;
}

function pointOf({ name, method, score, interval }: Moment): TrendPoint | undefined {
  if (score?.kind !== 'scored') return undefined;
  const point = { label: name, value: percentOf(score.value), method };
  return interval === undefined || interval.high - interval.low < 1e-9
    ? point
    : { ...point, ...percentInterval(interval) };
}

/** Whether the method changed on the way. */
function isBroken(points: readonly TrendPoint[]): boolean {
  return points.some(({ method }) => method !== points[0]?.method);
}

function silence(score: Score): Exclude<Score['kind'], 'scored'> {
  return score.kind === 'scored' ? 'unanswered' : score.kind;
}
