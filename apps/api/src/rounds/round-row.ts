import { standingOf, type RoundCell, type RoundRow } from '@kilim/contracts';
import type { IndicatorNumbers, MeanNumbers, ScorecardNumbers } from '../scorecards/numbers.js';
import type { NumbersByBasis } from '../scorecards/scorecards.service.js';

/** The scores and progress of a line of the matrix. */
export type RowScores = Pick<RoundRow, 'total' | 'cells' | 'indices'>;

/**
 * Lays out an assessment's stored numbers as a line of the matrix: found as soon as there are findings, else claimed.
 *
 * @param supported the questions whose answers have evidence
 */
export function rowScores(numbers: NumbersByBasis, supported: ReadonlySet<string>): RowScores | undefined {
  const reached: ScorecardNumbers | undefined = numbers.found ?? numbers.claimed;
  if (!reached) return undefined;
  return {
    total: reached.total,
    cells: reached.indicators.map((indicator) => cellOf(indicator, supported)),
    indices: reached.indices.map(({ id, code, score, interval }: MeanNumbers) => ({
      ...{ id, code, score },
      ...(interval && { interval }),
    })),
  };
}

function cellOf(indicator: IndicatorNumbers, supported: ReadonlySet<string>): RoundCell {
  const { progress, score, interval, judged, disputed, answered } = indicator;
  return {
    ...progress,
    standing: standingOf(indicator, progress, { judged, disputed }),
    score,
    ...(interval && { interval }),
    withEvidence: answered.filter((id) => supported.has(id)).length,
  };
}
