import type { Instant } from './identity.js';

const DAY_MS = 86_400_000;
const PARTS = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{3})Z$/;

/** Whole days from one instant to another, rounded down; 0 when the second is not later. */
export function daysBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.floor((milliseconds(to) - milliseconds(from)) / DAY_MS));
}

/** Milliseconds since 1 March of year 0. Counted from the text alone: `Date` would read a clock and a zone as well. */
function milliseconds(instant: Instant): number {
  const parts = PARTS.exec(instant);
  if (!parts) throw new RangeError(`Not an instant in UTC: ${instant}`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, thousandth = 0] = parts
    .slice(1)
    .map(Number);
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + thousandth;
  return daysFromMarch(month > 2 ? year : year - 1, (month + 9) % 12, day) * DAY_MS + time;
}

/** A year that begins in March ends with its leap day, so months and years add up without a case for it. */
function daysFromMarch(year: number, month: number, day: number): number {
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor((153 * month + 2) / 5) + day - 1;
}
