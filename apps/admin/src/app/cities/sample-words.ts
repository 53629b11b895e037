import type { EarlierAssessment, QuestionnaireVersion, Sample } from '@kilim/contracts';
import type { Speech } from '../language/speech';
import type { ComparedLine } from './compared';

/**
 * With whom a city is compared, in one sentence with name, size and date; or why there is no comparison. It stands under
 * every figure that depends on it.
 */
export function sampleWords(sample: Sample, say: Speech): string {
  const facts = { name: sample.name, moment: say.moment(sample.asOf) };
  if (sample.cities < sample.minimum)
    return say.n('sample.withheld', sample.cities, { ...facts, minimum: sample.minimum });
  return say.n('sample.is', sample.cities, { ...facts, submitted: sample.submitted });
}

/** Why some lines stand beside no figure of a sample that is large enough as a whole; undefined where none or all do. */
export function gapWords(
  lines: readonly ComparedLine[],
  { cities, minimum }: Sample,
  say: Speech,
): string | undefined {
  const hasGap = cities >= minimum && lines.some(({ sample }) => sample === undefined);
  return hasGap ? say.t('sample.missing', { minimum }) : undefined;
}

/** A warning where the round before asked or scored otherwise; undefined where the two can be compared. */
export function methodWords(
  before: EarlierAssessment | undefined,
  version: Pick<QuestionnaireVersion, 'hash'>,
  say: Speech,
): string | undefined {
  if (before === undefined || before.version.hash === version.hash) return undefined;
  return say.t('sample.otherMethod', { round: before.round.name, version: before.version.version });
}
