import { percentInterval, type Basis, type Interval } from '@kilim/indicators';
import type { CSSProperties, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaScore, Lacking } from './area-score.js';

/**
 * The index so far, never as a bare number: while answers are open what is still possible, as figures, words and a band
 * on 0–100; once nothing is open the figure, with a knot at its place. Until it is known, its place.
 */
export function ScoreSoFar({
  score,
  open,
  basis = 'claimed',
  isChecked = false,
}: Readonly<{
  score: AreaScore | Lacking;
  open: number;
  basis?: Basis;
  /** The expert's check is over: it moves the claimed score no more. */
  isChecked?: boolean;
}>): ReactElement {
  const { t } = useTranslation();
  const words = useScoreWords()(score, basis);
  if (score === 'failed') return <p className="muted">{t('score.failed')}</p>;
  if (score !== 'coming' && score.interval === undefined) return <p className="muted">{t('score.none')}</p>;
  const isSettled = score !== 'coming' && settledValue(score) !== undefined;
  return (
    <>
      <p className={score === 'coming' ? 'score score--coming' : 'score'}>
        <b>{words.figure}</b>
        <span>{words.kind}</span>
      </p>
      <div className="scale" role="img" aria-label={words.spoken}>
        {score !== 'coming' && <Place score={score} />}
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

/** Where on 0–100 it stands, or may come to stand. */
function Place({ score }: Readonly<{ score: AreaScore }>): ReactElement | null {
  const value = settledValue(score);
  if (value !== undefined)
    return <span className="scale__at" style={{ '--v': `${String(value)}%` } as CSSProperties} />;
  if (!score.interval) return null;
  const { low, high } = percentInterval(score.interval);
  const ends = { '--a': `${String(low)}%`, '--b': `${String(high)}%` } as CSSProperties;
  return <span className="scale__iv" style={ends} />;
}

/** A score in one line: `58–74 still possible`, or the figure with what it stands on. */
export interface ScoreWords {
  readonly figure: string;
  readonly kind: string;
  readonly spoken: string;
}

/** Puts an index into figures and words. */
export function useScoreWords(): (score: AreaScore | Lacking, basis?: Basis) => ScoreWords {
  const { t } = useTranslation();
  return (score, basis = 'claimed') => {
    if (score === 'coming')
      return { figure: t('score.dots'), kind: t('score.coming'), spoken: t('score.spokenComing') };
    if (score === 'failed') return { figure: t('score.dash'), kind: '', spoken: t('score.failed') };
    const value = settledValue(score);
    if (score.interval === undefined) return { figure: t('score.dash'), kind: '', spoken: t('score.none') };
    const { low, high } = percentInterval(score.interval);
    if (value !== undefined)
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

/** The figure, once nothing that is open can move it. */
function settledValue({ value, interval }: AreaScore): number | undefined {
  return interval && isPoint(interval) ? value : undefined;
}

/** Equal to the precision to which means are held to be equal. */
function isPoint({ low, high }: Interval): boolean {
  return high - low < 1e-12;
}
