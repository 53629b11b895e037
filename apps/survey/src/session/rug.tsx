import { weaveRug } from '@kilim/look';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Shapes } from '../appearance/drawing.js';

const CITIES = 10;
const INDICATORS = 17;

/** Numbers nobody measured, always the same: two waves that cross, so that rows and columns have a character. */
const INVENTED = Array.from({ length: CITIES }, (_city, row) =>
  Array.from({ length: INDICATORS }, (_indicator, column) => {
    const wave = Math.sin(row * 2.1 + column * 0.9) + Math.cos(row * 0.7 - column * 1.7);
    return 0.56 + wave * 0.21;
  }),
);

const RUG = weaveRug(INVENTED);

/** The ornament of the sign-in page. It says itself that its numbers are invented: nothing is published yet. */
export function Rug(): ReactElement {
  const { t } = useTranslation();
  return (
    <figure>
      <svg
        className="rug"
        viewBox={RUG.viewBox}
        width={RUG.width}
        height={RUG.height}
        aria-hidden="true"
        focusable="false"
      >
        <path className="warp" d={RUG.warp} />
        <Shapes shapes={RUG.beads} />
        {RUG.knots.map((knot) => (
          <Shapes key={`${String(knot.row)}-${String(knot.column)}`} shapes={knot.shapes} />
        ))}
      </svg>
      <figcaption className="faint above-4">{t('signIn.rug')}</figcaption>
    </figure>
  );
}
