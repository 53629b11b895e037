import type { CompiledMean } from '../../definition/compiled.js';
import type { Id } from '../../definition/identity.js';
import type { BoundReason } from '../score.js';
import { weightedMean } from '../weighted-mean.js';
import type { Component } from './components.js';
import type { Possible } from './indicator-bounds.js';

/** A member of a mean with a score in some completion. */
interface Term {
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
}

/**
 * The bounds of a mean from those of its members: all of them at their low or high, and of those that may be without a
 * score the ones that make it lower or higher. Exact when each member can be at its bound, or dropped, whatever the
 * others are: when no component of open answers touches two of the indicators it is made of.
 */
export function meanBounds(mean: CompiledMean, known: Known): Possible {
  const members = mean.members.flatMap(({ of, weight }) => {
    const possible = known.possible.get(of);
    return possible ? [{ possible, weight }] : [];
  });
  const terms = members.flatMap(({ possible: { interval, mayLack }, weight }): Term[] =>
    interval ? [{ low: interval.low, high: interval.high, weight, mayBeDropped: mayLack }] : [],
  );
  const waits = members.some(({ possible }) => possible.mayBeMissed);
  const mayBeShort = mean.coverageToScore > 0 && waits;
  const dependsOn = new Set(members.flatMap(({ possible }) => [...possible.dependsOn]));
  const mayBeMissed = members.some(({ possible }) => possible.mayBeMissed);
  if (terms.length === 0) return { mayLack: true, mayBeMissed, dependsOn };
  const reasons = new Set(members.flatMap(({ possible }) => possible.interval?.reasons ?? []));
  if (mayBeShort) reasons.add('coverage');
  if (isLinked(mean, known)) reasons.add('linked');
  return {
    interval: {
      low: extremeMean(terms, 'low'),
      high: extremeMean(terms, 'high'),
      exact: reasons.size === 0,
      reasons: [...reasons] satisfies BoundReason[],
    },
    mayLack: mayBeShort || terms.every(({ mayBeDropped }) => mayBeDropped),
    mayBeMissed,
    dependsOn,
  };
}

/** Whether the indicators that a mean is made of can't all be at their bounds, or dropped, whatever the others are. */
function isLinked(mean: CompiledMean, { possible, madeOf }: Known): boolean {
  const touched = new Map<Component, Id>();
  const met = new Set<Id>();
  for (const id of mean.members.flatMap(({ of }) => madeOf.get(of) ?? [of])) {
    const indicator = possible.get(id);
    if (indicator === undefined) continue;
    // Reached on two ways, it is at one bound for both, but can't be dropped for one and kept for the other.
    if (met.has(id) && indicator.mayLack && indicator.interval) return true;
    met.add(id);
    for (const component of indicator.dependsOn) {
      const other = touched.get(component);
      if (other !== undefined && other !== id) return true;
      touched.set(component, id);
    }
  }
  return false;
}

/**
 * The least or the greatest weighted mean of all terms that stay and those of the others that make it so.
 *
 * Adding a term moves a mean towards it. So at the greatest, every term above it is in and every one below is out: taken
 * from the best down, while each is better than what is reached so far, they arrive there.
 */
function extremeMean(terms: readonly Term[], bound: 'low' | 'high'): number {
  const isBetter = (a: number, b: number): boolean => (bound === 'high' ? a > b : a < b);
  const chosen = new Set(terms.filter(({ mayBeDropped }) => !mayBeDropped));
  const rest = terms
    .filter(({ mayBeDropped }) => mayBeDropped)
    .sort((a, b) => (bound === 'high' ? b.high - a.high : a.low - b.low));
  for (const term of rest) {
    if (chosen.size > 0 && !isBetter(term[bound], meanOf(terms, chosen, bound))) break;
    chosen.add(term);
  }
  return meanOf(terms, chosen, bound);
}

/** In the order given, id order, in which means are summed. */
function meanOf(terms: readonly Term[], chosen: ReadonlySet<Term>, bound: 'low' | 'high'): number {
  return weightedMean(
    terms.filter((term) => chosen.has(term)).map((term) => ({ value: term[bound], weight: term.weight })),
  );
}
