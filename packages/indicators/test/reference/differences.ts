/** Numbers may differ by so much, in proportion: float noise. */
const TOLERANCE = 1e-12;

/** Where two tables differ, beyond float noise. */
export function differences(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((key) => !isSame(one[key], other[key]))
    .map((key) => `${key}: ${String(one[key])} ≠ ${String(other[key])}`);
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other;
  return Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(one));
}
