import { percentInterval } from '@kilim/indicators';
import type { CSSProperties, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaScore, Lacking } from './area-score.js';

const UNBROKEN_DASH = '–\u2060';

/** What is still possible, or the figure, on one line with its band. */
export function Possible({ score }: Readonly<{ score: AreaScore | Lacking }>): ReactElement {
  const { t } = useTranslation();
  if (score === 'coming') return <Coming />;
  if (score === 'failed') return <span className="faint">{t('score.dash')}</span>;
  const { interval, value } = score;
  if (!interval) return <span className="faint">{t('score.none')}</span>;
  const { low, high } = percentInterval(interval);
  const isPoint = low === high || (interval.low === interval.high && value !== undefined);
  const range = `${String(low)}–${String(high)}`;
  // The words may take two lines; the figures stay together.
  const atMost = (): string => t('score.atMost', { range: range.replace('–', UNBROKEN_DASH) });
  const ends = { '--a': `${String(low)}%`, '--b': `${String(high)}%` } as CSSProperties;
  const place = { '--v': `${String(value ?? low)}%` } as CSSProperties;
  return (
    <span className="why-figure">
      <b>{isPoint ? String(value ?? low) : interval.exact ? range : atMost()}</b>
      <span className="scale" aria-hidden="true">
        {isPoint ? <span className="scale__at" style={place} /> : <span className="scale__iv" style={ends} />}
      </span>
    </span>
  );
}

/** Its place, until it is known. */
function Coming(): ReactElement {
  const { t } = useTranslation();
  return (
    <span className="why-figure">
      <b aria-hidden="true">{t('score.dots')}</b>
      <span className="sr">{t('score.coming')}</span>
      <span className="scale" aria-hidden="true" />
    </span>
  );
}
