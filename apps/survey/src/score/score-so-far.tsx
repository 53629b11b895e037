import { percent, percentInterval, type Basis, type Interval, type MeanScore } from '@kilim/indicators';
import type { CSSProperties, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * The index so far, never as a bare number: while answers are open what is still possible, as figures, words and a band
 * on 0–100; once nothing is open the figure, with a knot at its place.
 */
export function ScoreSoFar({
  score,
  open,
  basis = 'claimed',
  isChecked = false,
}: Readonly<{
  score: MeanScore;
  open: number;
  basis?: Basis;
  /** The expert's check is over: it moves the claimed score no more. */
  isChecked?: boolean;
}>): ReactElement {
  const { t } = useTranslation();
  const words = useScoreWords()(score, basis);
  if (score.interval === undefined) return <p className="muted">{t('score.none')}</p>;
  const interval = percentInterval(score.interval);
  const value = percent(score);
  const isSettled = value !== undefined && isPoint(score.interval);
  const ends = { '--a': `${String(interval.low)}%`, '--b': `${String(interval.high)}%` } as CSSProperties;
  const place = { '--v': `${String(value ?? 0)}%` } as CSSProperties;
  return (
    <>
      <p className="score">
        <b>{words.figure}</b>
        <span>{words.kind}</span>
      </p>
      <div className="scale" role="img" aria-label={words.spoken}>
        {isSettled ? (
          <span className="scale__at" style={place} />
        ) : (
          <span className="scale__iv" style={ends} />
        )}
      </div>
      <div className="scale__ends" aria-hidden="true">
        <span>0</span>
        <span>100</span>
      </div>
      <p className="faint above-2">
        {isSettled ? t(`score.settled.${isChecked ? 'checked' : basis}`) : t('score.open', { count: open })}
      </p>
    </>
  );
}

/** A score in one line: `58–74 still possible`, or the figure with what it stands on. */
export interface ScoreWords {
  readonly figure: string;
  readonly kind: string;
  readonly spoken: string;
}

/** Puts an index into figures and words. */
export function useScoreWords(): (score: MeanScore, basis?: Basis) => ScoreWords {
  const { t } = useTranslation();
  return (score, basis = 'claimed') => {
    const value = percent(score);
    if (score.interval === undefined) return { figure: t('score.dash'), kind: '', spoken: t('score.none') };
    const { low, high } = percentInterval(score.interval);
    if (value !== undefined && isPoint(score.interval))
      return {
        figure: String(value),
        kind: t(`score.ofHundred.${basis}`),
        spoken: t('score.spokenSettled', { value, basis: t(`score.ofHundred.${basis}`) }),
      };
    const isExact = score.interval.exact;
    return {
      figure: `${String(low)}–${String(high)}`,
      kind: t(isExact ? 'score.possible' : 'score.possibleAtMost'),
      spoken: t(isExact ? 'score.spokenPossible' : 'score.spokenPossibleAtMost', { low, high }),
    };
  };
}

/** Equal to the precision to which means are held to be equal. */
function isPoint({ low, high }: Interval): boolean {
  return high - low < 1e-12;
}
