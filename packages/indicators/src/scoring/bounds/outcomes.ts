/** What a part of an indicator adds to its two sums in one outcome. */
export interface Outcome {
  /** Points × weight: the fewest and the most with otherwise the same answers. */
  readonly least: number;
  readonly most: number;
  /** Attainable × weight. */
  readonly size: number;
  /** Whether something in it is asked and applies: without that an indicator has no score. */
  readonly applies: boolean;
}

/**
 * All that part of an indicator can come to: one outcome, one of several, or all of its parts together, which are free
 * of each other.
 */
export type Outcomes =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'oneOf'; readonly of: readonly Outcomes[] }
  | { readonly kind: 'all'; readonly of: readonly Outcomes[] };

/** It adds nothing: not asked, or left out. */
export const NOTHING: Outcomes = {
  kind: 'outcome',
  outcome: { least: 0, most: 0, size: 0, applies: false },
};

export function outcome(of: Outcome): Outcomes {
  return { kind: 'outcome', outcome: of };
}

/** One of these; what there is only one of stands for itself. */
export function oneOf(of: readonly Outcomes[]): Outcomes {
  const [only] = of;
  return of.length === 1 && only ? only : { kind: 'oneOf', of };
}

/** All of these, with those that have only one outcome added up. */
export function allOf(of: readonly Outcomes[]): Outcomes {
  const sum = { least: 0, most: 0, size: 0, applies: false };
  const open: Outcomes[] = [];
  for (const each of of) {
    if (each.kind !== 'outcome') {
      open.push(each);
      continue;
    }
    sum.least += each.outcome.least;
    sum.most += each.outcome.most;
    sum.size += each.outcome.size;
    sum.applies ||= each.outcome.applies;
  }
  return open.length === 0 ? outcome(sum) : { kind: 'all', of: [outcome(sum), ...open] };
}

/** Which kinds of outcome there are. */
export interface Kinds {
  /** It has a score in some completion. */
  readonly canScore: boolean;
  /** It has none in some: nothing is asked, or nothing applies … */
  readonly canBeAbsent: boolean;
  /** … or nothing that is asked is worth anything: it then stands as unanswered. */
  readonly canBeMissed: boolean;
}

/** Tells which kinds of outcome there are. */
export function kindsOf(outcomes: Outcomes): Kinds {
  const kinds = bitsOf(outcomes, new Map());
  return {
    canScore: (kinds & bit(true, true)) !== 0,
    canBeAbsent: (kinds & (bit(false, false) | bit(true, false))) !== 0,
    canBeMissed: (kinds & bit(false, true)) !== 0,
  };
}

/** A set of kinds of outcome, one bit for each of the four. */
function bitsOf(outcomes: Outcomes, known: Map<Outcomes, number>): number {
  const before = known.get(outcomes);
  if (before !== undefined) return before;
  const found = bitsWithin(outcomes, known);
  known.set(outcomes, found);
  return found;
}

function bitsWithin(outcomes: Outcomes, known: Map<Outcomes, number>): number {
  switch (outcomes.kind) {
    case 'outcome':
      return bit(outcomes.outcome.size > 0, outcomes.outcome.applies);
    case 'oneOf':
      return outcomes.of.reduce((all, each) => all | bitsOf(each, known), 0);
    case 'all':
      return outcomes.of.reduce((all, each) => together(all, bitsOf(each, known)), bit(false, false));
  }
}

function bit(hasSize: boolean, applies: boolean): number {
  return 1 << ((hasSize ? 1 : 0) + (applies ? 2 : 0));
}

function together(a: number, b: number): number {
  let all = 0;
  for (let one = 0; one < 4; one += 1)
    for (let other = 0; other < 4; other += 1)
      if ((a & (1 << one)) !== 0 && (b & (1 << other)) !== 0) all |= 1 << (one | other);
  return all;
}
