import type { QuestionOf } from '../../definition/question.js';

/**
 * The figures that matter of all a question takes: its ends, and around each place where points or the truth of a leaf
 * change (the beginning of a band, a kink of a curve, a threshold) the figures next to it that have the right number of
 * decimal places. Between two such places points are constant or run in a straight line, so nothing better lies there.
 *
 * @returns undefined when neighbouring figures can't be told apart any more: 10¹⁵ with three decimal places
 */
export function figuresThatMatter(
  { bands, curve, decimals }: QuestionOf<'number' | 'share'>,
  thresholds: readonly number[],
  minimum: number,
  maximum: number,
): readonly number[] | undefined {
  const scale = 10 ** decimals;
  if (Math.max(Math.abs(minimum), Math.abs(maximum)) * scale > Number.MAX_SAFE_INTEGER / 4) return undefined;
  const cuts = [
    minimum,
    maximum,
    ...thresholds,
    ...(bands ?? []).map(({ from }) => from),
    ...(curve ?? []).map(({ at }) => at),
  ];
  // One step more to either side: what is rounded by float noise is met all the same.
  const steps = cuts.flatMap((cut) => {
    const near = Math.round(cut * scale);
    return [near - 1, near, near + 1];
  });
  return [...new Set(steps)]
    .map((step) => Number(`${String(step)}e-${String(decimals)}`))
    .filter((value) => value >= minimum && value <= maximum);
}
