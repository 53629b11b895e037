import type { CustomSeriesOption, EChartsOption } from 'echarts';
import type { ChartLook } from './chart-look';
import { axisOf, SMALL } from './theme';

/** From one score to another, 0 to 100; one of them may be missing. */
export interface Move {
  readonly name: string;
  readonly before?: number;
  readonly after?: number;
}

/** Of one line, in pixels. */
export const MOVE_HEIGHT = 28;
const LABEL_WIDTH = 220;

/** Who moves from where to where: a ring at the old score, a knot at the new one, a line between. */
export function movesOption(moves: readonly Move[], look: ChartLook): EChartsOption {
  return {
    grid: { left: LABEL_WIDTH, right: 24, top: 24, bottom: 8 },
    xAxis: { type: 'value', position: 'top', min: 0, max: 100, interval: 25, ...axisOf(look) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: moves.map(({ name }) => name),
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
        data: moves.map((_move, at) => [0, at]),
        renderItem: (_params, api) => {
          const at = Number(api.value(1));
          const move = moves[at];
          if (move === undefined) return null;
          const placed = (value: number): readonly [number, number] => {
            const [x = 0, y = 0] = api.coord([value, at]);
            return [x, y];
          };
          return { type: 'group', children: [...shapesOf(move, placed, look)] };
        },
      },
    ],
  };
}

type Shape = NonNullable<ReturnType<NonNullable<CustomSeriesOption['renderItem']>>>;

function shapesOf(
  { before, after }: Move,
  placed: (value: number) => readonly [number, number],
  look: ChartLook,
): readonly Shape[] {
  const shapes: Shape[] = [];
  if (before !== undefined && after !== undefined) {
    const [[x1, y1], [x2, y2]] = [placed(before), placed(after)];
    shapes.push({
      type: 'line',
      shape: { x1, y1, x2, y2 },
      style: { stroke: look.action, lineWidth: 2 },
    });
  }
  if (before !== undefined) {
    const [cx, cy] = placed(before);
    shapes.push({
      type: 'circle',
      shape: { cx, cy, r: 5 },
      style: { fill: look.surface, stroke: look.ink3, lineWidth: 1.5 },
    });
  }
  if (after !== undefined) {
    const [x, y] = placed(after);
    const points = [
      [x, y - 6],
      [x + 6, y],
      [x, y + 6],
      [x - 6, y],
    ];
    shapes.push({
      type: 'polygon',
      shape: { points },
      style: { fill: look.action, stroke: look.surface, lineWidth: 1.5 },
    });
  }
  return shapes;
}
