import * as z from 'zod';

/** One thing that brought points: an option, a column, `yes`, `no`, or `given` of a file. */
const Term = z
  .strictObject({
    of: z.string(),
    /** The row it was chosen in, of a matrix. */
    row: z.string().optional(),
    /** The place it was put, from 1, of a ranking. */
    place: z.int().optional(),
    points: z.int(),
  })
  .meta({ id: 'PointTerm' });

const Step = z.strictObject({ at: z.number(), points: z.int() }).meta({ id: 'PointStep' });

/**
 * How a valid answer came by its points, all in thousandths.
 *
 * | kind | points |
 * |---|---|
 * | `terms` | those of all terms added up, `cap` at most |
 * | `band` | those of the band that begins at `from` |
 * | `curve` | on the straight line between two steps: from.points + (value − from.at) ÷ (to.at − from.at) × (to.points − from.points), never outside both; outside the ends of the curve, and just on a step, both are that step |
 */
export const Derivation = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('terms'), terms: z.array(Term).readonly(), cap: z.int().optional() }),
    z.strictObject({ kind: z.literal('band'), from: z.number(), points: z.int() }),
    z.strictObject({ kind: z.literal('curve'), from: Step, to: Step }),
  ])
  .meta({ id: 'Derivation' });
export type Derivation = z.infer<typeof Derivation>;
export type PointTerm = z.infer<typeof Term>;
