import type { CustomSeriesOption, EChartsOption } from 'echarts';
import type { ChartLook } from './chart-look';
import { axisOf, SMALL } from './theme';

/** A line of the bars, everything from 0 to 100; what is absent is not drawn. */
export interface Bar {
  readonly name: string;
  readonly isMember: boolean;
  readonly claimed?: number;
  readonly found?: number;
  /** What is still possible. */
  readonly possible?: readonly [low: number, high: number];
  /** The middle half of the sample and its median. */
  readonly sample?: readonly [low: number, median: number, high: number];
  /** Of the round before. */
  readonly before?: number;
}

/** Of one line, in pixels. */
export const BAR_HEIGHT = 26;
const LABEL_WIDTH = 280;

/** Indicators as bars, for files: on the page they are lines of text that one can read, follow and enlarge. */
export function barsOption(bars: readonly Bar[], look: ChartLook): EChartsOption {
  return {
    grid: { left: LABEL_WIDTH, right: 24, top: 24, bottom: 8 },
    xAxis: { type: 'value', position: 'top', min: 0, max: 100, interval: 25, ...axisOf(look) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        ...{ color: look.ink, fontFamily: look.font, fontSize: SMALL, interval: 0, align: 'left' },
        ...{ margin: LABEL_WIDTH - 4, width: LABEL_WIDTH - 16, overflow: 'break' },
        formatter: (name: string, at: number) => (bars[at]?.isMember === true ? `   ${name}` : name),
      },
    },
    tooltip: { show: false },
    series: [
      {
        type: 'custom',
        data: bars.map((_bar, at) => [0, at]),
        renderItem: (_params, api) => {
          const at = Number(api.value(1));
          const bar = bars[at];
          if (bar === undefined) return null;
          const placed = (value: number): readonly [number, number] => {
            const [x = 0, y = 0] = api.coord([value, at]);
            return [x, y];
          };
          return { type: 'group', children: [...shapesOf(bar, placed, look)] };
        },
      },
    ],
  };
}

type Shape = NonNullable<ReturnType<NonNullable<CustomSeriesOption['renderItem']>>>;
type Place = (value: number) => readonly [number, number];

function shapesOf(bar: Bar, place: Place, look: ChartLook): readonly Shape[] {
  return [
    ...(bar.sample === undefined ? [] : sampleShapes(bar.sample, place, look)),
    ...(bar.possible === undefined ? [] : whisker(bar.possible, place, look)),
    ...(bar.before === undefined ? [] : [ring(place(bar.before), look)]),
    ...(bar.claimed === undefined ? [] : halfKnot(place(bar.claimed), look)),
    ...(bar.found === undefined ? [] : [knot(place(bar.found), 6, look.verified, look.surface)]),
  ];
}

function sampleShapes(
  [low, median, high]: readonly [number, number, number],
  place: Place,
  look: ChartLook,
): readonly Shape[] {
  const [from, y] = place(low);
  const [to] = place(high);
  const [at] = place(median);
  return [
    {
      type: 'rect',
      shape: { x: from, y: y - 5, width: Math.max(1, to - from), height: 10 },
      style: { fill: look.range },
    },
    stroke(at, y - 7, at, y + 7, look.median),
  ];
}

function whisker([low, high]: readonly [number, number], place: Place, look: ChartLook): readonly Shape[] {
  const [from, y] = place(low);
  const [to] = place(high);
  return [
    stroke(from, y, to, y, look.action),
    stroke(from, y - 5, from, y + 5, look.action),
    stroke(to, y - 5, to, y + 5, look.action),
  ];
}

function ring([cx, cy]: readonly [number, number], look: ChartLook): Shape {
  return {
    type: 'circle',
    shape: { cx, cy, r: 4 },
    style: { fill: look.surface, stroke: look.ink3, lineWidth: 1.5 },
  };
}

function halfKnot([x, y]: readonly [number, number], look: ChartLook): readonly Shape[] {
  return [
    knot([x, y], 7, look.surface, look.claimed),
    {
      type: 'polygon',
      shape: {
        points: [
          [x, y - 7],
          [x, y + 7],
          [x - 7, y],
        ],
      },
      style: { fill: look.claimed },
    },
  ];
}

function knot([x, y]: readonly [number, number], size: number, fill: string, edge: string): Shape {
  const points = [
    [x, y - size],
    [x + size, y],
    [x, y + size],
    [x - size, y],
  ];
  return { type: 'polygon', shape: { points }, style: { fill, stroke: edge, lineWidth: 1.5 } };
}

function stroke(x1: number, y1: number, x2: number, y2: number, colour: string): Shape {
  return { type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: colour, lineWidth: 2 } };
}
