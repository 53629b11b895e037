import type { CompiledIndicator, QuestionScoring } from '../../definition/compiled.js';
import type { Rules } from '../../definition/questionnaire.js';
import type { Asked } from './block-sight.js';
import { ANSWERED } from './codes.js';
import type { FlatSlot, Layout } from './layout.js';
import { Ledger, unitOf, type Limit, type Sums } from './ledger.js';
import { MISSED, NO_PART, NOT_ASKED, SCORED, type NumberBlock } from './number-block.js';
import { pointsColumn, worthByCode } from './points-column.js';
import { mostOf, stepsOf } from './worth.js';

/** Adds what one slot brings to the sums of every assessment of a block. */
type Contribution = (asked: Asked, sums: Sums) => void;

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

interface ScoredSlot {
  readonly slot: FlatSlot;
  readonly scoring: QuestionScoring;
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
  const whole = (each: ScoredSlot): Limit => ({ points: mostOf(each.scoring), size: sizeOf(each) });
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
    const isScored = applicable > 0 && denominator > 0 && coverage >= rules.coverageToScore;
    const absence = applicable > 0 ? MISSED : (sums.asked[row] ?? 0) > 0 ? NO_PART : NOT_ASKED;
    numbers.kinds[own + row] = isScored ? SCORED : absence;
    numbers.values[own + row] = isScored ? numerator / denominator : 0;
    numbers.numerators[own + row] = numerator;
    numbers.denominators[own + row] = denominator;
  }
}

/** What a slot brings that is not asked, open, not applicable, or answered with nothing that is worth a point. */
function standings({ scoring }: ScoredSlot, rules: Rules, ledger: Ledger): Float64Array {
  const size = scoring.attainable * scoring.weight;
  const asked = { points: 0, size: 0, asked: 1, applicable: 0, answered: 0 };
  return Float64Array.of(
    0,
    ledger.write({ ...asked, applicable: 1, size: rules.unanswered === 'countAsZero' ? size : 0 }),
    ledger.write({ ...asked, size: rules.notApplicable === 'countAsZero' ? size : 0 }),
    ledger.write({ ...asked, applicable: 1, answered: 1, size }),
  );
}

/** All of it in the ledger. */
function within(own: ScoredSlot, rules: Rules, ledger: Ledger): Contribution {
  const { slot, scoring } = own;
  const table = standings(own, rules, ledger);
  const worth = worthByCode(slot, scoring);
  if (worth === undefined) return byPoints(own, ledger.unit, table);
  const answered = table.at(-1) ?? 0;
  return byCode(
    slot,
    Float64Array.of(...table.slice(0, -1), ...worth.map((each) => answered + each / ledger.unit)),
  );
}

/** By first code, behind what is not asked. */
function byCode(slot: FlatSlot, table: Float64Array): Contribution {
  return ({ block: { codes, capacity, length }, visible }, { ledger }) => {
    const isAsked = visible[slot.index];
    const first = slot.column * capacity;
    if (isAsked === undefined) return;
    for (let row = 0; row < length; row += 1)
      ledger[row] = (ledger[row] ?? 0) + (table[((codes[first + row] ?? 0) + 1) * (isAsked[row] ?? 0)] ?? 0);
  };
}

/**
 * Where points have to be worked out. Without branches: what is asked and answered is as good as random, and a wrong
 * guess costs more than a sum.
 */
function byPoints({ slot, scoring }: ScoredSlot, unit: number, table: Float64Array): Contribution {
  const write = pointsColumn(slot, scoring, unit);
  return ({ block, visible }, { points, ledger }) => {
    const { codes, capacity, length } = block;
    const isAsked = visible[slot.index];
    const first = slot.column * capacity;
    if (isAsked === undefined) return;
    write(block, points);
    for (let row = 0; row < length; row += 1) {
      const standing = standingOf(codes[first + row] ?? 0, isAsked[row] ?? 0);
      ledger[row] = (ledger[row] ?? 0) + (table[standing] ?? 0) + isAnswered(standing) * (points[row] ?? 0);
    }
  };
}

/** Points beside the ledger: along a curve they are not whole, and great ones leave no room. */
function apart(own: ScoredSlot, rules: Rules, ledger: Ledger): Contribution {
  const { slot, scoring } = own;
  const write = pointsColumn(slot, scoring, 1);
  const table = standings(own, rules, ledger);
  return ({ block, visible }, { points, ledger: standingSums, numerators }) => {
    const { codes, capacity, length } = block;
    const isAsked = visible[slot.index];
    const first = slot.column * capacity;
    if (isAsked === undefined) return;
    write(block, points);
    for (let row = 0; row < length; row += 1) {
      const standing = standingOf(codes[first + row] ?? 0, isAsked[row] ?? 0);
      standingSums[row] = (standingSums[row] ?? 0) + (table[standing] ?? 0);
      numerators[row] = (numerators[row] ?? 0) + isAnswered(standing) * (points[row] ?? 0);
    }
  };
}

/** The place in {@link standings}. */
function standingOf(code: number, isAsked: number): number {
  return ((code < ANSWERED ? code : ANSWERED) + 1) * isAsked;
}

/** 1 in the last place of {@link standings}, else 0. */
function isAnswered(standing: number): number {
  return (standing >> 1) & standing & 1;
}
