import * as z from 'zod';

/** Where the middle half of some values lies: a quarter is at or below `low`, a quarter at or above `high`. */
export const Spread = z
  .strictObject({ low: z.number(), median: z.number(), high: z.number() })
  .meta({ id: 'Spread' });
export type Spread = z.infer<typeof Spread>;

/**
 * The middle half of some values and their median, each interpolated between its two neighbours (R's type 7, the
 * spreadsheet's QUARTILE.INC). Does not depend on the order of the values.
 *
 * @param minimum the fewest values of which anything is said: of fewer, single ones could be read off
 * @returns undefined when there are fewer
 */
export function spreadOf(values: readonly number[], minimum: number): Spread | undefined {
  if (values.length < Math.max(1, minimum)) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  return { low: quantile(sorted, 0.25), median: quantile(sorted, 0.5), high: quantile(sorted, 0.75) };
}

function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}
