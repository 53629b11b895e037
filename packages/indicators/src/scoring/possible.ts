import type { Interval, Score } from './score.js';

/** What the completions of the open answers can make of an indicator or mean. */
export interface Possible {
  /** Absent when no completion has a score. */
  readonly interval?: Interval;
  /** True when every completion has a score. */
  readonly isSure: boolean;
  /** True when some completion leaves it unanswered: it then counts among what a mean with minimum coverage needs. */
  readonly mayBeMissed: boolean;
}

/** Nothing that could come gives a score. */
export const IMPOSSIBLE: Possible = { isSure: false, mayBeMissed: false };

/** The interval of an area, with its present score in it: that is one of the completions, whatever float noise says. */
export function intervalOf({ interval }: Possible, score: Score): { readonly interval?: Interval } {
  if (interval === undefined) return {};
  if (score.kind !== 'scored') return { interval };
  return {
    interval: { low: Math.min(interval.low, score.value), high: Math.max(interval.high, score.value) },
  };
}
