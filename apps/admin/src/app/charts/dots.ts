import type { EChartsOption } from 'echarts';
import type { ChartLook } from './chart-look';
import { linesOption, ring, stroke } from './lines';
import { SMALL } from './theme';

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
  return linesOption(dots, { names: LABEL_WIDTH, beside: 40 }, look, ({ value }, place) => {
    const [x, y] = place(value);
    return [
      stroke(...place(0), x, y, look.axis, 1),
      ring([x, y], 5, look.surface, look.ink2, 2),
      {
        type: 'text',
        style: {
          ...{ text: String(value), x: x + 10, y, verticalAlign: 'middle' },
          ...{ fill: look.ink, font: `600 ${String(SMALL)}px ${look.font}` },
        },
      },
    ];
  });
}
