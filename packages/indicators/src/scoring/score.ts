/**
 * A score in [0, 1], or the name of its absence. Never null-means-zero.
 *
 * | kind | of a question | of an indicator or mean |
 * |---|---|---|
 * | `scored` | has a valid answer (also one worth 0 points) | something in it counts |
 * | `notAsked` | hidden by its condition | nothing in it is asked |
 * | `notApplicable` | the city says it does not apply | all that is asked does not apply |
 * | `unanswered` | asked, without a valid answer | nothing counts, and something is unanswered |
 */
export type Score =
  | { readonly kind: 'scored'; readonly value: number }
  | { readonly kind: 'notAsked' }
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'unanswered' };

/** What is still possible: every completion of the open answers scores within [low, high]. Fractions. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Whose column counts (decision 4): the city's claims, claims overlaid with findings, or with agreed values on top. */
export type Basis = 'claimed' | 'found' | 'agreed';
