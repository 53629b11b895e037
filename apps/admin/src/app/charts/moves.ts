import type { EChartsOption } from 'echarts';
import type { ChartLook } from './chart-look';
import { knot, linesOption, ring, stroke } from './lines';

/** From one score to another, 0 to 100; one of them may be missing. */
export interface Move {
  readonly name: string;
  readonly before?: number;
  readonly after?: number;
}

/** Of one line, in pixels: room for a name that takes two. */
export const MOVE_HEIGHT = 36;
const LABEL_WIDTH = 220;

/** Who moves from where to where: a ring at the old score, a knot at the new one, a line between. */
export function movesOption(moves: readonly Move[], look: ChartLook): EChartsOption {
  return linesOption(moves, { names: LABEL_WIDTH }, look, ({ before, after }, place) => [
    ...(before === undefined || after === undefined
      ? []
      : [stroke(...place(before), ...place(after), look.action)]),
    ...(before === undefined ? [] : [ring(place(before), 5, look.surface, look.ink3)]),
    ...(after === undefined ? [] : [knot(place(after), 6, look.action, look.surface)]),
  ]);
}
