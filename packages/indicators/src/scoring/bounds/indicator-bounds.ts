import type { Id } from '../../definition/identity.js';
import type { BoundReason, Interval } from '../score.js';
import type { Component } from './components.js';
import { extremeRatio, type Sums } from './extreme-ratio.js';
import { allOf, kindsOf, type Outcomes } from './outcomes.js';

/** What the completions of the open answers can make of an indicator or mean. */
export interface Possible {
  /** Absent when no completion has a score. */
  readonly interval?: Interval;
  /** True when some completion leaves it without a score. */
  readonly mayLack: boolean;
  /** True when it then stands as unanswered in some completion: a mean with minimum coverage waits for it. */
  readonly mayBeMissed: boolean;
  /** Of an indicator, the sums that its bounds are the quotients of. */
  readonly least?: Sums;
  readonly most?: Sums;
  /** Of a mean. */
  readonly dropped?: Dropped;
  /** The components that something about it depends on. */
  readonly dependsOn: ReadonlySet<Component>;
}

/** The indicators that fall away where a mean is at its least and at its most. */
export interface Dropped {
  readonly least: ReadonlySet<Id>;
  readonly most: ReadonlySet<Id>;
}

/** A component with what it can come to in an indicator. */
export interface ComponentPart {
  readonly component: Component;
  readonly outcomes: Outcomes;
  readonly reasons: readonly BoundReason[];
}

/** The bounds of an indicator: the extremes of Σ points ÷ Σ attainable over what its components can come to. */
export function indicatorBounds(parts: readonly ComponentPart[]): Possible {
  const open = parts.filter(({ outcomes }) => !isOne(outcomes));
  const whole = allOf(parts.map(({ outcomes }) => outcomes));
  const { canScore, canBeAbsent, canBeMissed } = kindsOf(whole);
  const [least, most] = [extremeRatio(whole, 'least'), extremeRatio(whole, 'most')];
  const reasons = [...new Set(open.flatMap((part) => part.reasons))];
  return {
    ...(least &&
      most && {
        interval: {
          low: Math.max(0, least.points / least.size),
          high: Math.min(1, most.points / most.size),
          exact: reasons.length === 0,
          reasons,
        },
      }),
    ...(least && { least }),
    ...(most && { most }),
    mayLack: !canScore || canBeAbsent || canBeMissed,
    mayBeMissed: canBeMissed,
    dependsOn: new Set(open.map(({ component }) => component)),
  };
}

/** Whether there is only one thing that it can come to. */
function isOne(outcomes: Outcomes): boolean {
  return outcomes.kind === 'outcome' && outcomes.outcome.least === outcomes.outcome.most;
}
