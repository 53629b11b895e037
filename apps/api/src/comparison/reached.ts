import type { Basis } from '@kilim/indicators';
import type { MeanNumbers, ScorecardNumbers } from '../scorecards/numbers.js';
import type { NumbersByBasis } from '../scorecards/scorecards.service.js';

/** The scores that an assessment has come to: found as soon as there are findings, else claimed. */
export interface Reached {
  readonly basis: Basis;
  readonly numbers: ScorecardNumbers;
}

/** Undefined for an assessment without any stored numbers. */
export function reachedOf(numbers: NumbersByBasis | undefined): Reached | undefined {
  if (numbers?.found) return { basis: 'found', numbers: numbers.found };
  return numbers?.claimed && { basis: 'claimed', numbers: numbers.claimed };
}

/** A score of an indicator, composite or index, whichever it is. */
export type AreaNumbers = Pick<MeanNumbers, 'id' | 'code' | 'score' | 'interval'>;

/** Indicators and composites, in the order of the version. */
export function areasOf({ indicators, composites }: ScorecardNumbers): readonly AreaNumbers[] {
  return [...indicators, ...composites].map(bare);
}

/** The indices, in the order of the version. */
export function indicesOf({ indices }: ScorecardNumbers): readonly AreaNumbers[] {
  return indices.map(bare);
}

function bare({ id, code, score, interval }: AreaNumbers): AreaNumbers {
  return { id, code, score, ...(interval && { interval }) };
}
