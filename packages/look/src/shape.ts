/**
 * What a shape is painted with: nothing, the colour of the words it stands beside, or a token of `css/tokens.css`.
 * Never a literal colour, so that every drawing follows the theme.
 */
export type Paint = 'none' | 'currentColor' | `var(--k-${string})`;

/** How a shape is drawn. Lengths are in units of the drawing's own view box. */
export interface Ink {
  /** The inside. Said always: SVG would fill with black what says nothing. */
  readonly fill: Paint;
  /** The outline. Absent: no outline. */
  readonly stroke?: Paint;
  /** Width of the outline. Absent where there is no outline. */
  readonly strokeWidth?: number;
  /** Corners of the outline. Absent: pointed. */
  readonly strokeLinejoin?: 'round';
  /** `evenodd` where an inner contour is a hole. Absent: there is no hole. */
  readonly fillRule?: 'evenodd';
}

/** A line or area along SVG path data. */
export interface PathShape extends Ink {
  readonly kind: 'path';
  readonly d: string;
}

/** A circle about (cx, cy). */
export interface CircleShape extends Ink {
  readonly kind: 'circle';
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}

/** An upright ellipse about (cx, cy). */
export interface EllipseShape extends Ink {
  readonly kind: 'ellipse';
  readonly cx: number;
  readonly cy: number;
  readonly rx: number;
  readonly ry: number;
}

/**
 * One element of a small drawing, as data: both apps make the SVG element themselves, so nothing is ever parsed as
 * markup. Apart from `kind` every name is an SVG attribute as React spells it.
 */
export type Shape = PathShape | CircleShape | EllipseShape;

/** An area in one colour. */
export function filled(d: string, fill: Paint = 'currentColor'): PathShape {
  return { kind: 'path', d, fill };
}

/** A line in the colour of the words around it, `strokeWidth` wide. */
export function drawn(d: string, strokeWidth: number): PathShape {
  return { kind: 'path', d, fill: 'none', stroke: 'currentColor', strokeWidth };
}

/** A line like `drawn`, with its corners rounded. */
export function drawnRound(d: string, strokeWidth: number): PathShape {
  return { ...drawn(d, strokeWidth), strokeLinejoin: 'round' };
}

/** A ring about (cx, cy) in the colour of the words around it. */
export function ring(cx: number, cy: number, r: number, strokeWidth: number): CircleShape {
  return { kind: 'circle', cx, cy, r, fill: 'none', stroke: 'currentColor', strokeWidth };
}
