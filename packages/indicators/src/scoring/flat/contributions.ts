import type { QuestionScoring } from '../../definition/compiled.js';
import type { Rules } from '../../definition/questionnaire.js';
import { askedIn, type Asked } from './block-sight.js';
import { ANSWERED } from './codes.js';
import type { FlatSlot } from './layout.js';
import type { Ledger, Sums } from './ledger.js';
import { pointsColumn, worthByChoices, worthByCode } from './points-column.js';

/** A slot and what its answers are worth. */
export interface ScoredSlot {
  readonly slot: FlatSlot;
  readonly scoring: QuestionScoring;
}

/** Adds what one slot brings to the sums of every assessment of a block. */
export type Contribution = (asked: Asked, sums: Sums) => void;

/** All of it in the ledger, where it can be looked up at once: points and how the question stands are one entry. */
export function within(own: ScoredSlot, rules: Rules, ledger: Ledger): Contribution {
  const { slot, scoring } = own;
  const { points, weight } = scoring;
  const table = standings(own, rules, ledger);
  const answered = table.at(-1) ?? 0;
  const withWorth = (worth: Float64Array): Float64Array =>
    Float64Array.of(...table.slice(0, -1), ...worth.map((each) => answered + each / ledger.unit));
  const byCodes = worthByCode(slot, scoring);
  if (byCodes !== undefined) return byCode(slot, withWorth(byCodes));
  if (points.kind === 'banded')
    return byBand(
      slot,
      Float64Array.from(points.bands, ({ from }) => from),
      withWorth(Float64Array.from(points.bands, (band) => band.points * weight)),
    );
  const byBits = worthByChoices(slot, scoring);
  if (byBits !== undefined) return byChoices(slot, withWorth(byBits));
  return byPoints(own, ledger.unit, table);
}

/** What a slot brings that is not asked, open, not applicable, or answered with nothing that is worth a point. */
function standings({ scoring }: ScoredSlot, rules: Rules, ledger: Ledger): Float64Array {
  const size = scoring.attainable * scoring.weight;
  const asked = { size: 0, asked: 1, applicable: 0, answered: 0 };
  return Float64Array.of(
    0,
    ledger.write({ ...asked, applicable: 1, size: rules.unanswered === 'countAsZero' ? size : 0 }),
    ledger.write({ ...asked, size: rules.notApplicable === 'countAsZero' ? size : 0 }),
    ledger.write({ ...asked, applicable: 1, answered: 1, size }),
  );
}

/** By first code, behind what is not asked. */
function byCode(slot: FlatSlot, table: Float64Array): Contribution {
  return (asked, { ledger }) => {
    const { codes, capacity, length } = asked.block;
    const isAsked = askedIn(asked, slot);
    const first = slot.column * capacity;
    for (let row = 0; row < length; row += 1)
      ledger[row] = (ledger[row] ?? 0) + (table[((codes[first + row] ?? 0) + 1) * (isAsked[row] ?? 0)] ?? 0);
  };
}

/**
 * By the band of the figure, behind what is not asked or has none. Without branches, here as below: what is asked and
 * answered, and in which band, is as good as random, and a wrong guess costs more than a sum.
 */
function byBand(slot: FlatSlot, froms: Float64Array, table: Float64Array): Contribution {
  // Most have up to four bands: written out they are found sooner than by going round.
  const [, second = Infinity, third = Infinity, fourth = Infinity] = froms;
  const further = froms.subarray(4);
  return (asked, { ledger }) => {
    const { codes, figures, capacity, length } = asked.block;
    const isAsked = askedIn(asked, slot);
    const first = slot.column * capacity;
    const figure = slot.figure * capacity;
    for (let row = 0; row < length; row += 1) {
      const value = figures[figure + row] ?? 0;
      let band = Number(value >= second) + Number(value >= third) + Number(value >= fourth);
      for (let at = 0; at < further.length; at += 1) band += Number(value >= (further[at] ?? 0));
      const place = placeOf(codes[first + row] ?? 0, isAsked[row] ?? 0, band);
      ledger[row] = (ledger[row] ?? 0) + (table[place] ?? 0);
    }
  };
}

/** By all of a few choices at once, behind what is not asked or has none. */
function byChoices(slot: FlatSlot, table: Float64Array): Contribution {
  return (asked, { ledger }) => {
    const { codes, capacity, length } = asked.block;
    const isAsked = askedIn(asked, slot);
    const first = slot.column * capacity;
    const choices = first + capacity;
    for (let row = 0; row < length; row += 1) {
      const place = placeOf(codes[first + row] ?? 0, isAsked[row] ?? 0, codes[choices + row] ?? 0);
      ledger[row] = (ledger[row] ?? 0) + (table[place] ?? 0);
    }
  };
}

/** Where points have to be worked out. */
function byPoints({ slot, scoring }: ScoredSlot, unit: number, table: Float64Array): Contribution {
  const write = pointsColumn(slot, scoring, unit);
  return (asked, { points, ledger }) => {
    const { codes, capacity, length } = asked.block;
    const isAsked = askedIn(asked, slot);
    const first = slot.column * capacity;
    write(asked.block, points);
    for (let row = 0; row < length; row += 1) {
      const standing = standingOf(codes[first + row] ?? 0, isAsked[row] ?? 0);
      ledger[row] = (ledger[row] ?? 0) + (table[standing] ?? 0) + isAnswered(standing) * (points[row] ?? 0);
    }
  };
}

/** Points beside the ledger: along a curve they are not whole, and great ones leave no room. */
export function apart(own: ScoredSlot, rules: Rules, ledger: Ledger): Contribution {
  const { slot, scoring } = own;
  const write = pointsColumn(slot, scoring, 1);
  const table = standings(own, rules, ledger);
  return (asked, { points, ledger: standingSums, numerators }) => {
    const { codes, capacity, length } = asked.block;
    const isAsked = askedIn(asked, slot);
    const first = slot.column * capacity;
    write(asked.block, points);
    for (let row = 0; row < length; row += 1) {
      const standing = standingOf(codes[first + row] ?? 0, isAsked[row] ?? 0);
      standingSums[row] = (standingSums[row] ?? 0) + (table[standing] ?? 0);
      numerators[row] = (numerators[row] ?? 0) + isAnswered(standing) * (points[row] ?? 0);
    }
  };
}

/** Which entry of a table counts that goes on from {@link standings} by choice: the first where nothing is asked. */
function placeOf(code: number, isAsked: number, choice: number): number {
  return (code + 1 + (code >> 1) * choice) * isAsked;
}

/** The place in {@link standings}. */
function standingOf(code: number, isAsked: number): number {
  return ((code < ANSWERED ? code : ANSWERED) + 1) * isAsked;
}

/** 1 in the last place of {@link standings}, else 0. */
function isAnswered(standing: number): number {
  return (standing >> 1) & standing & 1;
}
