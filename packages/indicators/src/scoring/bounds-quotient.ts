/** One term of a quotient Σ value / Σ size: between `least` and `most` of `size`; an optional one may be left out. */
export interface Term {
  readonly least: number;
  readonly most: number;
  readonly size: number;
  readonly isOptional: boolean;
}

/** The least or the greatest that Σ value / Σ size can be; at least one term, summed in the order given. */
export function quotient(terms: readonly Term[], bound: 'least' | 'most'): number {
  const chosen = choose(terms, bound);
  const sum = chosen.reduce((total, term) => total + term[bound], 0);
  return sum / chosen.reduce((total, term) => total + term.size, 0);
}

/**
 * The terms that make Σ value / Σ size as small or as large as can be, in the order given: all that are not optional,
 * and of the optional ones those on the good side of the result.
 *
 * Adding a term moves a quotient towards the term's own. So at the largest quotient every optional term above it is in
 * and every one below it is out, and taking them from the best down while each is better than what is reached so far
 * arrives there. (Comparing quotients as doubles is enough: where two exact ones round to the same double, so does the
 * outcome with or without the term.)
 */
export function choose<Each extends Term>(terms: readonly Each[], bound: 'least' | 'most'): readonly Each[] {
  const own = (term: Each) => term[bound] / term.size;
  const isBetter = (a: number, b: number) => (bound === 'most' ? a > b : a < b);
  const chosen = new Set(terms.filter((term) => !term.isOptional));
  let value = 0;
  let size = 0;
  for (const term of chosen) {
    value += term[bound];
    size += term.size;
  }
  const byQuality = terms
    .filter((term) => term.isOptional)
    .sort((a, b) => (bound === 'most' ? own(b) - own(a) : own(a) - own(b)));
  for (const term of byQuality) {
    if (size > 0 && !isBetter(own(term), value / size)) break;
    chosen.add(term);
    value += term[bound];
    size += term.size;
  }
  return terms.filter((term) => chosen.has(term));
}
