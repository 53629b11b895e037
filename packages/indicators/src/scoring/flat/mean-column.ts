import type { CompiledMean } from '../../definition/compiled.js';
import type { Id } from '../../definition/identity.js';
import { MISSED, NO_PART, NOT_ASKED, SCORED, type NumberBlock } from './number-block.js';

/** A weighted mean made ready for whole columns: its members by their place among all areas. */
export interface FlatMean {
  readonly members: readonly number[];
  readonly weights: readonly number[];
  readonly coverageToScore: number;
}

/** Lays out a mean of areas that stand before it. */
export function flatMean({ members, coverageToScore }: CompiledMean, areas: readonly Id[]): FlatMean {
  return {
    members: members.map(({ of }) => areas.indexOf(of)),
    weights: members.map(({ weight }) => weight),
    coverageToScore,
  };
}

/** Scores a mean for every assessment of a block, its members being scored. */
export function scoreMean(mean: FlatMean, area: number, length: number, numbers: NumberBlock): void {
  const { members, weights, coverageToScore } = mean;
  const { capacity, kinds, values } = numbers;
  for (let row = 0; row < length; row += 1) {
    let sum = 0;
    let scored = 0;
    let needed = 0;
    let least = Infinity;
    let greatest = -Infinity;
    let absence = NOT_ASKED;
    for (let at = 0; at < members.length; at += 1) {
      const place = (members[at] ?? 0) * capacity + row;
      const weight = weights[at] ?? 0;
      const kind = kinds[place] ?? NOT_ASKED;
      if (kind === SCORED) {
        const value = values[place] ?? 0;
        sum += value * weight;
        scored += weight;
        if (value < least) least = value;
        if (value > greatest) greatest = value;
      }
      if (kind === SCORED || kind === MISSED) {
        needed += weight;
        absence = MISSED;
      } else if (kind === NO_PART && absence === NOT_ASKED) absence = NO_PART;
    }
    const isScored = scored > 0 && scored / needed >= coverageToScore;
    kinds[area * capacity + row] = isScored ? SCORED : absence;
    values[area * capacity + row] = isScored ? Math.min(greatest, Math.max(least, sum / scored)) : 0;
  }
}
