import type { FindingCounts, IndicatorScore, PartProgress } from '@kilim/indicators';
import * as z from 'zod';

/** How an indicator or answer stands: the seven knots of the look. */
export const Standing = z
  .enum(['notAsked', 'notApplicable', 'unanswered', 'zero', 'claimed', 'verified', 'disputed'])
  .meta({ id: 'Standing' });
export type Standing = z.infer<typeof Standing>;

/**
 * The standing of one indicator of one assessment.
 * Disputed goes before all; verified needs a finding on every answer; zero means: answered, and worth nothing. One that
 * is calculated from elsewhere has no answers of its own: there its score speaks.
 */
export function standingOf(
  score: Pick<IndicatorScore, 'score' | 'numerator'>,
  progress: Pick<PartProgress, 'asked' | 'answered'>,
  findings: FindingCounts,
): Standing {
  if (score.score.kind === 'notAsked') return 'notAsked';
  if (findings.disputed > 0) return 'disputed';
  if (score.score.kind === 'notApplicable') return 'notApplicable';
  if (progress.answered === 0 && (progress.asked > 0 || score.score.kind !== 'scored')) return 'unanswered';
  if (progress.answered > 0 && findings.judged >= progress.answered) return 'verified';
  if (score.numerator === 0) return 'zero';
  return 'claimed';
}
