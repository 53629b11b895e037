/** One line of the results: something measured beside its floor or peer. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is compared with, in the same unit, measured in the same run. */
  readonly baseline: number;
  /** Value by baseline. The only figure that decides: absolute ones say more of the machine than of the program. */
  readonly ratio: number;
  /** `≥ 12`, `≤ 3`. */
  readonly target: string;
  readonly ok: boolean;
}

/** How a ratio should come out. */
export type Target = { readonly atLeast: number } | { readonly atMost: number };

/** How long to measure. */
export interface Effort {
  /** Rounds, each with everything that is compared side by side. The median of their ratios counts. */
  readonly rounds: number;
  /** How long one thing is measured in one round. */
  readonly windowMs: number;
}

/** Something that can be measured. */
export interface Bench {
  /** `save.storage.sqlite`: the beginning of it chooses what runs. */
  readonly name: string;
  run(effort: Effort): Promise<readonly Row[]>;
}

/** One round of measuring: what was measured, and beside it what that is compared with. */
export interface Pair {
  readonly value: number;
  readonly baseline: number;
}

/** A line from several rounds: the median of the ratios decides, values and baselines are shown by their medians. */
export function rowOf(
  { name, unit, target }: { readonly name: string; readonly unit: string; readonly target: Target },
  pairs: readonly Pair[],
): Row {
  const ratio = median(pairs.map(({ value, baseline }) => value / baseline));
  const isEnough = 'atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost;
  return {
    name,
    value: rounded(median(pairs.map(({ value }) => value))),
    unit,
    baseline: rounded(median(pairs.map(({ baseline }) => baseline))),
    ratio: rounded(ratio),
    target: 'atLeast' in target ? `≥ ${String(target.atLeast)}` : `≤ ${String(target.atMost)}`,
    // Nothing that was not measured is met.
    ok: Number.isFinite(ratio) && isEnough,
  };
}

/** A line that is met also where another one is: two ways to one end. */
export function metAlsoBy(row: Row, other: Row): Row {
  return { ...row, target: `${row.target}, or ${other.name}`, ok: row.ok || other.ok };
}

/** The value in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which that share of them lies (nearest rank); NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Three significant digits are more than any of it is worth. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
