import { percent, percentInterval, type IndicatorScore, type MeanScore, type Score } from '@kilim/indicators';

/** A score as a terminal shows it: a percentage, or the name of its absence. */
export function scoreWords(area: IndicatorScore | MeanScore): string {
  const whole = percent(area);
  return whole === undefined ? absenceWords(area.score) : `${String(whole)} %`;
}

export function absenceWords(score: Score): string {
  switch (score.kind) {
    case 'scored':
      return 'scored';
    case 'notAsked':
      return 'not asked';
    case 'notApplicable':
      return 'not applicable';
    case 'unanswered':
      return 'unanswered';
  }
}

/** What is still possible: `40–90 %`; empty when nothing else is. */
export function intervalWords({ interval }: IndicatorScore | MeanScore): string {
  if (!interval || interval.low === interval.high) return '';
  const { low, high } = percentInterval(interval);
  return `${String(low)}–${String(high)} %`;
}
