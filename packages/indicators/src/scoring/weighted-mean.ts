/**
 * Σ value × weight ÷ Σ weight, summed in the order given (callers give id order, decision 8). Kept between the least
 * and the greatest value, where the exact mean lies, so that float noise never carries it beyond.
 *
 * @param terms at least one; weights are integers above 0
 */
export function weightedMean(terms: readonly { readonly value: number; readonly weight: number }[]): number {
  let sum = 0;
  let weights = 0;
  let least = Infinity;
  let greatest = -Infinity;
  for (const { value, weight } of terms) {
    sum += value * weight;
    weights += weight;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return Math.min(greatest, Math.max(least, sum / weights));
}
