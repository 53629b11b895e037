import type { Calculation, Score, Scorecard } from '../../src/index.js';

/** A number, a word, or nothing, by where a scorecard says it. */
export type Stated = Readonly<Record<string, unknown>>;

/** Every number that a scorecard says; intervals apart, which are about answers that are not there yet. */
export function stated({ questions, indicators, composites, indices }: Scorecard): Stated {
  return Object.fromEntries([
    ...questions.flatMap(({ address, score, points, numerator, denominator, calculation, answer }) =>
      at(address, {
        ...{ score: told(score), points, numerator, denominator },
        ...(calculation && { answer: answer?.kind === 'value' ? answer.value : undefined }),
        ...Object.fromEntries(partsOf(calculation).map((part, place) => [`part ${String(place)}`, part])),
      }),
    ),
    ...indicators.flatMap(({ id, score, numerator, denominator, applicable, answered, coverage, shortBy }) =>
      at(id, { score: told(score), numerator, denominator, applicable, answered, coverage, shortBy }),
    ),
    ...[...composites, ...indices].flatMap(({ id, score, coverage, shortBy, contributions }) => [
      ...at(id, { score: told(score), coverage, shortBy }),
      ...contributions.flatMap(({ of, share, contribution }) =>
        at(`${id} of ${of}`, { share, contribution }),
      ),
    ]),
  ]);
}

/** A score as one value. */
export function told(score: Score): number | Exclude<Score['kind'], 'scored'> {
  return score.kind === 'scored' ? score.value : score.kind;
}

function at(place: string, said: Stated): readonly (readonly [string, unknown])[] {
  return Object.entries(said).map(([what, value]) => [`${place} ${what}`, value]);
}

function partsOf(calculation: Calculation | undefined): readonly (number | undefined)[] {
  if (calculation === undefined) return [];
  return [calculation.value, ...(calculation.of ?? []).flatMap(partsOf)];
}
