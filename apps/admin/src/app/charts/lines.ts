import type { CustomSeriesOption, EChartsOption } from 'echarts';
import type { ChartLook } from './chart-look';
import { axisOf, SMALL } from './theme';

/** What is drawn for one line. */
export type Shape = NonNullable<ReturnType<NonNullable<CustomSeriesOption['renderItem']>>>;
/** Where a value of the line stands, in pixels. */
export type Place = (value: number) => readonly [x: number, y: number];

/** A chart of named lines, one below the other, over a scale from 0 to 100. */
export interface LinesFrame {
  /** In pixels: of the names, and beside the end of the scale. */
  readonly names: number;
  readonly beside?: number;
  /** How a name is shown; absent: as it is. */
  readonly nameOf?: (name: string, at: number) => string;
}

/** Draws each line by its own shapes, in a frame that all such charts share. */
export function linesOption<Line extends { readonly name: string }>(
  lines: readonly Line[],
  { names, beside = 24, nameOf }: LinesFrame,
  look: ChartLook,
  shapesOf: (line: Line, place: Place) => readonly Shape[],
): EChartsOption {
  return {
    grid: { left: names, right: beside, top: 24, bottom: 8 },
    xAxis: { type: 'value', position: 'top', min: 0, max: 100, interval: 25, ...axisOf(look) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: lines.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        ...{ color: look.ink, fontFamily: look.font, fontSize: SMALL, interval: 0, align: 'left' },
        // Of a name that takes two lines.
        lineHeight: SMALL * 1.25,
        ...{ margin: names - 4, width: names - 16, overflow: 'break' },
        ...(nameOf && { formatter: nameOf }),
      },
    },
    tooltip: { show: false },
    series: [
      {
        type: 'custom',
        // Nothing happens when a shape is pointed at or pressed.
        silent: true,
        data: lines.map((_line, at) => [0, at]),
        renderItem: (_params, api) => {
          const at = Number(api.value(1));
          const line = lines[at];
          if (line === undefined) return null;
          const place: Place = (value) => {
            const [x = 0, y = 0] = api.coord([value, at]);
            return [x, y];
          };
          return { type: 'group', children: [...shapesOf(line, place)] };
        },
      },
    ],
  };
}

/** A hollow ring, for what was before or is not of this place. */
export function ring(
  [cx, cy]: readonly [number, number],
  r: number,
  fill: string,
  edge: string,
  lineWidth = 1.5,
): Shape {
  return { type: 'circle', shape: { cx, cy, r }, style: { fill, stroke: edge, lineWidth } };
}

/** The knot of the look: a square on its corner. */
export function knot([x, y]: readonly [number, number], size: number, fill: string, edge: string): Shape {
  const points = [
    [x, y - size],
    [x + size, y],
    [x, y + size],
    [x - size, y],
  ];
  return { type: 'polygon', shape: { points }, style: { fill, stroke: edge, lineWidth: 1.5 } };
}

/** A straight thread from one point to another. */
export function stroke(x1: number, y1: number, x2: number, y2: number, colour: string, lineWidth = 2): Shape {
  return { type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: colour, lineWidth } };
}
