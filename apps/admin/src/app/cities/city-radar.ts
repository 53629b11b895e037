import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { EarlierAssessment, Sample } from '@kilim/contracts';
import { ChartPanel } from '../charts/chart-panel';
import type { DataTable } from '../charts/data-table';
import type { Picture } from '../charts/picture';
import { radarOption, type RadarLine } from '../charts/radar';
import { Say } from '../language/say';
import { fileName } from '../page/download';
import type { VersionBook } from '../versions/version-book';
import { beforePercent, topAreas, type ComparedLine } from './compared';
import { gapWords, methodWords, sampleWords } from './sample-words';

/** What the city's line stands beside: two lines at most. */
type Other = 'median' | 'before' | 'nothing';

/** The areas of a city at a glance, beside the sample's median or its own round before; the table beside it. */
@Component({
  selector: 'k-city-radar',
  imports: [ChartPanel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-chart-panel [picture]="picture()" [table]="table()" [name]="name()" [isBeside]="true">
      @if (others().length > 1) {
        <div class="seg below-3" role="group" [attr.aria-label]="say.t('radar.beside')">
          @for (each of others(); track each.of) {
            <button type="button" [attr.aria-pressed]="each.of === other()" (click)="other.set(each.of)">
              {{ each.words }}
            </button>
          }
        </div>
      }
    </k-chart-panel>
  `,
})
export class CityRadar {
  protected readonly say = inject(Say);
  readonly lines = input.required<readonly ComparedLine[]>();
  readonly book = input.required<VersionBook>();
  readonly cityName = input.required<string>();
  readonly roundName = input.required<string>();
  readonly sample = input<Sample>();
  readonly before = input<EarlierAssessment>();

  /** Areas with a score of the city, and those that have none and so have no axis. */
  private readonly areas = computed(() =>
    topAreas(this.lines()).filter(({ shown }) => shown.value !== undefined),
  );
  private readonly without = computed(() =>
    topAreas(this.lines()).filter(({ shown }) => shown.value === undefined),
  );
  private readonly hasSample = computed(() => this.lines().some(({ sample }) => sample !== undefined));
  protected readonly others = computed(() => {
    const { say } = this;
    const before = this.before();
    const hasMedian = this.areas().every(({ sample }) => sample !== undefined);
    const hasBefore = before !== undefined && this.areas().every((line) => beforePercent(line) !== undefined);
    return [
      ...(hasMedian ? [{ of: 'median' as const, words: say.t('radar.median') }] : []),
      ...(hasBefore ? [{ of: 'before' as const, words: before.round.name }] : []),
      { of: 'nothing' as const, words: say.t('radar.alone') },
    ];
  });
  protected readonly other = linkedSignal<Other>(() => this.others()[0]?.of ?? 'nothing');

  protected readonly picture = computed<Picture>(() => {
    const [areas, { say }] = [this.areas(), this];
    const own: RadarLine = { name: this.cityName(), values: areas.map(({ shown }) => shown.value ?? 0) };
    const second = this.secondLine();
    const codes = areas.map(({ code }) => code);
    const chosen = this.others().find(({ of }) => of === this.other());
    return {
      draw: (look) => radarOption(codes, second === undefined ? [own] : [own, second], look),
      heading: say.n('radar.title', areas.length),
      sub:
        second === undefined
          ? say.t('radar.sub', { city: this.cityName() })
          : say.t('radar.sub.beside', { city: this.cityName(), other: chosen?.words ?? '' }),
      description: say.t('radar.description', {
        values: say.list(
          areas.map(({ id, shown }) => `${this.book().title(id)} ${say.number(shown.value ?? 0)}`),
        ),
      }),
      source: this.source(),
      width: 720,
      height: 400,
    };
  });
  protected readonly table = computed<DataTable>(() => {
    const { say } = this;
    const before = this.before();
    const hasSample = this.hasSample();
    return {
      columns: [
        { words: say.t('radar.area') },
        { words: say.t('bars.code') },
        { words: say.t('radar.city'), isNumber: true },
        ...(hasSample
          ? [
              { words: say.t('radar.median'), isNumber: true },
              { words: say.t('radar.difference'), isNumber: true },
            ]
          : []),
        ...(before === undefined ? [] : [{ words: before.round.name, isNumber: true }]),
      ],
      rows: topAreas(this.lines()).map((line) => {
        const { shown, sample, id, code } = line;
        const difference =
          sample === undefined || shown.value === undefined ? undefined : shown.value - sample.median;
        return [
          ...[this.book().title(id), code, shown.value],
          ...(hasSample ? [sample?.median, difference] : []),
          ...(before === undefined ? [] : [beforePercent(line)]),
        ];
      }),
    };
  });
  protected readonly name = computed(() => fileName(this.cityName(), this.roundName(), 'radar'));

  private secondLine(): RadarLine | undefined {
    const areas = this.areas();
    switch (this.other()) {
      case 'median':
        return { name: this.say.t('radar.median'), values: areas.map(({ sample }) => sample?.median ?? 0) };
      case 'before':
        return {
          name: this.before()?.round.name ?? '',
          values: areas.map((line) => beforePercent(line) ?? 0),
        };
      case 'nothing':
        return undefined;
    }
  }

  private source(): string {
    const [sample, without] = [this.sample(), this.without()];
    const names = this.say.list(without.map(({ id }) => this.book().title(id)));
    return [
      ...(sample !== undefined && this.hasSample()
        ? [sampleWords(sample, this.say), gapWords(topAreas(this.lines()), sample, this.say) ?? []].flat()
        : []),
      ...[methodWords(this.before(), this.book().version, this.say)].flatMap((words) => words ?? []),
      ...(without.length === 0 ? [] : [this.say.t('radar.without', { areas: names })]),
      this.say.t('radar.version', { version: this.book().version.version }),
    ].join(' ');
  }
}
