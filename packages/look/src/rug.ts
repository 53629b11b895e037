import { filled, type Paint, type PathShape } from './shape.js';

/** A step of the sequential scale, low to high: `--k-seq-1` to `--k-seq-7`. */
export type RugStep = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** One value of the rug, woven. */
export interface RugKnot {
  /** Which row of the data (a city), from 0 at the top. */
  readonly row: number;
  /** Which column of the data (an indicator), from 0 at the start. */
  readonly column: number;
  /** Top left corner of the 40 × 40 field the knot lies in, in units of the view box. */
  readonly x: number;
  readonly y: number;
  /** How high the value is. */
  readonly step: RugStep;
  /** Whether it wears the cross that marks the highest values (steps 6 and 7). */
  readonly cross: boolean;
  /** The diamond, and the cross upon it where there is one. */
  readonly shapes: readonly PathShape[];
}

/** A rug, ready to be drawn: first the fringe, then the knots. */
export interface RugShapes {
  /** The SVG view box that holds the rug with its fringe. */
  readonly viewBox: string;
  /** Width and height of that view box: lets a page keep the room before the data has come. */
  readonly width: number;
  readonly height: number;
  /** The ends of the warp above and below, as one path of class `warp` and no fill; `.rug .warp` draws it. */
  readonly warp: string;
  /** The coloured beads along both ends, one shape per dye. Ornament: they stand for no value. */
  readonly beads: readonly PathShape[];
  /** Row by row. A value that is absent has no knot: the ground shows, as it does in the data. */
  readonly knots: readonly RugKnot[];
}

const field = 40;
const warpGap = 8;
const margin = { side: 6, end: 26 };
/** Upper end of beads and of warp threads, measured from the woven part: above it, and below it. */
const above = { beads: -8, warp: -22 };
const below = { beads: 4, warp: 10 };
const beadSize = { width: 8, height: 4 };
const warpLength = 12;
const highest = { step: 6, dye: 'var(--k-dye-weld)', topDye: 'var(--k-dye-madder)' } as const;

const diamond = 'h8v4h4v4h4v4h4v4h4v4h-4v4h-4v4h-4v4h-4v4h-8v-4h-4v-4h-4v-4h-4v-4h-4v-4h4v-4h4v-4h4v-4h4Z';
const cross = 'h4v4h4v4h-4v4h-4v-4h-4v-4h4Z';

/** The step a value from 0 to 1 falls on. What lies outside is drawn as the nearest end. */
function stepOf(value: number): RugStep {
  const step = Math.floor(Math.min(1, Math.max(0, value)) * 7) + 1;
  return Math.min(7, step) as RugStep;
}

function weaveKnot(value: number, row: number, column: number): RugKnot {
  const x = column * field;
  const y = row * field;
  const step = stepOf(value);
  const marked = step >= highest.step;
  const shapes = [filled(`M${x + 16} ${y + 2}${diamond}`, `var(--k-seq-${step})`)];
  if (marked) {
    shapes.push(filled(`M${x + 18} ${y + 14}${cross}`, step === 7 ? highest.topDye : highest.dye));
  }
  return { row, column, x, y, step, cross: marked, shapes };
}

function weaveWarp(width: number, height: number): string {
  const threads = Array.from({ length: width / warpGap + 1 }, (_, thread) => thread * warpGap);
  return threads
    .map((x) => `M${x} ${above.warp}v${warpLength}M${x} ${height + below.warp}v${warpLength}`)
    .join('');
}

function threadBeads(width: number, height: number): readonly PathShape[] {
  const order: readonly Paint[] = [
    'var(--k-dye-madder)',
    'var(--k-dye-weld)',
    'var(--k-dye-pine)',
    'var(--k-dye-weld)',
  ];
  const bead = `h${beadSize.width}v${beadSize.height}h-${beadSize.width}Z`;
  const paths = new Map<Paint, string>();
  for (let place = 0; place * (field / 2) <= width; place += 1) {
    const dye = order[place % order.length] ?? 'none';
    const x = place * (field / 2) - beadSize.width / 2;
    const pair = `M${x} ${above.beads}${bead}M${x} ${height + below.beads}${bead}`;
    paths.set(dye, (paths.get(dye) ?? '') + pair);
  }
  return [...paths].map(([dye, d]) => filled(d, dye));
}

/**
 * Weaves values into a rug: rows down (cities), columns across (indicators), one knot per value, darker in light and
 * brighter in dark the higher it is. Values lie between 0 and 1; `null`, a missing end of a row, or what is no number
 * is an absent value and leaves the ground bare, so that it is never taken for a low one. The rug is as wide as its
 * longest row; without rows, or with empty ones, it is the fringe alone.
 */
export function weaveRug(rows: readonly (readonly (number | null)[])[]): RugShapes {
  const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const width = columns * field;
  const height = rows.length * field;
  const boxWidth = width + 2 * margin.side;
  const boxHeight = height + 2 * margin.end;
  return {
    viewBox: `-${margin.side} -${margin.end} ${boxWidth} ${boxHeight}`,
    width: boxWidth,
    height: boxHeight,
    warp: weaveWarp(width, height),
    beads: threadBeads(width, height),
    knots: rows.flatMap((values, row) =>
      values.flatMap((value, column) =>
        value === null || Number.isNaN(value) ? [] : [weaveKnot(value, row, column)],
      ),
    ),
  };
}
