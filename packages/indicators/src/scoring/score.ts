import * as z from 'zod';

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
export const Score = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('scored'), value: z.number() }),
    z.strictObject({ kind: z.literal('notAsked') }),
    z.strictObject({ kind: z.literal('notApplicable') }),
    z.strictObject({ kind: z.literal('unanswered') }),
  ])
  .meta({ id: 'Score' });
export type Score = z.infer<typeof Score>;

/**
 * Why bounds admit more than the completions of the open answers do.
 *
 * | code | |
 * |---|---|
 * | `computed` | a value that is calculated from open answers is taken to come out as anything |
 * | `formula` | so is a comparison of calculations with open answers |
 * | `validation` | some completions contradict a validation and could not be submitted |
 * | `coverage` | minimum coverage could keep a mean from having a score |
 * | `linked` | areas that depend on the same open answers are taken to be free of each other |
 * | `tooMany` | linked open answers have too many states; they are taken to be free of each other |
 */
export const BoundReason = z
  .enum(['computed', 'formula', 'validation', 'coverage', 'linked', 'tooMany'])
  .meta({ id: 'BoundReason' });
export type BoundReason = z.infer<typeof BoundReason>;

/**
 * What is still possible: every completion of the open answers scores within [low, high]. Fractions. A completion
 * answers all that is asked, so that a present score with something left open may lie outside.
 */
export const Interval = z
  .strictObject({
    low: z.number(),
    high: z.number(),
    /** Whether both ends are reached by completions. */
    exact: z.boolean(),
    /** What keeps it from being exact; empty when it is. */
    reasons: z.array(BoundReason).readonly(),
  })
  .meta({ id: 'Interval' });
export type Interval = z.infer<typeof Interval>;

/** Whose column counts (decision 4): the city's claims, claims overlaid with findings, or with agreed values on top. */
export const Basis = z.enum(['claimed', 'found', 'agreed']).meta({ id: 'Basis' });
export type Basis = z.infer<typeof Basis>;

/** Who gave the answer that counted. */
export const Column = z.enum(['claim', 'finding', 'agreed']).meta({ id: 'Column' });
export type Column = z.infer<typeof Column>;
