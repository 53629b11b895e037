/**
 * The look as data: knots, icons, the brand mark and the rug of the sign-in page. No DOM; each app makes its own SVG.
 * The styles are beside it in `css/`.
 */
export { BRAND_MARK, BRAND_VIEW_BOX, ICON_VIEW_BOX, ICONS, type IconName } from './icons.js';
export { KNOTS, type Knot, type KnotState } from './knots.js';
export { weaveRug, type RugKnot, type RugShapes, type RugStep } from './rug.js';
export type { CircleShape, EllipseShape, Ink, Paint, PathShape, Shape } from './shape.js';
