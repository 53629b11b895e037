/** The best and the worst rank that something can have. */
export interface RankRange {
  readonly best: number;
  readonly worst: number;
}

/**
 * Which ranks are possible for a value in a sample of which only some other values are known. All are rounded, so one
 * that looks the same may stand on either side.
 *
 * @param others the known values of others in the sample
 * @param of     the size of the sample
 * @returns undefined when more are known than the sample holds
 */
export function possibleRank(value: number, others: readonly number[], of: number): RankRange | undefined {
  if (others.length + 1 > of) return undefined;
  const above = others.filter((other) => other > value).length;
  const below = others.filter((other) => other < value).length;
  return { best: 1 + above, worst: of - below };
}

/** A rank, and among how many; absent where that is not known. */
export interface PlacedRank {
  readonly rank: number;
  readonly of?: number | undefined;
}

/** Who stands above something, by whether they belong to a group. */
export interface Above {
  readonly inGroup: number;
  readonly outside: number;
}

/**
 * What the rank among all and the rank within a group say together: how many of those above belong to the group. Bilbao
 * 2013, 21st of 56 and 16th of 30 large cities: 15 large ones and 5 small ones stand above it.
 *
 * @returns undefined when the two contradict each other
 */
export function splitAbove(all: PlacedRank, group: PlacedRank): Above | undefined {
  const above = { inGroup: group.rank - 1, outside: all.rank - group.rank };
  if (above.outside < 0) return undefined;
  if (all.of === undefined) return above;
  const below = all.of - all.rank;
  // Where the size of the group is not known, it may be as small as its rank.
  const belowInGroup = (group.of ?? group.rank) - group.rank;
  return belowInGroup < 0 || belowInGroup > below ? undefined : above;
}
