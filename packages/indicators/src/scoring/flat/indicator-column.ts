import type { CompiledIndicator } from '../../definition/compiled.js';
import type { AnswerBlock } from './answer-block.js';
import type { Asked } from './block-sight.js';
import { ANSWERED, OPEN } from './codes.js';
import type { FlatSlot, Layout } from './layout.js';
import { MISSED, NO_PART, NOT_ASKED, SCORED, type NumberBlock } from './number-block.js';
import { pointsColumn, type PointsColumn } from './points-column.js';

interface Contribution {
  readonly slot: FlatSlot;
  readonly points: PointsColumn;
  /** What it adds to the attainable sum when it is open, when it does not apply, and when it is answered. */
  readonly sizes: Float64Array;
}

/** An indicator made ready for whole columns. */
export interface FlatIndicator {
  readonly indicator: CompiledIndicator;
  /** By address, the order in which doubles are added up. */
  readonly contributions: readonly Contribution[];
}

/** Lays out what the slots of an indicator add to it. */
export function flatIndicator(indicator: CompiledIndicator, layout: Layout): FlatIndicator {
  const slots = indicator.questions.flatMap(({ question }) => layout.byQuestion.get(question.id) ?? []);
  const inOrder = [...slots].sort((a, b) => (addressKey(a) < addressKey(b) ? -1 : 1));
  return {
    indicator,
    contributions: inOrder.flatMap((slot): Contribution[] => {
      const { scoring } = slot.compiled;
      if (scoring === undefined) return [];
      const size = scoring.attainable * scoring.weight;
      const sizes = Float64Array.of(
        indicator.rules.unanswered === 'countAsZero' ? size : 0,
        indicator.rules.notApplicable === 'countAsZero' ? size : 0,
        size,
      );
      return [{ slot, points: pointsColumn(slot, scoring), sizes }];
    }),
  };
}

function addressKey({ compiled: { question }, instance, set }: FlatSlot): string {
  return set === undefined ? question.id : `${question.id}@${String(instance).padStart(2, '0')}`;
}

/** Sums of one indicator for every assessment of a block; made once and used again. */
export class Sums {
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
  readonly points: Float64Array;
  /** How many are open, do not apply and are answered, see {@link COUNTS}. */
  readonly counts: Float64Array;

  constructor(readonly capacity: number) {
    this.numerators = new Float64Array(capacity);
    this.denominators = new Float64Array(capacity);
    this.points = new Float64Array(capacity);
    this.counts = new Float64Array(capacity);
  }

  clear(): void {
    this.numerators.fill(0);
    this.denominators.fill(0);
    this.counts.fill(0);
  }
}

/** Three counts in one number, each below 2¹⁷: one addition in place of three. */
const STEP = 2 ** 17;
const COUNTS = Float64Array.of(1, STEP, STEP * STEP);

/** Scores an indicator for every assessment of a block. */
export function scoreIndicator(
  { indicator: { rules }, contributions }: FlatIndicator,
  at: number,
  { block, visible }: Asked,
  sums: Sums,
  numbers: NumberBlock,
): void {
  sums.clear();
  for (const { slot, points, sizes } of contributions) {
    points(block, sums.points);
    const isAsked = visible[slot.index];
    if (isAsked) addColumn(block, slot.column * block.capacity, isAsked, sums, sizes);
  }
  const own = at * numbers.capacity;
  for (let row = 0; row < block.length; row += 1) {
    const numerator = sums.numerators[row] ?? 0;
    const denominator = sums.denominators[row] ?? 0;
    const count = sums.counts[row] ?? 0;
    const answered = Math.floor(count / (STEP * STEP));
    const applicable = answered + (count % STEP);
    const isScored = applicable > 0 && denominator > 0 && answered / applicable >= rules.coverageToScore;
    const absence = applicable > 0 ? MISSED : count > 0 ? NO_PART : NOT_ASKED;
    numbers.kinds[own + row] = isScored ? SCORED : absence;
    numbers.values[own + row] = isScored ? numerator / denominator : 0;
    numbers.numerators[own + row] = numerator;
    numbers.denominators[own + row] = denominator;
  }
}

/** Without branches: what is asked and answered is as good as random, and a wrong guess costs more than a sum. */
function addColumn(
  { codes, length }: AnswerBlock,
  first: number,
  visible: Uint8Array,
  { numerators, denominators, counts, points }: Sums,
  sizes: Float64Array,
): void {
  for (let row = 0; row < length; row += 1) {
    const isAsked = visible[row] ?? 0;
    const code = codes[first + row] ?? OPEN;
    const state = code < ANSWERED ? code : ANSWERED;
    numerators[row] = (numerators[row] ?? 0) + (isAsked & (state >> 1)) * (points[row] ?? 0);
    denominators[row] = (denominators[row] ?? 0) + isAsked * (sizes[state] ?? 0);
    counts[row] = (counts[row] ?? 0) + isAsked * (COUNTS[state] ?? 0);
  }
}
