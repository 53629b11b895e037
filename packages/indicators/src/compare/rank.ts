import type { CityResult } from './benchmark.js';

/** Where a city stands among others. */
export type CityStanding =
  | {
      readonly kind: 'ranked';
      /** The best is 1; cities with the same value share a rank, and the ranks after it are left out: 1, 2, 2, 4. */
      readonly rank: number;
      readonly of: number;
      /** How many other cities have the same value. */
      readonly tied: number;
      /** The share of the other cities that are below, 0 to 1, tied ones by half; of one city alone it is 0.5. */
      readonly quantile: number;
    }
  /** Too few cities: single ones could be read off. */
  | { readonly kind: 'withheld'; readonly of: number; readonly minimum: number }
  /** The city is not among them. */
  | { readonly kind: 'absent' };

/** The rank of a value among values of which it is one or may be one: one more than there are better ones. */
export function rankOf(value: number, among: readonly number[]): number {
  return 1 + among.filter((each) => each > value).length;
}

/**
 * Where a city stands among the members of a cohort.
 *
 * @param minimum the fewest members of which anything is said
 */
export function standingOf(city: string, members: readonly CityResult[], minimum: number): CityStanding {
  const own = members.find((member) => member.city === city);
  if (!own) return { kind: 'absent' };
  const of = members.length;
  if (of < minimum) return { kind: 'withheld', of, minimum };
  const values = members.map(({ value }) => value);
  const rank = rankOf(own.value, values);
  const tied = values.filter((value) => value === own.value).length - 1;
  const below = of - rank - tied;
  return { kind: 'ranked', rank, of, tied, quantile: of === 1 ? 0.5 : (below + tied / 2) / (of - 1) };
}
