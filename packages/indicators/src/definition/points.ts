import type { Id } from './identity.js';
import type { Decimal } from './decimal.js';
import { toThousandths } from './thousandths.js';
import type { Option } from './option.js';
import type { Question, QuestionOf } from './question.js';

/** A number and what it is worth, in thousandths of a point. */
export interface CurveStep {
  readonly at: number;
  readonly points: number;
}

/** What each answer to a question is worth, in thousandths of a point, laid out for scoring. */
export type Points =
  | { readonly kind: 'yesNo'; readonly yes: number; readonly no: number }
  | { readonly kind: 'single'; readonly byOption: ReadonlyMap<Id, number> }
  | { readonly kind: 'multiple'; readonly byOption: ReadonlyMap<Id, number>; readonly cap: number }
  /** Rising; a number has the points of the last band whose `from` it reaches, of the first when it reaches none. */
  | { readonly kind: 'banded'; readonly bands: readonly { readonly from: number; readonly points: number }[] }
  /** Rising in `at`; straight lines between, flat outside. */
  | { readonly kind: 'curve'; readonly steps: readonly CurveStep[] }
  | { readonly kind: 'matrix'; readonly byColumn: ReadonlyMap<Id, number> }
  /** `places[0]` for the option put first, if it counts. */
  | { readonly kind: 'ranking'; readonly places: readonly number[]; readonly counting: ReadonlySet<Id> }
  | { readonly kind: 'file'; readonly given: number }
  | { readonly kind: 'none' };

/** A question's points with the least and the most that a valid answer reaches; all in thousandths of a point. */
export interface PointTable {
  readonly points: Points;
  readonly least: number;
  readonly attainable: number;
}

/**
 * Lays out what the answers to a question are worth.
 *
 * | kind | attainable | least |
 * |---|---|---|
 * | yesNo, single | the better answer | the worse |
 * | multiple | the best that can be chosen together (an exclusive option stands alone, `maximum` at most), `cap` at most | the poorest that is enough, `cap` at most |
 * | number, share, computed | the best band or point of the curve | the poorest |
 * | matrix | rows × best column | rows × poorest column |
 * | ranking | options that count in the best places | in the poorest, or not ranked |
 * | file | its points | its points |
 * | date, text, set, or without points | 0 | 0 |
 */
export function layOutPoints(question: Question): PointTable {
  switch (question.kind) {
    case 'yesNo': {
      const yes = toThousandths(question.points?.yes ?? 0);
      const no = toThousandths(question.points?.no ?? 0);
      return { points: { kind: 'yesNo', yes, no }, least: Math.min(yes, no), attainable: Math.max(yes, no) };
    }
    case 'single': {
      const byOption = pointsOf(question.options);
      return { points: { kind: 'single', byOption }, ...range([...byOption.values()]) };
    }
    case 'multiple':
      return layOutMultiple(question);
    case 'number':
    case 'share':
    case 'computed':
      return layOutFigure(question);
    case 'matrix': {
      const byColumn = pointsOf(question.columns);
      const perRow = range([...byColumn.values()]);
      const rows = question.rows.length;
      return {
        points: { kind: 'matrix', byColumn },
        least: rows * perRow.least,
        attainable: rows * perRow.attainable,
      };
    }
    case 'ranking':
      return question.places === undefined ? NO_POINTS : layOutRanking(question, question.places);
    case 'file': {
      if (question.points === undefined) return NO_POINTS;
      const given = toThousandths(question.points);
      return { points: { kind: 'file', given }, least: given, attainable: given };
    }
    case 'date':
    case 'text':
    case 'set':
      return NO_POINTS;
  }
}

/** Kinds that are never scored: there is nothing in them to give points for. */
export function isNeverScored({ kind }: Question): boolean {
  return kind === 'date' || kind === 'text' || kind === 'set';
}

const NO_POINTS: PointTable = { points: { kind: 'none' }, least: 0, attainable: 0 };

function layOutMultiple(question: QuestionOf<'multiple'>): PointTable {
  const byOption = pointsOf(question.options);
  const worth = (option: Option) => byOption.get(option.id) ?? 0;
  const alone = question.options.filter((option) => option.exclusive === true).map(worth);
  const together = rising(question.options.filter((option) => option.exclusive !== true).map(worth));
  const most = total(together.slice(-(question.maximum ?? together.length)));
  const fewest = together.slice(0, question.minimum ?? 1);
  const best = Math.max(most, ...alone);
  const poorest = Math.min(...(together.length > 0 ? [total(fewest)] : []), ...alone);
  const cap = question.cap === undefined ? best : toThousandths(question.cap);
  return {
    points: { kind: 'multiple', byOption, cap },
    least: Math.min(cap, poorest),
    attainable: Math.min(cap, best),
  };
}

function layOutFigure({ bands, curve }: QuestionOf<'number' | 'share' | 'computed'>): PointTable {
  if (bands !== undefined) {
    const laid = bands.map((band) => ({ from: band.from, points: toThousandths(band.points) }));
    return { points: { kind: 'banded', bands: laid }, ...range(laid.map((band) => band.points)) };
  }
  if (curve === undefined) return NO_POINTS;
  const steps = curve.map((point) => ({ at: point.at, points: toThousandths(point.points) }));
  return { points: { kind: 'curve', steps }, ...range(steps.map((step) => step.points)) };
}

/** Every place is taken; only as many options are left out as there are more options than places. */
function layOutRanking(question: QuestionOf<'ranking'>, places: readonly Decimal[]): PointTable {
  const ranked = rankedCount(question);
  const laid = places.map(toThousandths);
  const worth = rising(Array.from({ length: ranked }, (_, place) => laid[place] ?? 0));
  const counting = question.options.filter((option) => option.counts === true);
  const atLeast = Math.max(0, ranked - (question.options.length - counting.length));
  const atMost = Math.min(ranked, counting.length);
  return {
    points: { kind: 'ranking', places: laid, counting: new Set(counting.map((option) => option.id)) },
    least: total(worth.slice(0, atLeast)),
    attainable: atMost === 0 ? 0 : total(worth.slice(-atMost)),
  };
}

/** How many options a ranking puts in order. */
export function rankedCount({ ranked, options }: QuestionOf<'ranking'>): number {
  return ranked ?? options.length;
}

function pointsOf(options: readonly Option[]): ReadonlyMap<Id, number> {
  return new Map(options.map((option) => [option.id, toThousandths(option.points ?? 0)]));
}

function range(points: readonly number[]): { readonly least: number; readonly attainable: number } {
  return { least: Math.min(...points), attainable: Math.max(...points) };
}

function rising(points: readonly number[]): readonly number[] {
  return [...points].sort((a, b) => a - b);
}

function total(points: readonly number[]): number {
  return points.reduce((sum, each) => sum + each, 0);
}
