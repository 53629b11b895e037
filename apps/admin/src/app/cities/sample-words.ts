import type { EarlierAssessment, QuestionnaireVersion, Sample } from '@kilim/contracts';
import type { Speech } from '../language/speech';

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

/** A warning where the round before asked or scored otherwise; undefined where the two can be compared. */
export function methodWords(
  before: EarlierAssessment | undefined,
  version: Pick<QuestionnaireVersion, 'hash'>,
  say: Speech,
): string | undefined {
  if (before === undefined || before.version.hash === version.hash) return undefined;
  return say.t('sample.otherMethod', { round: before.round.name, version: before.version.version });
}
