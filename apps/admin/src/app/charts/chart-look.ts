/** A category of data: colour, marker and dash always come together, in the order of the look. */
export interface Category {
  readonly colour: string;
  readonly symbol: string;
  readonly size: number;
  /** Lengths of strokes and gaps; absent: solid. */
  readonly dash?: readonly number[];
}

/** What charts are drawn with: the look's tokens as the browser computes them, for an element in its theme. */
export interface ChartLook {
  readonly font: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly surface: string;
  readonly line: string;
  readonly grid: string;
  readonly axis: string;
  readonly range: string;
  readonly median: string;
  readonly action: string;
  readonly claimed: string;
  readonly verified: string;
  readonly disputed: string;
  readonly categories: readonly [Category, Category];
  /** The reader asks for less motion. */
  readonly isCalm: boolean;
}

/** Reads the tokens where an element stands; again after every change of theme, since values are copied. */
export function readLook(element: Element, isCalm: boolean): ChartLook {
  const computed = getComputedStyle(element);
  const token = (name: string): string => computed.getPropertyValue(`--k-${name}`).trim();
  return {
    // The library writes it into an attribute between double quotes.
    font: token('font').replaceAll('"', "'"),
    ink: token('ink'),
    ink2: token('ink-2'),
    ink3: token('ink-3'),
    surface: token('surface'),
    line: token('line-strong'),
    grid: token('chart-grid'),
    axis: token('chart-axis'),
    range: token('chart-range'),
    median: token('chart-median'),
    action: token('action'),
    claimed: token('st-claimed'),
    verified: token('st-verified'),
    disputed: token('st-disputed'),
    categories: [
      { colour: token('cat-1'), symbol: 'diamond', size: 11 },
      { colour: token('cat-2'), symbol: 'emptyCircle', size: 8, dash: [6, 3] },
    ],
    isCalm,
  };
}
