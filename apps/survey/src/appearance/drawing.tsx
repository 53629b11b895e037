import {
  BRAND_MARK,
  BRAND_VIEW_BOX,
  ICONS,
  ICON_VIEW_BOX,
  KNOTS,
  type IconName,
  type KnotState,
  type Shape,
} from '@kilim/look';
import { createElement, type ReactElement } from 'react';

/** The shapes of a drawing as SVG elements. */
export function Shapes({ shapes }: Readonly<{ shapes: readonly Shape[] }>): ReactElement {
  return (
    <>{shapes.map(({ kind, ...attributes }, place) => createElement(kind, { key: place, ...attributes }))}</>
  );
}

/** An icon beside words; hidden from screen readers, since the words say it. */
export function Icon({ name }: Readonly<{ name: IconName }>): ReactElement {
  return (
    <svg className="ic" viewBox={ICON_VIEW_BOX} aria-hidden="true" focusable="false">
      <Shapes shapes={ICONS[name]} />
    </svg>
  );
}

/** The knot of a state, in its colour. Words stand beside it. */
export function KnotMark({ state }: Readonly<{ state: KnotState }>): ReactElement {
  const { className, paths } = KNOTS[state];
  return (
    <svg className={`knot ${className}`} viewBox={ICON_VIEW_BOX} aria-hidden="true" focusable="false">
      <Shapes shapes={paths} />
    </svg>
  );
}

export function BrandMark(): ReactElement {
  return (
    <svg width="24" height="24" viewBox={BRAND_VIEW_BOX} aria-hidden="true" focusable="false">
      <Shapes shapes={BRAND_MARK} />
    </svg>
  );
}
