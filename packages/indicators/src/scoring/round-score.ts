import type { Interval } from './score.js';
import type { IndicatorScore, MeanScore } from './scorecard.js';

/** The precision to which means are held to be equal, and to which they are snapped before rounding (decision 8). */
const SNAP = 1e12;

/**
 * A score as a whole percentage, 0 to 100, rounded half up: an indicator's from its exact integers, a mean's and that of
 * an indicator with an interpolated question from its value snapped to 1e-12. Undefined when there is no score. The only place where a score is rounded.
 */
export function percent(score: IndicatorScore | MeanScore): number | undefined {
  if (score.score.kind !== 'scored') return undefined;
  if (!('numerator' in score) || score.arithmetic === 'floating') return percentOf(score.score.value);
  // Sums of millionths times 200 may pass 2^53.
  const [numerator, denominator] = [BigInt(score.numerator), BigInt(score.denominator)];
  return Number((200n * numerator + denominator) / (2n * denominator));
}

/** Which way a fraction goes when it falls between two whole percentages. */
export type Rounding = 'halfUp' | 'down' | 'up';

/** A fraction, snapped to 1e-12, as a whole percentage. */
export function percentOf(value: number, rounding: Rounding = 'halfUp'): number {
  const parts = Math.round(value * SNAP) * 100;
  const whole = Math.floor(parts / SNAP);
  const rest = parts - whole * SNAP;
  switch (rounding) {
    case 'halfUp':
      return rest * 2 >= SNAP ? whole + 1 : whole;
    case 'down':
      return whole;
    case 'up':
      return rest > 0 ? whole + 1 : whole;
  }
}

type Ends = Pick<Interval, 'low' | 'high'>;

/** Bounds as whole percentages, rounded outwards: what is shown never looks narrower than it is. */
export function percentInterval(interval: Ends): Ends {
  return { low: percentOf(interval.low, 'down'), high: percentOf(interval.high, 'up') };
}
