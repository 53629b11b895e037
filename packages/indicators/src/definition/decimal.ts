import * as z from 'zod';
import { THOUSANDTHS } from './thousandths.js';

/** The largest number of points or weight an author may give; keeps a product of the two an exact integer (of sums, the checks see to it). */
export const DECIMAL_MAXIMUM = 1000;

/**
 * Points or a weight as an author writes it: 0 to 1000 with at most three decimal places.
 * The engine counts it in thousandths, as an exact integer; see `toThousandths`.
 */
export const Decimal = z
  .number()
  .min(0)
  .max(DECIMAL_MAXIMUM)
  .refine((value) => hasThreePlacesAtMost(value), 'at most three decimal places')
  .meta({ id: 'Decimal' });
export type Decimal = z.infer<typeof Decimal>;

function hasThreePlacesAtMost(value: number): boolean {
  return Math.round(value * THOUSANDTHS) / THOUSANDTHS === value;
}
