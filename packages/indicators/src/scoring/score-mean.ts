import type { CompiledMean } from '../definition/compiled.js';
import type { Id } from '../definition/identity.js';
import type { Possible } from './bounds/indicator-bounds.js';
import type { Score } from './score.js';
import { absenceOf } from './score-indicator.js';
import type { Contribution, MeanScore } from './scorecard.js';
import { weightedMean } from './weighted-mean.js';

/**
 * Scores a composite or index: the weighted mean of the members that have a score, once they make up enough of the
 * weights; the weights of the others fall away.
 */
export function scoreMean(
  mean: CompiledMean,
  scores: ReadonlyMap<Id, Score>,
  possible?: Possible,
): MeanScore {
  const members = mean.members.map((member) => ({
    ...member,
    score: scores.get(member.of) ?? ({ kind: 'notAsked' } satisfies Score),
  }));
  const terms = members.flatMap(({ weight, score }) =>
    score.kind === 'scored' ? [{ value: score.value, weight }] : [],
  );
  const scored = totalWeight(terms);
  const needed = totalWeight(
    members.filter(({ score }) => score.kind === 'scored' || score.kind === 'unanswered'),
  );
  const coverage = needed === 0 ? 1 : scored / needed;
  const isShort = terms.length > 0 && coverage < mean.coverageToScore;
  const score: Score =
    terms.length === 0 || isShort
      ? absenceOf(members.map((member) => member.score))
      : { kind: 'scored', value: weightedMean(terms) };
  return {
    id: mean.id,
    code: mean.code,
    score,
    ...(possible?.interval && { interval: possible.interval }),
    coverage,
    coverageToScore: mean.coverageToScore,
    ...(isShort && { shortBy: mean.coverageToScore - coverage }),
    contributions: members.map((member): Contribution => {
      const share = member.score.kind === 'scored' ? member.weight / scored : 0;
      const value = member.score.kind === 'scored' ? member.score.value : 0;
      return {
        of: member.of,
        code: member.code,
        score: member.score,
        weight: member.weight,
        share,
        contribution: share * value,
      };
    }),
  };
}

function totalWeight(terms: readonly { readonly weight: number }[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}
