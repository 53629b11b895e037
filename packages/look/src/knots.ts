import { drawn, filled, ring, type Shape } from './shape.js';

/**
 * The seven things that can be the case with an answer. The first three and `zero` are the four silences, which are
 * never mixed up: the questionnaire did not ask; the question does not apply to the city; the city has not answered;
 * the city answered and earns no points.
 */
export type KnotState =
  'notAsked' | 'notApplicable' | 'unanswered' | 'zero' | 'claimed' | 'verified' | 'disputed';

/** How a state looks: the class that brings its colour and ground, and the knot as shapes in a 16 × 16 view box. */
export interface Knot {
  /** Hands `--c` (colour), `--s` (ground) and `--pat` (pattern) to `.cell`, `.chip--st`, `.swatch` and `.knot`. */
  readonly className: `is-${string}`;
  readonly paths: readonly Shape[];
}

const openKnot = drawn('M8 1.8 14.2 8 8 14.2 1.8 8Z', 1.6);

/** Every state with its knot. A knot never stands alone: a word beside it, or words for screen readers, say the same. */
export const KNOTS: Readonly<Record<KnotState, Knot>> = {
  /** A dot, on woven ground. */
  notAsked: {
    className: 'is-not-asked',
    paths: [{ kind: 'circle', cx: 8, cy: 8, r: 2, fill: 'currentColor' }],
  },
  /** A ring with a dash, on plain grey. */
  notApplicable: { className: 'is-na', paths: [ring(8, 8, 6, 1.6), drawn('M5 8h6', 1.8)] },
  /** An open knot, with a dashed edge. */
  unanswered: { className: 'is-unanswered', paths: [openKnot] },
  /** The numeral 0, on ruled ground. */
  zero: {
    className: 'is-zero',
    paths: [
      {
        kind: 'ellipse',
        cx: 8,
        cy: 8,
        rx: 3.9,
        ry: 5.6,
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 2.4,
      },
    ],
  },
  /** A half knot: the city says so, nobody has checked. */
  claimed: { className: 'is-claimed', paths: [openKnot, filled('M8 1.8V14.2L1.8 8Z')] },
  /** A full knot with a check. */
  verified: {
    className: 'is-verified',
    paths: [
      {
        ...filled('M8 .6 15.4 8 8 15.4.6 8ZM7.1 10.9 11.6 6.3 10.5 5.2 7.1 8.7 5.6 7.2 4.5 8.3Z'),
        fillRule: 'evenodd',
      },
    ],
  },
  /** A torn knot, two halves apart, on slanted stripes. */
  disputed: { className: 'is-disputed', paths: [filled('M7 .4V11.6L1 6ZM9 4.4V15.6L15 10Z')] },
};
