import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ChangeReport } from '@kilim/contracts';
import { ChartPanel } from '../../charts/chart-panel';
import type { DataTable } from '../../charts/data-table';
import { MOVE_HEIGHT, movesOption } from '../../charts/moves';
import type { Picture } from '../../charts/picture';
import { Say } from '../../language/say';
import { fileName } from '../../page/download';
import { movingsOf, type Moving } from './movings';

/** Who would move, by how much, because of what: every stored assessment scored by both versions, as plot and table. */
@Component({
  selector: 'k-impact-view',
  imports: [ChartPanel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './impact-view.html',
  host: { class: 'stack' },
})
export class ImpactView {
  protected readonly say = inject(Say);
  readonly report = input.required<ChangeReport>();

  private readonly all = computed(() => movingsOf(this.report().content, this.say));
  /** The indices of all cities, the largest moves on top. */
  protected readonly indices = computed(() => this.all().filter(({ kind }) => kind === 'index'));
  /** Indicators and composites that move. */
  protected readonly within = computed(() => this.all().filter(({ kind }) => kind !== 'index'));
  private readonly movers = computed(() => this.indices().filter(({ by }) => by !== 0));
  private readonly cities = computed(() => new Set(this.movers().map(({ assessment }) => assessment)).size);
  protected readonly name = computed(() => fileName('impact', this.report().against.version));
  protected readonly picture = computed<Picture>(() => {
    const { say } = this;
    const drawn = this.movers().length > 0 ? this.movers() : this.indices();
    return {
      draw: (look) => movesOption(drawn, look),
      heading: this.cities() === 0 ? say.t('impact.still') : say.n('impact.moves', this.cities()),
      sub: say.t('impact.sub', { version: this.report().against.version }),
      description: say.t('impact.description', {
        values: say.list(drawn.map((move) => `${move.name}: ${this.moveWords(move)}`)),
      }),
      source: say.t('impact.source', { moment: say.moment(this.report().madeAt) }),
      width: 760,
      height: drawn.length * MOVE_HEIGHT + 40,
    };
  });
  protected readonly table = computed<DataTable>(() => this.tableOf(this.indices()));

  protected signed(value: number | undefined): string {
    if (value === undefined) return this.say.t('value.none');
    const size = this.say.number(Math.abs(value), 1);
    return value === 0 ? size : `${value < 0 ? '−' : '+'}${size}`;
  }

  protected figure(value: number | undefined): string {
    return value === undefined ? this.say.t('value.none') : this.say.number(value, 1);
  }

  private tableOf(movings: readonly Moving[]): DataTable {
    const { say } = this;
    const figure = (value: number): string => this.figure(value);
    return {
      columns: [
        { words: say.t('impact.city') },
        { words: say.t('cities.round') },
        { words: say.t('impact.index') },
        { words: say.t('impact.before'), isNumber: true, show: figure },
        { words: say.t('impact.after'), isNumber: true, show: figure },
        { words: say.t('impact.by'), isNumber: true, show: (value) => this.signed(value) },
        { words: say.t('impact.because') },
      ],
      rows: movings.map(({ city, round, code, before, after, by, because }) => [
        ...[city, round, code, before, after, by],
        because.map(({ words, effect }) => `${words} ${this.signed(effect)}`).join('; '),
      ]),
    };
  }

  private moveWords({ before, after }: Moving): string {
    return this.say.t('history.change', { from: this.figure(before), to: this.figure(after) });
  }
}
