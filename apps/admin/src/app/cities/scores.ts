import type { IndicatorScore, MeanScore, Scorecard } from '@kilim/indicators';
import { figureOf, type ScoreFigure } from '../versions/score-words';

/** One part of a city's score, claimed and found side by side. */
export interface ScorePair {
  readonly id: string;
  readonly code: string;
  readonly claimed: ScoreFigure;
  readonly found: ScoreFigure;
  readonly claimedPart: IndicatorScore | MeanScore;
  readonly foundPart: IndicatorScore | MeanScore;
}

/** A line of the chart: an indicator, or a composite before its members. */
export interface ScoreLine extends ScorePair {
  /** Part of the composite above it. */
  readonly isMember: boolean;
  readonly isComposite: boolean;
}

/** An index on both bases. */
export function indexPairs(claimed: Scorecard, found: Scorecard): readonly ScorePair[] {
  return claimed.indices.flatMap((part) => pair(part, found.indices) ?? []);
}

/** The lines of the chart in the order of the version; each composite stands before the first of its members. */
export function scoreLines(claimed: Scorecard, found: Scorecard): readonly ScoreLine[] {
  const compositeOf = new Map(
    claimed.composites.flatMap((composite) =>
      composite.contributions.map(({ of }) => [of, composite] as const),
    ),
  );
  const placed = new Set<string>();
  return claimed.indicators.flatMap((indicator) => {
    const lines: ScoreLine[] = [];
    const composite = compositeOf.get(indicator.id);
    if (composite !== undefined && !placed.has(composite.id)) {
      placed.add(composite.id);
      const both = pair(composite, found.composites);
      if (both !== undefined) lines.push({ ...both, isMember: false, isComposite: true });
    }
    const both = pair(indicator, found.indicators);
    if (both !== undefined) lines.push({ ...both, isMember: composite !== undefined, isComposite: false });
    return lines;
  });
}

/** The two strongest and the two weakest indicators by what was found; empty where fewer than four are settled. */
export function extremes(lines: readonly ScoreLine[]): {
  readonly strongest: readonly ScoreLine[];
  readonly weakest: readonly ScoreLine[];
} {
  const scored = lines
    .filter(({ isComposite, found }) => !isComposite && found.value !== undefined && found.isSettled)
    .sort((a, b) => valueOf(b) - valueOf(a));
  if (scored.length < 4) return { strongest: [], weakest: [] };
  return { strongest: scored.slice(0, 2), weakest: scored.slice(-2).reverse() };
}

function valueOf({ foundPart }: ScoreLine): number {
  return foundPart.score.kind === 'scored' ? foundPart.score.value : 0;
}

function pair<Part extends IndicatorScore | MeanScore>(
  claimed: Part,
  foundParts: readonly Part[],
): ScorePair | undefined {
  const found = foundParts.find(({ id }) => id === claimed.id);
  if (found === undefined) return undefined;
  return {
    id: claimed.id,
    code: claimed.code,
    claimed: figureOf(claimed),
    found: figureOf(found),
    claimedPart: claimed,
    foundPart: found,
  };
}
