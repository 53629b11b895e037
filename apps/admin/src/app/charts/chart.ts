import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  resource,
  untracked,
  viewChild,
} from '@angular/core';
import type { EChartsOption } from 'echarts';
import { PageState } from '../page/page-state';
import { ChartLooks } from './chart-looks';
import type { ChartLook } from './chart-look';
import type { EChartsType, Init } from './engine';
import { themed } from './theme';

/** Draws a chart for a look; called again whenever the look changes. */
export type DrawChart = (look: ChartLook) => EChartsOption;

/** A chart by ECharts, fetched when it is needed; follows the theme, the width, and whether motion is wanted. */
@Component({
  selector: 'k-chart',
  imports: [PageState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (!engine.hasValue()) {
      <k-page-state [of]="[engine]" [tall]="false" />
    }
    <div #box class="chart" [style.--h]="height() + 'px'" [hidden]="!engine.hasValue()"></div>
  `,
})
export class Chart {
  private readonly looks = inject(ChartLooks);
  readonly draw = input.required<DrawChart>();
  /** The whole in words: what screen readers say instead of the picture. */
  readonly description = input.required<string>();
  /** In pixels. */
  readonly height = input(320);

  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  protected readonly engine = resource({ loader: () => import('./engine') });
  private readonly option = computed(() => {
    const look = this.looks.now();
    return themed(this.draw()(look), look, this.description());
  });
  private chart: EChartsType | undefined;
  private readonly watcher = new ResizeObserver(() => this.chart?.resize());

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.watcher.disconnect();
      this.chart?.dispose();
    });
    effect(() => {
      if (!this.engine.hasValue()) return;
      const { init } = this.engine.value();
      const [box, option] = [this.box().nativeElement, this.option()];
      untracked(() => this.show(init, box, option));
    });
  }

  private show(init: Init, box: HTMLElement, option: EChartsOption): void {
    if (this.chart === undefined) {
      box.hidden = false;
      this.chart = init(box, null, { renderer: 'svg' });
      this.watcher.observe(box);
    }
    this.chart.setOption(option, { notMerge: true });
    // Whoever prints does not wait for the next frame.
    this.chart.getZr().flush();
  }
}
