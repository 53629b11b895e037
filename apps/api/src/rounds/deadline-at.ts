import type { Deadline } from '@kilim/contracts';
import { DateTime } from 'luxon';

/**
 * A deadline from what the clock on the wall shows: the whole of that minute is in time. An hour that is skipped in
 * spring counts as the one after; of one that comes twice in autumn the first is meant.
 *
 * @param localTime `2026-04-14T23:59`
 * @param zone      IANA name
 * @throws Error when there is no such time or zone
 */
export function deadlineAt(localTime: string, zone: string): Deadline {
  const moment = DateTime.fromISO(localTime, { zone });
  if (!moment.isValid)
    throw new Error(`There is no ${localTime} in ${zone}: ${moment.invalidExplanation ?? ''}`);
  return { localTime, zone, instant: moment.endOf('minute').toJSDate().toISOString() };
}
