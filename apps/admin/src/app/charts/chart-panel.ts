import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Say } from '../language/say';
import { Chart } from './chart';
import { ChartTools } from './chart-tools';
import { cellWords, type DataTable } from './data-table';
import type { Picture } from './picture';

let panels = 0;

/**
 * A chart with everything that belongs to it: its finding as the title, unit and sample below, its table beside it or one
 * press away, files to take away, and where the numbers come from.
 */
@Component({
  selector: 'k-chart-panel',
  imports: [Chart, ChartTools],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './chart-panel.html',
})
export class ChartPanel {
  protected readonly say = inject(Say);
  readonly picture = input.required<Picture>();
  readonly table = input.required<DataTable>();
  /** Of the files, without their ending. */
  readonly name = input.required<string>();
  /** The table stands beside the chart instead of in its place. */
  readonly isBeside = input(false);

  protected readonly id = `chart-${++panels}`;
  protected readonly shows = signal<'chart' | 'table'>('chart');
  protected readonly views = ['chart', 'table'] as const;
  protected readonly showsChart = computed(() => this.isBeside() || this.shows() === 'chart');
  protected readonly showsTable = computed(() => this.isBeside() || this.shows() === 'table');

  protected readonly words = cellWords;
}
