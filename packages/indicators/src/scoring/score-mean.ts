import type { CompiledMean } from '../definition/compile-questionnaire.js';
import type { Id } from '../definition/identity.js';
import type { Possible } from './bounds.js';
import type { Interval, Score } from './score.js';
import { absenceOf } from './score-indicator.js';
import type { Contribution, MeanScore } from './scorecard.js';
import { weightedMean } from './weighted-mean.js';

/** Scores a composite or index: the weighted mean of the members that have a score; the weights of the others fall away. */
export function scoreMean(mean: CompiledMean, scores: ReadonlyMap<Id, Score>, possible: Possible): MeanScore {
  const members = mean.members.map((member) => ({
    ...member,
    score: scores.get(member.of) ?? ({ kind: 'notAsked' } satisfies Score),
  }));
  const terms = members.flatMap(({ weight, score }) =>
    score.kind === 'scored' ? [{ value: score.value, weight }] : [],
  );
  const weights = terms.reduce((sum, term) => sum + term.weight, 0);
  const score: Score =
    terms.length === 0
      ? absenceOf(members.map((member) => member.score))
      : { kind: 'scored', value: weightedMean(terms) };
  return {
    id: mean.id,
    code: mean.code,
    score,
    ...(possible.interval && { interval: containing(possible.interval, score) }),
    contributions: members.map((member): Contribution => {
      const share = member.score.kind === 'scored' ? member.weight / weights : 0;
      const value = member.score.kind === 'scored' ? member.score.value : 0;
      return { ...member, share, contribution: share * value };
    }),
  };
}

/** The present state is one of the completions: float noise must not put its score outside. */
function containing({ low, high }: Interval, score: Score): Interval {
  if (score.kind !== 'scored') return { low, high };
  return { low: Math.min(low, score.value), high: Math.max(high, score.value) };
}
