import type { MeanScore, Scorecard } from '@kilim/indicators';
import type { ComparedLine } from './compared';

/** How many indicators of each kind are named. */
const MOST = 3;

/** What is strong and what is weak in a city, and where most could be gained. */
export interface Profile {
  /** In or above the sample's top quarter, or by the city's own scores where there is no sample. */
  readonly strong: readonly ComparedLine[];
  readonly weak: readonly ComparedLine[];
  readonly isAgainstSample: boolean;
  /** Nothing has a score yet, so nothing is known of the city: neither what it reaches nor what it misses. */
  readonly isOpen: boolean;
  readonly gains: readonly Gain[];
}

/** What an indicator would add to an index if it reached everything. */
export interface Gain {
  readonly id: string;
  /** In points of the index, 0 to 100. */
  readonly points: number;
}

/** Reads a profile from the lines that are shown and the scorecard they are of. */
export function profileOf(lines: readonly ComparedLine[], scorecard: Scorecard): Profile {
  const own = lines.filter(({ isComposite, shown }) => !isComposite && shown.value !== undefined);
  const besideSample = own.filter(({ sample }) => sample !== undefined);
  const isAgainstSample = besideSample.length > 0;
  return {
    ...(isAgainstSample ? againstSample(besideSample) : amongOwn(own)),
    isAgainstSample,
    isOpen: own.length === 0,
    gains: gainsOf(scorecard),
  };
}

/** Only what is certain: while answers are open, the least and the most that are possible count. */
function againstSample(lines: readonly ComparedLine[]): Pick<Profile, 'strong' | 'weak'> {
  const strong = lines.filter(
    ({ sample, shown }) => sample && leastOf(shown) >= sample.high && leastOf(shown) > sample.median,
  );
  const weak = lines.filter(
    ({ sample, shown }) => sample && mostOf(shown) <= sample.low && mostOf(shown) < sample.median,
  );
  return {
    strong: [...strong].sort((a, b) => lead(b) - lead(a)).slice(0, MOST),
    weak: [...weak].sort((a, b) => lead(a) - lead(b)).slice(0, MOST),
  };
}

/** Without a sample the two best and the two worst of what is settled; of fewer than four nothing stands out. */
function amongOwn(lines: readonly ComparedLine[]): Pick<Profile, 'strong' | 'weak'> {
  const settled = lines.filter(({ shown }) => shown.isSettled);
  if (settled.length < 4) return { strong: [], weak: [] };
  const sorted = [...settled].sort((a, b) => valueOf(b.shown) - valueOf(a.shown));
  return { strong: sorted.slice(0, 2), weak: sorted.slice(-2).reverse() };
}

function lead({ sample, shown }: ComparedLine): number {
  return valueOf(shown) - (sample?.median ?? 0);
}

function leastOf({ low, value = 0 }: ComparedLine['shown']): number {
  return low ?? value;
}

function mostOf({ high, value = 0 }: ComparedLine['shown']): number {
  return high ?? value;
}

function valueOf({ value }: ComparedLine['shown']): number {
  return value ?? 0;
}

/** What each indicator misses in the first index, the most first. */
function gainsOf({ indices, composites }: Scorecard): readonly Gain[] {
  const [index] = indices;
  if (index === undefined) return [];
  return missedIn(index, composites, 1)
    .filter(({ points }) => points >= 0.05)
    .sort((a, b) => b.points - a.points)
    .slice(0, MOST);
}

function missedIn(mean: MeanScore, composites: readonly MeanScore[], share: number): readonly Gain[] {
  return mean.contributions.flatMap((part): readonly Gain[] => {
    const composite = composites.find(({ id }) => id === part.of);
    if (composite !== undefined) return missedIn(composite, composites, share * part.share);
    if (part.score.kind !== 'scored') return [];
    return [{ id: part.of, points: share * part.share * (1 - part.score.value) * 100 }];
  });
}
