/** What is known of a city when it is compared. */
export interface CityFacts {
  /** Inhabitants. */
  readonly population?: number;
  /** Residents born abroad, in per cent. */
  readonly foreignBorn?: number;
  readonly country?: string;
}

/** A result of one city at one time. */
export interface CityResult {
  /** Of the city; the same at all times. */
  readonly city: string;
  /** When: a year, or a calendar date; within one benchmark all of one form, so that they compare as text. */
  readonly on: string;
  readonly value: number;
  readonly facts: CityFacts;
}

/** A set of results that is closed: a rank means something only with it. */
export interface Benchmark {
  readonly name: string;
  /** Up to when results were taken in, that day or year included. */
  readonly asOf: string;
  /** The fewest cities of which anything is said: of fewer, single ones could be read off. */
  readonly minimum: number;
  /** One of each city: its newest. In the order of the cities' names. */
  readonly results: readonly CityResult[];
}

/**
 * Closes a benchmark: of each city the newest result that is not later than a date.
 * What comes in afterwards changes nothing in it, and neither does the order in which results are given.
 *
 * @throws Error when a city has two results of the same time: nobody could say which one counts
 */
export function freeze(
  results: readonly CityResult[],
  { name, asOf, minimum }: Omit<Benchmark, 'results'>,
): Benchmark {
  const newest = new Map<string, CityResult>();
  for (const result of results) {
    if (result.on > asOf) continue;
    const known = newest.get(result.city);
    if (known?.on === result.on) throw new Error(`${result.city} has two results of ${result.on}.`);
    if (!known || known.on < result.on) newest.set(result.city, result);
  }
  const inOrder = [...newest.values()].sort((a, b) => (a.city < b.city ? -1 : 1));
  return { name, asOf, minimum, results: inOrder };
}
