import { freeze, type CityResult } from './benchmark.js';
import { possibleRank, splitAbove, type Above, type PlacedRank, type RankRange } from './possible-rank.js';
import { OVERALL, type PublishedRank, type PublishedSet, type UncheckedReason } from './published-set.js';

/** What the known figures say about a published rank. No sample was ever published whole, so none gives the rank itself. */
export type RankCheck =
  /** By the scores that are known of others in the sample. */
  | { readonly kind: 'byScores'; readonly known: number; readonly range: RankRange; readonly agrees: boolean }
  /** By the rank of the same result among all cities; `above` is absent where the two contradict each other. */
  | { readonly kind: 'byRankAmongAll'; readonly above?: Above; readonly agrees: boolean }
  | { readonly kind: 'unchecked'; readonly reason: UncheckedReason };

/** A published rank and what is known about it. */
export interface CheckedRank {
  readonly published: PublishedRank;
  readonly check: RankCheck;
}

/** Checks every published rank of a set against what else the set knows. */
export function checkRanks(set: PublishedSet): readonly CheckedRank[] {
  return set.ranks.map((published) => ({ published, check: checkOf(published, set) }));
}

function checkOf(rank: PublishedRank, set: PublishedSet): RankCheck {
  const { score } = rank;
  if (score === null || rank.year === null) return { kind: 'unchecked', reason: 'scoreUnknown' };
  const others = othersKnown(rank, set);
  if (others.length > 0 && rank.of !== null) {
    const range = possibleRank(score, others, rank.of);
    if (range) {
      const agrees = range.best <= rank.rank && rank.rank <= range.worst;
      return { kind: 'byScores', known: others.length, range, agrees };
    }
  }
  const amongAll = set.ranks.find((each) => isSameResult(each, rank) && isAmongAll(each, set));
  if (!amongAll || amongAll === rank) return { kind: 'unchecked', reason: 'noOtherScore' };
  const above = splitAbove(placed(amongAll), placed(rank));
  return above ? { kind: 'byRankAmongAll', above, agrees: true } : { kind: 'byRankAmongAll', agrees: false };
}

/**
 * The scores of others that were in the sample. Among all cities: the newest result of each up to that year. In a group:
 * of those whose rank in the same group is known, since nobody has published who belongs to it.
 */
function othersKnown(rank: PublishedRank, set: PublishedSet): readonly number[] {
  if (!isAmongAll(rank, set))
    return set.ranks.flatMap((each) =>
      each !== rank && each.city !== rank.city && isSameGroup(each, rank) && each.score !== null
        ? [each.score]
        : [],
    );
  const { results } = freeze(overallResults(set), { name: set.id, asOf: String(rank.year), minimum: 1 });
  return results.filter(({ city }) => city !== rank.city).map(({ value }) => value);
}

/** The overall results of cities whose year is known. */
export function overallResults({ results }: PublishedSet): readonly CityResult[] {
  return results.flatMap(({ subject, kind, year, measure, score, country }) =>
    kind === 'city' && measure === OVERALL && year !== null
      ? [{ city: subject, on: String(year), value: score, facts: country === null ? {} : { country } }]
      : [],
  );
}

function isAmongAll({ group }: PublishedRank, { groups }: PublishedSet): boolean {
  return Object.keys(groups[group] ?? {}).length === 0;
}

function isSameGroup(one: PublishedRank, other: PublishedRank): boolean {
  return one.group === other.group && one.year === other.year && one.of === other.of;
}

function isSameResult(one: PublishedRank, other: PublishedRank): boolean {
  return one.city === other.city && one.year === other.year;
}

function placed({ rank, of }: PublishedRank): PlacedRank {
  return of === null ? { rank } : { rank, of };
}
