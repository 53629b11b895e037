import type { CompiledIndicator } from '../../definition/compiled.js';
import type { Rules } from '../../definition/questionnaire.js';
import type { Asked } from './block-sight.js';
import { apart, within, type Contribution, type ScoredSlot } from './contributions.js';
import type { FlatSlot, Layout } from './layout.js';
import { Ledger, unitOf, type Limit, type Sums } from './ledger.js';
import { MISSED, NO_PART, NOT_ASKED, SCORED, type NumberBlock } from './number-block.js';
import { stepsOf } from './worth.js';

/** As many contributions as their ledger has room for. */
interface Batch {
  readonly ledger: Ledger;
  readonly contributions: readonly Contribution[];
}

/** An indicator made ready for whole columns. */
export interface FlatIndicator {
  readonly rules: Rules;
  readonly batches: readonly Batch[];
}

/** Lays out what the slots of an indicator add to it. */
export function flatIndicator(indicator: CompiledIndicator, layout: Layout): FlatIndicator {
  const { rules, isInterpolated } = indicator;
  const slots = indicator.questions
    .flatMap(({ question }) => layout.byQuestion.get(question.id) ?? [])
    .flatMap((slot): ScoredSlot[] =>
      slot.compiled.scoring ? [{ slot, scoring: slot.compiled.scoring }] : [],
    )
    // Doubles are added up by address.
    .sort((a, b) => (addressKey(a.slot) < addressKey(b.slot) ? -1 : 1));
  const unit = unitOf(slots.flatMap(({ scoring }) => stepsOf(scoring)));
  const sizeOf = ({ scoring }: ScoredSlot): number => scoring.attainable * scoring.weight;
  const whole = (each: ScoredSlot): Limit => ({ points: sizeOf(each), size: sizeOf(each) });
  const isApart = isInterpolated || slots.some((each) => !Ledger.fits(unit, [whole(each)]));
  const limitOf = isApart ? (each: ScoredSlot): Limit => ({ points: 0, size: sizeOf(each) }) : whole;
  const contributionOf = isApart ? apart : within;
  return {
    rules,
    batches: batched(slots, (some) => Ledger.fits(unit, some.map(limitOf))).map((some) => {
      const ledger = new Ledger(unit, some.map(limitOf));
      return { ledger, contributions: some.map((each) => contributionOf(each, rules, ledger)) };
    }),
  };
}

function addressKey({ compiled: { question }, instance, set }: FlatSlot): string {
  return set === undefined ? question.id : `${question.id}@${String(instance).padStart(2, '0')}`;
}

/** In order, as many together as fit. */
function batched<T>(all: readonly T[], fits: (some: readonly T[]) => boolean): readonly (readonly T[])[] {
  const batches: T[][] = [];
  for (const each of all) {
    const last = batches.at(-1);
    if (last !== undefined && fits([...last, each])) last.push(each);
    else batches.push([each]);
  }
  return batches;
}

/** Scores an indicator for every assessment of a block. */
export function scoreIndicator(
  { rules, batches }: FlatIndicator,
  at: number,
  asked: Asked,
  sums: Sums,
  numbers: NumberBlock,
): void {
  const { length } = asked.block;
  sums.clear(length);
  for (const { ledger, contributions } of batches) {
    sums.ledger.fill(0, 0, length);
    for (const add of contributions) add(asked, sums);
    ledger.empty(sums.ledger, length, sums);
  }
  const own = at * numbers.capacity;
  for (let row = 0; row < length; row += 1) {
    const numerator = sums.numerators[row] ?? 0;
    const denominator = sums.denominators[row] ?? 0;
    const applicable = sums.applicable[row] ?? 0;
    const coverage = (sums.answered[row] ?? 0) / applicable;
    // Where nothing applies, coverage is no number: nothing is at least that.
    const isScored = denominator > 0 && coverage >= rules.coverageToScore;
    const absence = applicable > 0 ? MISSED : (sums.asked[row] ?? 0) > 0 ? NO_PART : NOT_ASKED;
    numbers.kinds[own + row] = isScored ? SCORED : absence;
    numbers.values[own + row] = isScored ? numerator / denominator : 0;
    numbers.numerators[own + row] = numerator;
    numbers.denominators[own + row] = denominator;
  }
}
