import type { EChartsOption, LineSeriesOption } from 'echarts';
import type { ChartLook } from './chart-look';
import { axisOf, lineOf, SMALL } from './theme';

/** A value at one time, from 0 to 100. */
export interface TrendPoint {
  readonly label: string;
  readonly value: number;
  /** What is still possible; absent once nothing is open. */
  readonly low?: number;
  readonly high?: number;
  /** Neighbours with the same method are joined; between others the line breaks. */
  readonly method: string;
}

/** What the chart says where the method changes. */
export interface TrendWords {
  readonly methodChanged: string;
}

/** Where a cut scale begins and ends: whole tens around the values, at least forty apart. */
export function scaleOf(points: readonly TrendPoint[]): { readonly min: number; readonly max: number } {
  const values = points.flatMap(({ value, low = value, high = value }) => [value, low, high]);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  let min = Math.max(0, Math.floor((least - 5) / 10) * 10);
  let max = Math.min(100, Math.ceil((most + 5) / 10) * 10);
  while (max - min < 40) {
    if (max === 100 || (min > 0 && least - min <= max - most)) min -= 10;
    else max += 10;
  }
  return { min, max };
}

/** A line over rounds, broken where the method changes; each value stands beside its point. */
export function trendOption(
  points: readonly TrendPoint[],
  words: TrendWords,
  look: ChartLook,
): EChartsOption {
  const breaks = points.flatMap((point, at) => {
    const before = points[at - 1];
    return before !== undefined && before.method !== point.method ? [at - 0.5] : [];
  });
  return {
    grid: { left: 36, right: 12, top: 28, bottom: 28 },
    xAxis: {
      type: 'value',
      min: -0.5,
      max: points.length - 0.5,
      interval: 0.5,
      ...axisOf(look),
      splitLine: { show: false },
      axisLabel: {
        color: look.ink2,
        fontSize: SMALL,
        formatter: (at: number) => points[at]?.label ?? '',
      },
    },
    yAxis: { type: 'value', ...scaleOf(points), interval: 10, ...axisOf(look) },
    tooltip: { show: false },
    series: [
      ...runsOf(points).map((run) => runSeries(run, look)),
      whiskers(points, look),
      marks(breaks, words, look),
    ],
  };
}

/** A point and its place on the axis. */
interface Placed {
  readonly at: number;
  readonly point: TrendPoint;
}

/** Neighbours of one method, in order. */
function runsOf(points: readonly TrendPoint[]): readonly (readonly Placed[])[] {
  const runs: Placed[][] = [];
  points.forEach((point, at) => {
    const last = runs.at(-1);
    if (last !== undefined && last[0]?.point.method === point.method) last.push({ at, point });
    else runs.push([{ at, point }]);
  });
  return runs;
}

function runSeries(run: readonly Placed[], look: ChartLook): LineSeriesOption {
  return {
    type: 'line',
    ...lineOf(look, 0),
    data: run.map(({ at, point }) => [at, point.value]),
    label: {
      show: true,
      position: 'right',
      distance: 8,
      color: look.ink,
      fontWeight: 600,
      fontSize: SMALL,
      formatter: ({ dataIndex }) => String(run[dataIndex]?.point.value ?? ''),
    },
  };
}

/** What is still possible, as a whisker of two points joined upright. */
function whiskers(points: readonly TrendPoint[], look: ChartLook): LineSeriesOption {
  const open = points.flatMap(({ low, high }, at) =>
    low === undefined || high === undefined || low === high
      ? []
      : [
          [at, low],
          [at, high],
          ['-', '-'],
        ],
  );
  return {
    type: 'line',
    symbol: 'rect',
    symbolSize: [12, 2],
    itemStyle: { color: look.action },
    lineStyle: { color: look.action, width: 2 },
    data: open,
  };
}

function marks(breaks: readonly number[], words: TrendWords, look: ChartLook): LineSeriesOption {
  return {
    type: 'line',
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: look.axis, type: [2, 3], width: 1 },
      label: { formatter: words.methodChanged, color: look.ink2, fontSize: SMALL, position: 'end' },
      data: breaks.map((xAxis) => ({ xAxis })),
    },
  };
}
