import { isOpen, takesAnswers, waitsFor, type AssessmentState, type RoundRow } from '@kilim/contracts';

const DAY_MS = 86_400_000;
/** A city is quiet after a week without a change; a deadline is near three days before. */
const QUIET_DAYS = 7;
const NEAR_DAYS = 3;
/** Somebody whose move it is takes long after five days. */
const LONG_DAYS = 5;

/** Whose move it can be. */
export const WAITING_ON = ['city', 'expert', 'coordinator', 'nobody'] as const satisfies readonly ReturnType<
  typeof waitsFor
>[];

/** What can be unusual about it, the most urgent first. */
export const WAITING_REASONS = ['overdue', 'near', 'unassigned', 'quiet', 'long'] as const;

/** Whose move it is in one assessment, for how long, and whether that is a reason to act. */
export interface Waiting {
  readonly on: ReturnType<typeof waitsFor>;
  /**
   * | reason | |
   * |---|---|
   * | `overdue` | the deadline has passed and the city has not submitted |
   * | `near` | the deadline is at most three days away |
   * | `quiet` | the city has changed nothing for a week or more |
   * | `unassigned` | no expert has been assigned |
   * | `long` | it has been their move for five days or more |
   * | `none` | nothing unusual |
   */
  readonly reason: (typeof WAITING_REASONS)[number] | 'none';
  /** Whole days that the reason speaks of: since, or (near) until. */
  readonly days: number;
  readonly urgency: 0 | 1 | 2;
}

/** Whose move it is, and how urgent. `now` is the server's clock. */
export function waitingOf(row: RoundRow, now: string): Waiting {
  const on = waitsFor(row.state);
  switch (on) {
    case 'city':
      return takesAnswers(row.state) ? cityWaiting(row, now) : long(row, on, now);
    case 'expert': {
      const days = daysBetween(row.stateSince, now);
      return row.experts.length === 0 ? { on, reason: 'unassigned', days, urgency: 2 } : long(row, on, now);
    }
    case 'coordinator':
    case 'nobody':
      return { on, reason: 'none', days: daysBetween(row.stateSince, now), urgency: 0 };
  }
}

/** It has been their move for a while, or not yet. */
function long(row: RoundRow, on: Waiting['on'], now: string): Waiting {
  const days = daysBetween(row.stateSince, now);
  const isLong = days >= LONG_DAYS;
  return { on, reason: isLong ? 'long' : 'none', days, urgency: isLong ? 1 : 0 };
}

function cityWaiting(row: RoundRow, now: string): Waiting {
  const on = 'city';
  if (!isOpen(row.deadline, now))
    return { on, reason: 'overdue', days: daysBetween(row.deadline.instant, now), urgency: 2 };
  const left = daysBetween(now, row.deadline.instant);
  const quiet = daysBetween(row.lastActivityAt ?? row.stateSince, now);
  if (left <= NEAR_DAYS) return { on, reason: 'near', days: left, urgency: 2 };
  if (quiet >= QUIET_DAYS) return { on, reason: 'quiet', days: quiet, urgency: 1 };
  return { on, reason: 'none', days: quiet, urgency: 0 };
}

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

/** Whole days from one instant to another, rounded down; 0 when the second is not later. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS));
}
