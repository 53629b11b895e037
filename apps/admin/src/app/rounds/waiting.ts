import { deadlinesAhead, waitingOf, type DeadlineAhead, type RoundRow, type Waiting } from '@kilim/contracts';

/** Those for whom somebody waits, the most urgent first, then who has been waited for longest, then by name. */
export function whoWaits(
  rows: readonly RoundRow[],
  now: string,
): readonly { readonly row: RoundRow; readonly waiting: Waiting }[] {
  return rows
    .map((row) => ({ row, waiting: waitingOf(row, now) }))
    .filter(({ waiting }) => waiting.on !== 'nobody')
    .sort(
      (a, b) =>
        b.waiting.urgency - a.waiting.urgency ||
        b.waiting.days - a.waiting.days ||
        (a.row.city.name < b.row.city.name ? -1 : 1),
    );
}

/** A deadline that is still to come, and the cities that have to submit until then, or to reply to an expert. */
export interface UpcomingDeadline {
  readonly kind: DeadlineAhead['kind'];
  readonly localTime: string;
  readonly zone: string;
  readonly cities: readonly string[];
}

/** The deadlines ahead, soonest first: of cities that have not submitted yet, and of those that an expert asks. */
export function upcomingDeadlines(rows: readonly RoundRow[], now: string): readonly UpcomingDeadline[] {
  const open = rows
    .flatMap((row) => deadlinesAhead(row, now).map((ahead) => ({ ...ahead, row })))
    .sort((a, b) => (a.due.instant < b.due.instant ? -1 : 1));
  const byMoment = new Map<string, UpcomingDeadline>();
  for (const { kind, due, row } of open) {
    const { localTime, zone } = due;
    const key = `${kind} ${localTime} ${zone}`;
    const cities = new Set(byMoment.get(key)?.cities).add(row.city.name);
    byMoment.set(key, { kind, localTime, zone, cities: [...cities] });
  }
  return [...byMoment.values()];
}
