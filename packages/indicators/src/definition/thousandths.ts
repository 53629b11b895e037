/** How many thousandths make one: the scale in which points and weights are counted. */
export const THOUSANDTHS = 1000;

/** A decimal of at most three places as the integer number of its thousandths: 2.5 → 2500. */
export function toThousandths(value: number): number {
  return Math.round(value * THOUSANDTHS);
}
