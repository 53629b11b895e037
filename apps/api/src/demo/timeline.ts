import type { Instant } from '@kilim/contracts';
import { later } from '../config/clock.js';
import { Seeded } from './seeded.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The last thing that happened is never more recent than this. */
const REST_MS = 3 * HOUR_MS;

/**
 * Moments of office work, in rising order: spread over a span of days before now, on weekdays between seven and four
 * o'clock UTC.
 *
 * @param from how many days ago it began
 * @param to   how many days ago it ended
 */
export function officeMoments(
  count: number,
  {
    now,
    from,
    to,
    seed,
  }: { readonly now: Instant; readonly from: number; readonly to: number; readonly seed: string },
): readonly Instant[] {
  const seeded = new Seeded(seed);
  const latest = later(now, -REST_MS);
  return Array.from({ length: count }, (_each, index) => {
    const daysAgo = from + ((to - from) * index) / Math.max(1, count - 1);
    const moment = atOffice(later(now, -daysAgo * DAY_MS), seeded.between(7, 16));
    return moment < latest ? moment : latest;
  }).sort();
}

/** The same day, or the Friday or Monday beside it, at an hour. */
function atOffice(moment: Instant, hour: number): Instant {
  const day = new Date(moment);
  const weekday = day.getUTCDay();
  const shift = weekday === 6 ? -1 : weekday === 0 ? 1 : 0;
  const midnight = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + shift);
  return new Date(midnight + Math.floor(hour * HOUR_MS)).toISOString();
}
