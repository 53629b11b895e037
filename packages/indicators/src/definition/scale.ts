import * as z from 'zod';
import { Decimal } from './decimal.js';
import { PlainNumber } from './formula.js';

/**
 * Points for a number from `from` (included) up to the next band's `from` (excluded); the last band is open upwards.
 * Bands stand in rising order and the first begins at the question's minimum, so that every valid number has one.
 */
export const Band = z
  .strictObject({
    from: PlainNumber.describe('The least number in this band; it reaches up to the next band.'),
    points: Decimal,
  })
  .meta({ id: 'Band', description: 'Points for all numbers from one up to the next band.' });
export type Band = z.infer<typeof Band>;

/** A point of a curve: so many points at just this number. */
export const CurvePoint = z
  .strictObject({ at: PlainNumber, points: Decimal })
  .meta({ id: 'CurvePoint', description: 'So many points at just this number.' });
export type CurvePoint = z.infer<typeof CurvePoint>;

/**
 * How a figure turns into points: in steps (`bands`), or along straight lines between the points of a `curve`, which
 * may rise, fall or both, and is flat outside its ends. At most one of the two; neither: the figure is not scored.
 */
export const scale = {
  bands: z.array(Band).min(1).max(20).optional().describe('Points in steps, from the least number up.'),
  curve: z
    .array(CurvePoint)
    .min(2)
    .max(20)
    .optional()
    .describe('Points along straight lines through these, flat outside its ends; in rising order of “at”.'),
};
