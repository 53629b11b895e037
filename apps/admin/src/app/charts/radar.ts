import type { EChartsOption } from 'echarts';
import type { ChartLook } from './chart-look';
import { lineOf, SMALL } from './theme';

/** One line of a radar: a value from 0 to 100 for each axis. */
export interface RadarLine {
  readonly name: string;
  readonly values: readonly number[];
}

/**
 * A radar of two lines at most: the first is filled. Codes stand on the axes, names in the table beside it. Whatever has
 * no value gets no axis: a line that ran to the middle would say zero.
 */
export function radarOption(
  codes: readonly string[],
  lines: readonly [RadarLine] | readonly [RadarLine, RadarLine],
  look: ChartLook,
): EChartsOption {
  return {
    radar: {
      radius: '66%',
      splitNumber: 4,
      indicator: codes.map((name, at) => ({
        ...{ name, min: 0, max: 100 },
        // The scale stands once, on the first axis.
        axisLabel: { show: at === 0, color: look.ink3, fontSize: SMALL, showMinLabel: false },
      })),
      axisName: { color: look.ink, fontWeight: 600, fontSize: SMALL },
      axisNameGap: 14,
      clockwise: true,
      axisLine: { lineStyle: { color: look.grid } },
      splitLine: { lineStyle: { color: look.grid } },
      splitArea: { show: false },
    },
    tooltip: { trigger: 'item' },
    series: [
      {
        type: 'radar',
        data: lines.map(({ name, values }, at) => {
          const own = lineOf(look, at === 0 ? 0 : 1);
          return {
            ...{ name, value: [...values], ...own },
            ...(at === 0 && { areaStyle: { color: own.lineStyle.color, opacity: 0.08 } }),
          };
        }),
      },
    ],
  };
}
