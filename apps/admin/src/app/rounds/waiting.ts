import { isOpen, waitingOf, type AssessmentState, type RoundRow, type Waiting } from '@kilim/contracts';

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

/** A deadline that is still to come, and the cities that have to submit until then. */
export interface UpcomingDeadline {
  readonly localTime: string;
  readonly zone: string;
  readonly cities: readonly string[];
}

const ANSWERING: readonly AssessmentState[] = ['invited', 'inProgress'];

/** The deadlines ahead of cities that have not submitted yet, soonest first. */
export function upcomingDeadlines(rows: readonly RoundRow[], now: string): readonly UpcomingDeadline[] {
  const open = rows
    .filter((row) => ANSWERING.includes(row.state) && isOpen(row.deadline, now))
    .sort((a, b) => (a.deadline.instant < b.deadline.instant ? -1 : 1));
  const byMoment = new Map<string, UpcomingDeadline>();
  for (const { deadline, city } of open) {
    const key = `${deadline.localTime} ${deadline.zone}`;
    const { localTime, zone } = deadline;
    byMoment.set(key, { localTime, zone, cities: [...(byMoment.get(key)?.cities ?? []), city.name] });
  }
  return [...byMoment.values()];
}
