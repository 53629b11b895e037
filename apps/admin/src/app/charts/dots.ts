import type { EChartsOption } from 'echarts';
import type { ChartLook } from './chart-look';
import { axisOf, SMALL } from './theme';

/** One value from 0 to 100 with its name. */
export interface Dot {
  readonly name: string;
  readonly value: number;
}

/** Of one line, in pixels. */
export const DOT_HEIGHT = 24;
const LABEL_WIDTH = 190;

/**
 * Values as rings at the end of a stem, each with its figure beside it. Without the colours of states: these values were
 * neither claimed nor found here.
 */
export function dotsOption(dots: readonly Dot[], look: ChartLook): EChartsOption {
  return {
    grid: { left: LABEL_WIDTH, right: 40, top: 24, bottom: 8 },
    xAxis: { type: 'value', position: 'top', min: 0, max: 100, interval: 25, ...axisOf(look) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: dots.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        ...{ color: look.ink, fontFamily: look.font, fontSize: SMALL, interval: 0, align: 'left' },
        ...{ margin: LABEL_WIDTH - 4, width: LABEL_WIDTH - 16, overflow: 'break' },
      },
    },
    tooltip: { show: false },
    series: [
      {
        type: 'custom',
        silent: true,
        data: dots.map(({ value }, at) => [value, at]),
        renderItem: (_params, api) => {
          const [value, at] = [Number(api.value(0)), Number(api.value(1))];
          const [cx = 0, cy = 0] = api.coord([value, at]);
          const [x1 = 0] = api.coord([0, at]);
          return {
            type: 'group',
            children: [
              {
                type: 'line',
                shape: { x1, y1: cy, x2: cx, y2: cy },
                style: { stroke: look.axis, lineWidth: 1 },
              },
              {
                type: 'circle',
                shape: { cx, cy, r: 5 },
                style: { fill: look.surface, stroke: look.ink2, lineWidth: 2 },
              },
              {
                type: 'text',
                style: {
                  ...{ text: String(value), x: cx + 10, y: cy, verticalAlign: 'middle' },
                  ...{ fill: look.ink, font: `600 ${String(SMALL)}px ${look.font}` },
                },
              },
            ],
          };
        },
      },
    ],
  };
}
