import * as z from 'zod';
import type { CityFacts, CityResult } from './benchmark.js';

/** A range of a figure: what lies on its lower boundary is in, what lies on its upper one is not. */
export const FactRange = z
  .strictObject({ from: z.number().optional(), below: z.number().optional() })
  .meta({ id: 'FactRange' });
export type FactRange = z.infer<typeof FactRange>;

/** Which cities are compared; what is absent lets all through. It is printed with every rank. */
export const CohortFilter = z
  .strictObject({
    /** Inhabitants. */
    population: FactRange.optional(),
    /** Residents born abroad, in per cent. */
    foreignBorn: FactRange.optional(),
    countries: z.array(z.string()).readonly().optional(),
  })
  .meta({ id: 'CohortFilter' });
export type CohortFilter = z.infer<typeof CohortFilter>;

/** The cities that a filter lets through. */
export interface Cohort {
  readonly filter: CohortFilter;
  readonly members: readonly CityResult[];
  /** Cities of which it is not known whether they belong: they are in no rank, and it is said how many there are. */
  readonly unplaced: readonly CityResult[];
}

/** Sorts results into those that a filter lets through, those that it does not, and those of which nobody knows. */
export function cohortOf(results: readonly CityResult[], filter: CohortFilter): Cohort {
  const members: CityResult[] = [];
  const unplaced: CityResult[] = [];
  for (const result of results) {
    const answers = answersTo(filter, result.facts);
    // One thing that is known to differ is enough, whatever else is unknown.
    if (answers.includes(false)) continue;
    (answers.includes(undefined) ? unplaced : members).push(result);
  }
  return { filter, members, unplaced };
}

/** For each thing that is asked: whether the city has it; undefined where that is not known. */
function answersTo(
  { population, foreignBorn, countries }: CohortFilter,
  facts: CityFacts,
): readonly (boolean | undefined)[] {
  return [
    ...(population ? [isWithin(facts.population, population)] : []),
    ...(foreignBorn ? [isWithin(facts.foreignBorn, foreignBorn)] : []),
    ...(countries ? [facts.country === undefined ? undefined : countries.includes(facts.country)] : []),
  ];
}

function isWithin(
  value: number | undefined,
  { from = -Infinity, below = Infinity }: FactRange,
): boolean | undefined {
  return value === undefined ? undefined : value >= from && value < below;
}
