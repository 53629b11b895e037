import type { Deadline } from '@kilim/contracts';
import { DateTime } from 'luxon';

const LAST_OF_MINUTE_MS = 59_999;

/**
 * A deadline from what the clock on the wall shows: the whole of that minute is in time. An hour that is skipped in
 * spring counts as the one after; of one that comes twice in autumn the second is meant, so that nobody is late by a clock that shows the time.
 *
 * @param localTime `2026-04-14T23:59`
 * @param zone      IANA name
 * @throws Error when there is no such time or zone
 */
export function deadlineAt(localTime: string, zone: string): Deadline {
  const moment = DateTime.fromISO(localTime, { zone });
  if (!moment.isValid)
    throw new Error(`There is no ${localTime} in ${zone}: ${moment.invalidExplanation ?? ''}`);
  const starts = moment.getPossibleOffsets().map((each) => each.toMillis());
  return { localTime, zone, instant: new Date(Math.max(...starts) + LAST_OF_MINUTE_MS).toISOString() };
}
