import type { BoundReason, Interval } from '@kilim/indicators';

/** Whether both ends of what is possible are reached; where they may not be, why. */
export function exactnessWords({ exact, reasons }: Interval): string {
  return exact ? 'yes' : `no: ${reasons.map(reasonWords).join('; ')}`;
}

function reasonWords(reason: BoundReason): string {
  switch (reason) {
    case 'computed':
      return 'what is calculated from open answers is taken to come out as anything';
    case 'formula':
      return 'comparisons of open answers are taken to come out either way';
    case 'validation':
      return 'some answers would contradict each other';
    case 'coverage':
      return 'too few answers could leave it without a score';
    case 'linked':
      return 'areas that hang on the same open answers are taken one by one';
    case 'tooMany':
      return 'open answers hang together in too many ways to try them all';
  }
}
