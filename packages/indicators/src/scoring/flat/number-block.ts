/** The kinds of score by number, as blocks of numbers hold them. */
export const SCORE_KINDS = ['scored', 'notAsked', 'notApplicable', 'unanswered'] as const;
export const [SCORED, NOT_ASKED, NO_PART, MISSED] = [0, 1, 2, 3];

/** Numbers without a trace for every assessment of a block, area by area. */
export interface NumberBlock {
  readonly capacity: number;
  /** By area and assessment, a number of {@link SCORE_KINDS}. */
  readonly kinds: Uint8Array;
  /** By area and assessment, where it is scored: 0 to 1. */
  readonly values: Float64Array;
  /** By indicator and assessment, the sums that its score is the quotient of, in millionths. */
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
}
