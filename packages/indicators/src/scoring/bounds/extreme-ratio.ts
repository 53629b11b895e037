import type { Outcomes } from './outcomes.js';

/** A numerator and a denominator. */
export interface Sums {
  readonly points: number;
  readonly size: number;
}

/** The better outcome of each kind: with something that applies in it, and without. */
interface Best {
  readonly applying: Sums | undefined;
  readonly idle: Sums | undefined;
}

/**
 * The least or the greatest that Σ points ÷ Σ size can be over all outcomes in which something applies and the size is
 * above 0, by its two sums; undefined when there are none.
 *
 * After Dinkelbach (1967): with a ratio λ at hand, look for the outcome with the greatest Σ points − λ × Σ size. That is
 * a plain sum, so each part chooses for itself. If it is above 0 its ratio is above λ and becomes the next λ; if not,
 * none is better. Ratios rise strictly and there are finitely many; a handful of rounds is enough. Whole numbers are
 * compared exactly.
 */
export function extremeRatio(outcomes: Outcomes, bound: 'least' | 'most'): Sums | undefined {
  // No ratio lies beyond [0, 1]: whatever has a size is better than this.
  let ratio: Sums = bound === 'most' ? { points: -1, size: 1 } : { points: 2, size: 1 };
  let best: Sums | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = bestOf(outcomes, { bound, ratio, known: new Map() }).applying;
    if (next === undefined || compare(next, ZERO, ratio, bound) <= 0) return best;
    best = next;
    ratio = reduced(next);
  }
  return best;
}

/** Far more than are ever needed: only float noise along a curve could go in circles. */
const ROUNDS = 1000;

/** How good the best of some outcomes is at a ratio, beside the best of others. */
export interface Standing {
  /** As good. */
  readonly isAsGood: boolean;
  /** So is one that counts: with it the whole has a score, whatever its other parts come to. */
  readonly counts: boolean;
}

/** Compares the best of these outcomes with the best of those. */
export function standingAt(these: Outcomes, those: Outcomes, ratio: Sums, bound: 'least' | 'most'): Standing {
  const search: Search = { bound, ratio: reduced(ratio), known: new Map() };
  const own = bestOf(these, search);
  const all = bestOf(those, search);
  const best = better(all.applying, all.idle, search);
  const reaches = (sums: Sums | undefined): boolean =>
    sums !== undefined && best !== undefined && compare(sums, best, search.ratio, bound) >= 0;
  return {
    isAsGood: reaches(better(own.applying, own.idle, search)),
    counts: own.applying !== undefined && own.applying.size > 0 && reaches(own.applying),
  };
}

const ZERO: Sums = { points: 0, size: 0 };

interface Search {
  readonly bound: 'least' | 'most';
  readonly ratio: Sums;
  readonly known: Map<Outcomes, Best>;
}

function bestOf(outcomes: Outcomes, search: Search): Best {
  if (outcomes.kind === 'outcome') {
    const { size, applies } = outcomes.outcome;
    const sums = { points: outcomes.outcome[search.bound], size };
    return applies ? { applying: sums, idle: undefined } : { applying: undefined, idle: sums };
  }
  const before = search.known.get(outcomes);
  if (before) return before;
  let best: Best = { applying: undefined, idle: outcomes.kind === 'all' ? ZERO : undefined };
  for (const each of outcomes.of) {
    const next = bestOf(each, search);
    best = outcomes.kind === 'all' ? both(best, next, search) : either(best, next, search);
  }
  search.known.set(outcomes, best);
  return best;
}

function either(a: Best, b: Best, search: Search): Best {
  return {
    applying: better(a.applying, b.applying, search),
    idle: better(a.idle, b.idle, search),
  };
}

function both(a: Best, b: Best, search: Search): Best {
  const one = better(added(a.applying, b.applying), added(a.applying, b.idle), search);
  return {
    applying: better(one, added(a.idle, b.applying), search),
    idle: added(a.idle, b.idle),
  };
}

function added(a: Sums | undefined, b: Sums | undefined): Sums | undefined {
  return a && b && { points: a.points + b.points, size: a.size + b.size };
}

function better(a: Sums | undefined, b: Sums | undefined, { ratio, bound }: Search): Sums | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compare(b, a, ratio, bound) > 0 ? b : a;
}

/** Above 0 when the first is better at a ratio: when (a − b)'s points − ratio × size is above 0, or for `least` below. */
function compare(a: Sums, b: Sums, ratio: Sums, bound: 'least' | 'most'): number {
  const sign = compareProducts(a.points - b.points, ratio.size, ratio.points, a.size - b.size);
  return bound === 'most' ? sign : -sign;
}

/** The sign of a × b − c × d, exactly so for whole numbers. */
function compareProducts(a: number, b: number, c: number, d: number): number {
  const [one, other] = [a * b, c * d];
  const isExact = Math.abs(one) <= Number.MAX_SAFE_INTEGER && Math.abs(other) <= Number.MAX_SAFE_INTEGER;
  if (isExact || ![a, b, c, d].every(Number.isSafeInteger)) return Math.sign(one - other);
  const difference = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

/** In lowest terms, so that products stay small; as it is along a curve. */
function reduced(sums: Sums): Sums {
  if (!Number.isSafeInteger(sums.points)) return sums;
  let [a, b] = [sums.size, sums.points];
  while (b !== 0) [a, b] = [b, a % b];
  return { points: sums.points / a, size: sums.size / a };
}
