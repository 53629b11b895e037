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

/** When what happens, in days before the demonstration is made; three days apart, so that weekends mix nothing up. */
export const DAYS_AGO = {
  /** From its first answer to submitting; one is not there yet. */
  work: {
    inProgress: { from: 31, to: -1 },
    submitted: { from: 39, to: 8 },
    underVerification: { from: 40, to: 14 },
    clarification: { from: 42, to: 22 },
    verified: { from: 41, to: 16 },
    agreed: { from: 43, to: 26 },
    published: { from: 43, to: 26 },
    withdrawn: { from: 38, to: 22 },
  },
  /** The experts' findings. */
  verifying: {
    underVerification: { from: 9, to: 1 },
    clarification: { from: 18, to: 9 },
    verified: { from: 12, to: 5 },
    agreed: { from: 22, to: 14 },
    published: { from: 22, to: 14 },
  },
  /** What city, expert and coordinator still do: questions, replies, agreeing, publishing, leaving. */
  closing: {
    clarification: { from: 5, to: 1 },
    verified: { from: 2, to: 2 },
    agreed: { from: 10, to: 6 },
    published: { from: 10, to: 3 },
    declined: { from: 33, to: 33 },
    withdrawn: { from: 15, to: 15 },
  },
} as const;
