import type { QuestionScoring } from '../../definition/compiled.js';

/** Millionths that everything a question is worth, and all that is attainable, is a multiple of together. */
export function stepsOf({ points, weight, attainable }: QuestionScoring): readonly number[] {
  const thousandths = ((): readonly number[] => {
    switch (points.kind) {
      case 'yesNo':
        return [points.yes, points.no];
      case 'single':
        return [...points.byOption.values()];
      case 'multiple':
        return [...points.byOption.values(), points.cap];
      case 'banded':
        return points.bands.map((band) => band.points);
      case 'matrix':
        return [...points.byColumn.values()];
      case 'ranking':
        return points.places;
      // A file is worth all that is attainable.
      case 'file':
      case 'curve':
      case 'none':
        return [];
    }
  })();
  return [...thousandths, attainable].map((each) => each * weight);
}
