import { AssessmentState, type RoundRow, waitingOf } from '@kilim/contracts';
import type { Speech } from '../language/speech';
import { WAITS, type RoundLook, type Waits } from './round-look';

/** How many cities have each of what one can choose, in order; what no city has is left out unless it is chosen. */
export interface Choices {
  readonly states: readonly Counted<AssessmentState>[];
  readonly countries: readonly Counted<string>[];
  readonly waits: readonly Counted<Waits>[];
}

export interface Counted<Value> {
  readonly value: Value;
  readonly count: number;
}

/** What a round's cities can be narrowed to, with what they are narrowed to: also what no city has must be seen. */
export function choicesIn(
  rows: readonly RoundRow[],
  say: Speech,
  now: string,
  chosen: Pick<RoundLook, 'state' | 'country' | 'waits'> = {},
): Choices {
  const names = new Intl.Collator(say.language());
  const waiting = rows.map((row) => waitingOf(row, now));
  return {
    states: counted(
      AssessmentState.options,
      (state) => rows.filter((row) => row.state === state).length,
      chosen.state,
    ),
    countries: counted(
      [...new Set([...rows.map(({ city }) => city.country), chosen.country ?? []].flat())].sort((a, b) =>
        names.compare(say.country(a), say.country(b)),
      ),
      (country) => rows.filter(({ city }) => city.country === country).length,
      chosen.country,
    ),
    waits: counted(
      WAITS,
      (wanted) => waiting.filter((w) => w.on === wanted || w.reason === wanted).length,
      chosen.waits,
    ),
  };
}

function counted<Value>(
  values: readonly Value[],
  countOf: (value: Value) => number,
  chosen: Value | undefined,
): readonly Counted<Value>[] {
  return values
    .map((value) => ({ value, count: countOf(value) }))
    .filter(({ value, count }) => count > 0 || value === chosen);
}
