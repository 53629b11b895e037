import { AssessmentState, type RoundRow, waitingOf } from '@kilim/contracts';
import type { Speech } from '../language/speech';
import { WAITS, type Waits } from './round-look';

/** How many cities have each of what one can choose, in order; what no city has is left out. */
export interface Choices {
  readonly states: readonly Counted<AssessmentState>[];
  readonly countries: readonly Counted<string>[];
  readonly waits: readonly Counted<Waits>[];
}

export interface Counted<Value> {
  readonly value: Value;
  readonly count: number;
}

/** What a round's cities can be narrowed to. */
export function choicesIn(rows: readonly RoundRow[], say: Speech, now: string): Choices {
  const names = new Intl.Collator(say.language());
  const waiting = rows.map((row) => waitingOf(row, now));
  return {
    states: counted(AssessmentState.options, (state) => rows.filter((row) => row.state === state).length),
    countries: counted(
      [...new Set(rows.map(({ city }) => city.country))].sort((a, b) =>
        names.compare(say.country(a), say.country(b)),
      ),
      (country) => rows.filter(({ city }) => city.country === country).length,
    ),
    waits: counted(WAITS, (wanted) => waiting.filter((w) => w.on === wanted || w.reason === wanted).length),
  };
}

function counted<Value>(
  values: readonly Value[],
  countOf: (value: Value) => number,
): readonly Counted<Value>[] {
  return values.map((value) => ({ value, count: countOf(value) })).filter(({ count }) => count > 0);
}
