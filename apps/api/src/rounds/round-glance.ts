import {
  deadlinesAhead,
  hasLeft,
  waitingOf,
  waitsFor,
  type Instant,
  type RoundGlance,
  type WaitingFacts,
} from '@kilim/contracts';
import type { Progress } from '@kilim/indicators';

/** A city of a round as far as a glance needs it. */
export interface GlanceCity extends WaitingFacts {
  /** Absent when nothing was worked out yet. */
  readonly total: Progress | undefined;
}

/** How a round is getting on; depends on nothing but the arguments. `now` is the server's clock. */
export function roundGlance(cities: readonly GlanceCity[], now: Instant): RoundGlance {
  const there = cities.filter(({ state }) => !hasLeft(state));
  const waits: RoundGlance['waits'] = {};
  for (const city of there.filter(({ state }) => waitsFor(state) !== 'nobody')) {
    const { reason } = waitingOf(city, now);
    if (reason !== 'none') waits[reason] = (waits[reason] ?? 0) + 1;
  }
  const sum = (part: (total: Progress) => number): number =>
    there.reduce((whole, { total }) => whole + (total ? part(total) : 0), 0);
  const [next] = there
    .flatMap((city) => deadlinesAhead(city, now).map(({ due }) => due))
    .sort((a, b) => (a.instant < b.instant ? -1 : 1));
  const last = there
    .flatMap(({ lastActivityAt }) => lastActivityAt ?? [])
    .sort()
    .at(-1);
  return {
    asked: sum(({ asked }) => asked),
    done: sum(({ answered, notApplicable }) => answered + notApplicable),
    requiredOpen: sum(({ requiredOpen }) => requiredOpen),
    waits,
    ...(next && { nextDeadline: next }),
    ...(last !== undefined && { lastActivityAt: last }),
  };
}
