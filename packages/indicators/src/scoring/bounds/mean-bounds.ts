import type { CompiledMean } from '../../definition/compiled.js';
import type { Id } from '../../definition/identity.js';
import type { BoundReason } from '../score.js';
import { weightedMean } from '../weighted-mean.js';
import type { Component } from './components.js';
import type { Enumerated } from './enumerate.js';
import { standingAt, type Standing } from './extreme-ratio.js';
import type { Outcomes } from './outcomes.js';
import type { Dropped, Possible } from './indicator-bounds.js';

/** A member of a mean with a score in some completion. */
interface Term {
  readonly of: Id;
  readonly low: number;
  readonly high: number;
  readonly weight: number;
  /** It has none in others, and its weight falls away. */
  readonly mayBeDropped: boolean;
}

/** What bounds of areas are taken from: those of their members, and which indicators each area is made of. */
export interface Known {
  readonly possible: ReadonlyMap<Id, Possible>;
  /** By composite, once for each way in which it is part of it; an indicator consists of itself. */
  readonly madeOf: ReadonlyMap<Id, readonly Id[]>;
  readonly comesTo: (component: Component) => Enumerated;
  /** The components with something of an indicator in them. */
  readonly dependOn: (indicator: Id) => readonly Component[];
}

/**
 * The bounds of a mean from those of its members: all of them at their low or high, and of those that may be without a
 * score the ones that make it lower or higher. Exact when each member can be at its bound, or dropped, whatever the
 * others are: when no component of open answers touches two of the indicators it is made of, or one state of it suits both.
 */
export function meanBounds(mean: CompiledMean, known: Known): Possible {
  const members = mean.members.flatMap(({ of, weight }) => {
    const possible = known.possible.get(of);
    return possible ? [{ of, possible, weight }] : [];
  });
  const terms = members.flatMap(({ of, possible: { interval, mayLack }, weight }): Term[] =>
    interval ? [{ of, low: interval.low, high: interval.high, weight, mayBeDropped: mayLack }] : [],
  );
  const waits = members.some(({ possible }) => possible.mayBeMissed);
  const mayBeShort = mean.coverageToScore > 0 && waits;
  const dependsOn = new Set(members.flatMap(({ possible }) => [...possible.dependsOn]));
  const mayBeMissed = members.some(({ possible }) => possible.mayBeMissed);
  if (terms.length === 0) return { mayLack: true, mayBeMissed, dependsOn };
  const [lowest, highest] = [extremeOf(terms, 'low'), extremeOf(terms, 'high')];
  const dropped = {
    least: droppedFrom(mean, known, lowest, 'least'),
    most: droppedFrom(mean, known, highest, 'most'),
  };
  const reasons = new Set(members.flatMap(({ possible }) => possible.interval?.reasons ?? []));
  if (mayBeShort) reasons.add('coverage');
  if (isLinked(mean, known, dropped)) reasons.add('linked');
  return {
    interval: {
      low: meanOf(terms, lowest, 'low'),
      high: meanOf(terms, highest, 'high'),
      exact: reasons.size === 0,
      reasons: [...reasons] satisfies BoundReason[],
    },
    mayLack: mayBeShort || terms.every(({ mayBeDropped }) => mayBeDropped),
    mayBeMissed,
    dependsOn,
    dropped,
  };
}

/** The indicators that fall away, on one way at least, where a mean is at its bound. */
function droppedFrom(
  mean: CompiledMean,
  { possible, madeOf }: Known,
  kept: ReadonlySet<Term>,
  bound: 'least' | 'most',
): ReadonlySet<Id> {
  const ids = new Set([...kept].map(({ of }) => of));
  return new Set(
    mean.members.flatMap(({ of }) =>
      ids.has(of) ? [...(possible.get(of)?.dropped?.[bound] ?? [])] : (madeOf.get(of) ?? [of]),
    ),
  );
}

/** Whether the indicators that a mean is made of can't all be at their bounds, or dropped, whatever the others are. */
function isLinked(mean: CompiledMean, known: Known, dropped: Dropped): boolean {
  const touched = new Map<Component, Set<Id>>();
  const met = new Set<Id>();
  for (const id of mean.members.flatMap(({ of }) => known.madeOf.get(of) ?? [of])) {
    const indicator = known.possible.get(id);
    if (indicator?.interval === undefined && indicator?.mayBeMissed !== true) continue;
    // Reached on two ways, it is at one bound for both, but can't be dropped for one and kept for the other.
    if (met.has(id) && (dropped.least.has(id) || dropped.most.has(id))) return true;
    met.add(id);
    for (const component of indicator.dependsOn)
      touched.set(component, (touched.get(component) ?? new Set()).add(id));
  }
  const shared = new Map([...touched].filter(([, ids]) => ids.size > 1));
  return (['least', 'most'] as const).some((bound) =>
    [...shared].some(
      ([component, ids]) =>
        [...ids].some((id) => dropped[bound].has(id)) || !agrees(component, ids, bound, known, shared),
    ),
  );
}

/** Whether one state of a component has all these indicators at their bound at once. */
function agrees(
  component: Component,
  ids: ReadonlySet<Id>,
  bound: 'least' | 'most',
  { possible, comesTo, dependOn }: Known,
  shared: ReadonlyMap<Component, unknown>,
): boolean {
  const { together = [], byIndicator } = comesTo(component);
  const at = (id: Id, these: Outcomes | undefined, those: Outcomes | undefined): Standing | undefined => {
    const ratio = possible.get(id)?.[bound];
    return ratio && these && those && standingAt(these, those, ratio, bound);
  };
  // What else gives the indicator a score at its bound: then this component need not.
  const isCarried = (id: Id): boolean =>
    dependOn(id).some((other) => {
      const all = shared.has(other) ? undefined : comesTo(other).byIndicator.get(id);
      return at(id, all, all)?.counts === true;
    });
  return together.some((state) =>
    [...ids].every((id) => {
      const standing = at(id, state.get(id), byIndicator.get(id));
      return standing?.counts === true || (standing?.isAsGood === true && isCarried(id));
    }),
  );
}

/**
 * The terms of the least or the greatest weighted mean: all that stay, and those of the others that make it no worse.
 *
 * Adding a term moves a mean towards it. So at the greatest, every term above it is in and every one below is out: taken
 * from the best down, while each is better than what is reached so far, they arrive there.
 */
function extremeOf(terms: readonly Term[], bound: 'low' | 'high'): ReadonlySet<Term> {
  const isAsGoodAs = (a: number, b: number): boolean => (bound === 'high' ? a >= b : a <= b);
  const chosen = new Set(terms.filter(({ mayBeDropped }) => !mayBeDropped));
  const rest = terms
    .filter(({ mayBeDropped }) => mayBeDropped)
    .sort((a, b) => (bound === 'high' ? b.high - a.high : a.low - b.low));
  for (const term of rest) {
    if (chosen.size > 0 && !isAsGoodAs(term[bound], meanOf(terms, chosen, bound))) break;
    chosen.add(term);
  }
  return chosen;
}

/** In the order given, id order, in which means are summed. */
function meanOf(terms: readonly Term[], chosen: ReadonlySet<Term>, bound: 'low' | 'high'): number {
  return weightedMean(
    terms.filter((term) => chosen.has(term)).map((term) => ({ value: term[bound], weight: term.weight })),
  );
}
