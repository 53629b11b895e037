import type { BenchmarkArea, EarlierAssessment } from '@kilim/contracts';
import { percentOf, type Score } from '@kilim/indicators';
import type { ScoreFigure } from '../versions/score-words';
import type { ScoreLine } from './scores';

/** The middle half of the sample and its median, in whole percent. */
export interface SampleFigure {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** A line of a city's scores beside the sample and the round before. */
export interface ComparedLine extends ScoreLine {
  /** What the city is known by here: found as soon as there are findings, else claimed. */
  readonly shown: ScoreFigure;
  /** Absent: withheld, or not there yet. */
  readonly sample?: SampleFigure;
  /** Of the round before; absent when that round did not have it, or there was none. */
  readonly before?: Score;
}

/** What lines are set beside. */
export interface Beside {
  readonly areas: readonly BenchmarkArea[];
  readonly before: EarlierAssessment | undefined;
  readonly hasFindings: boolean;
}

/** Sets each line beside the sample's and the earlier score of the same indicator. */
export function compared(
  lines: readonly ScoreLine[],
  { areas, before, hasFindings }: Beside,
): readonly ComparedLine[] {
  const samples = new Map(areas.map(({ id, spread }) => [id, spread]));
  const scores = new Map(before?.areas.map(({ id, score }) => [id, score]));
  return lines.map((line) => {
    const [spread, score] = [samples.get(line.id), scores.get(line.id)];
    return {
      ...line,
      shown: hasFindings ? line.found : line.claimed,
      ...(spread && {
        sample: {
          low: percentOf(spread.low),
          median: percentOf(spread.median),
          high: percentOf(spread.high),
        },
      }),
      ...(score && { before: score }),
    };
  });
}

/** An earlier score in whole percent; undefined for the silences. */
export function beforePercent({ before }: ComparedLine): number | undefined {
  return before?.kind === 'scored' ? percentOf(before.value) : undefined;
}

/** The areas that stand on their own: composites and the indicators that are in none. */
export function topAreas(lines: readonly ComparedLine[]): readonly ComparedLine[] {
  return lines.filter(({ isMember }) => !isMember);
}
