import * as z from 'zod';
import { takesAnswers, waitsFor, type AssessmentState } from './assessment-state.js';
import { isOpen, type Deadline } from './deadline.js';
import { daysBetween } from './days-between.js';
import type { Instant } from './identity.js';

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
export const WaitingReason = z
  .enum(['overdue', 'near', 'unassigned', 'quiet', 'long'])
  .meta({ id: 'WaitingReason' });
export type WaitingReason = z.infer<typeof WaitingReason>;

/** What of an assessment decides for whom one waits. */
export interface WaitingFacts {
  readonly state: AssessmentState;
  readonly stateSince: Instant;
  readonly deadline: Deadline;
  /** Until when the city is to answer what experts ask of it, the soonest first. */
  readonly replies: readonly Deadline[];
  /** Absent when nothing has happened yet. */
  readonly lastActivityAt?: Instant | undefined;
  /** Experts assigned to it, or to its round. */
  readonly experts: readonly string[];
}

/** What a city has to do until a deadline. */
export interface DeadlineAhead {
  readonly kind: 'submit' | 'reply';
  readonly due: Deadline;
}

/** The deadlines of a city that are still to come: to submit, and to reply to what experts ask. */
export function deadlinesAhead(
  { state, deadline, replies }: Pick<WaitingFacts, 'state' | 'deadline' | 'replies'>,
  now: string,
): readonly DeadlineAhead[] {
  const all: readonly DeadlineAhead[] = [
    ...(takesAnswers(state) ? [{ kind: 'submit' as const, due: deadline }] : []),
    ...replies.map((due) => ({ kind: 'reply' as const, due })),
  ];
  return all.filter(({ due }) => isOpen(due, now));
}

/** Whose move it is in one assessment, for how long, and whether that is a reason to act. */
export interface Waiting {
  readonly on: ReturnType<typeof waitsFor>;
  /**
   * | reason | |
   * |---|---|
   * | `overdue` | the deadline has passed and the city has not submitted, or not replied |
   * | `near` | that deadline is at most three days away |
   * | `quiet` | the city has changed nothing for a week or more |
   * | `unassigned` | no expert has been assigned |
   * | `long` | it has been their move for five days or more |
   * | `none` | nothing unusual |
   */
  readonly reason: WaitingReason | 'none';
  /** Whole days that the reason speaks of: since, or (near) until. */
  readonly days: number;
  readonly urgency: 0 | 1 | 2;
}

/** Whose move it is, and how urgent. `now` is the server's clock. */
export function waitingOf(row: WaitingFacts, now: string): Waiting {
  const on = waitsFor(row.state);
  switch (on) {
    case 'city': {
      const due = takesAnswers(row.state) ? row.deadline : row.replies[0];
      return due === undefined ? long(row, on, now) : cityWaiting(row, due, now);
    }
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
function long(row: WaitingFacts, on: Waiting['on'], now: string): Waiting {
  const days = daysBetween(row.stateSince, now);
  const isLong = days >= LONG_DAYS;
  return { on, reason: isLong ? 'long' : 'none', days, urgency: isLong ? 1 : 0 };
}

function cityWaiting(row: WaitingFacts, due: Deadline, now: string): Waiting {
  const on = 'city';
  if (!isOpen(due, now)) return { on, reason: 'overdue', days: daysBetween(due.instant, now), urgency: 2 };
  const left = daysBetween(now, due.instant);
  const quiet = daysBetween(row.lastActivityAt ?? row.stateSince, now);
  if (left <= NEAR_DAYS) return { on, reason: 'near', days: left, urgency: 2 };
  if (quiet >= QUIET_DAYS) return { on, reason: 'quiet', days: quiet, urgency: 1 };
  return { on, reason: 'none', days: quiet, urgency: 0 };
}
