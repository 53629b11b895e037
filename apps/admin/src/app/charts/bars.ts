import type { EChartsOption } from 'echarts';
import type { ChartLook } from './chart-look';
import { knot, linesOption, ring, stroke, type Place, type Shape } from './lines';

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
  const nameOf = (name: string, at: number) => (bars[at]?.isMember === true ? `   ${name}` : name);
  return linesOption(bars, { names: LABEL_WIDTH, nameOf }, look, (bar, place) => shapesOf(bar, place, look));
}

function shapesOf(bar: Bar, place: Place, look: ChartLook): readonly Shape[] {
  return [
    ...(bar.sample === undefined ? [] : sampleShapes(bar.sample, place, look)),
    ...(bar.possible === undefined ? [] : whisker(bar.possible, place, look)),
    ...(bar.before === undefined ? [] : [ring(place(bar.before), 4, look.surface, look.ink3)]),
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
