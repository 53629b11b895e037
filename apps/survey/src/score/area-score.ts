import {
  percent,
  type Id,
  type IndicatorScore,
  type Interval,
  type MeanScore,
  type ScoreOptions,
} from '@kilim/indicators';

/** The score so far: on the city's own claims. */
export const CLAIMED: ScoreOptions = { basis: 'claimed' };

/** What is shown of the score of an index or indicator. */
export interface AreaScore {
  readonly id: Id;
  /** A whole percentage; absent when there is no score. */
  readonly value?: number;
  /** What is still possible; absent when no completion of the open answers gives it a score. */
  readonly interval?: Interval;
}

/** The scores of all indices and indicators. */
export type Scores = readonly AreaScore[];

/** Why something that is worked out beside the page is not known: it comes in a moment, or can't be worked out here. */
export type Lacking = 'coming' | 'failed';

/** The score of an index or indicator of the version. */
export function scoreIn(scores: Scores | Lacking, id: Id): AreaScore | Lacking {
  return typeof scores === 'string' ? scores : (scores.find((each) => each.id === id) ?? { id });
}

/** What is shown of a score. */
export function toShow(score: IndicatorScore | MeanScore): AreaScore {
  const value = percent(score);
  return {
    id: score.id,
    ...(value !== undefined && { value }),
    ...(score.interval && { interval: score.interval }),
  };
}
