import {
  percentInterval,
  type IndicatorScore,
  type Interval,
  type MeanScore,
  percent,
  type Score,
} from '@kilim/indicators';
import type { Speech } from '../language/speech';

/** A score made ready for a screen: never a bare number. Percentages, rounded by the engine. */
export interface ScoreFigure {
  /** The figure itself; absent when there is no score. */
  readonly value?: number;
  /** What is still possible, rounded outwards; absent when nothing can give it a score. */
  readonly low?: number;
  readonly high?: number;
  /** Nothing is open any more: the interval has no width. */
  readonly isSettled: boolean;
}

/** Reads an indicator's or mean's score. */
export function figureOf(part: IndicatorScore | MeanScore): ScoreFigure {
  const value = percent(part);
  if (part.interval === undefined)
    return { ...(value !== undefined && { value }), isSettled: value !== undefined };
  return { ...(value !== undefined && { value }), ...interval(part.interval, value) };
}

function interval(
  of: Interval,
  value: number | undefined,
): Required<Pick<ScoreFigure, 'low' | 'high' | 'isSettled'>> {
  if (of.high - of.low < 1e-9) {
    // Without width it is the score itself, and rounded as the score is.
    const only = value ?? percentInterval(of).low;
    return { low: only, high: only, isSettled: true };
  }
  return { ...percentInterval(of), isSettled: false };
}

/** The large figure: 67, or 58–74 while answers are open. */
export function figureWords(figure: ScoreFigure, say: Speech): string {
  if (figure.isSettled && figure.value !== undefined) return say.number(figure.value);
  if (figure.low === undefined || figure.high === undefined) return '–';
  return `${say.number(figure.low)}–${say.number(figure.high)}`;
}

/** What stands beside the large figure. */
export function figureNote(figure: ScoreFigure, score: Score, say: Speech): string {
  if (score.kind === 'notAsked' || score.kind === 'notApplicable') return say.t(`standing.${score.kind}`);
  if (figure.isSettled) return say.t('score.settled');
  return say.t('score.possible');
}

/** The whole in one sentence, for screen readers and plain text. */
export function scoreSentence(figure: ScoreFigure, score: Score, say: Speech): string {
  if (score.kind === 'notAsked' || score.kind === 'notApplicable') return say.t(`standing.${score.kind}`);
  if (figure.low === undefined || figure.high === undefined) return say.t('score.none');
  if (figure.isSettled && figure.value !== undefined)
    return say.t('score.sentence.settled', { value: figure.value });
  if (figure.value === undefined) return say.t('score.sentence.open', { low: figure.low, high: figure.high });
  return say.t('score.sentence', { value: figure.value, low: figure.low, high: figure.high });
}
