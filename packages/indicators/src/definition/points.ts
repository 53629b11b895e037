import type { Id } from './identity.js';
import { toThousandths } from './decimal.js';
import type { Option, Question } from './question.js';

/** What each answer to a question is worth, in thousandths of a point, laid out for scoring. */
export type Points =
  | { readonly kind: 'yesNo'; readonly yes: number; readonly no: number }
  | { readonly kind: 'single'; readonly byOption: ReadonlyMap<Id, number> }
  | { readonly kind: 'multiple'; readonly byOption: ReadonlyMap<Id, number>; readonly cap: number }
  /** Rising; a number has the points of the last band whose `from` it reaches. */
  | { readonly kind: 'banded'; readonly bands: readonly { readonly from: number; readonly points: number }[] }
  | { readonly kind: 'matrix'; readonly byColumn: ReadonlyMap<Id, number> }
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
 * | multiple | all that can be chosen together (an exclusive option stands alone), `cap` at most | the poorest single choice, `cap` at most |
 * | number, share | the best band | the poorest band |
 * | matrix | rows × best column | rows × poorest column |
 * | date, text, or without points | 0 | 0 |
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
    case 'multiple': {
      const byOption = pointsOf(question.options);
      const exclusive = question.options.filter((option) => option.exclusive === true);
      const together = question.options.filter((option) => option.exclusive !== true);
      const sum = together.reduce((total, option) => total + (byOption.get(option.id) ?? 0), 0);
      const best = Math.max(sum, ...exclusive.map((option) => byOption.get(option.id) ?? 0));
      const cap = question.cap === undefined ? best : toThousandths(question.cap);
      return {
        points: { kind: 'multiple', byOption, cap },
        least: Math.min(cap, ...byOption.values()),
        attainable: Math.min(cap, best),
      };
    }
    case 'number':
    case 'share': {
      if (question.bands === undefined) return NO_POINTS;
      const bands = question.bands.map((band) => ({ from: band.from, points: toThousandths(band.points) }));
      return { points: { kind: 'banded', bands }, ...range(bands.map((band) => band.points)) };
    }
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
    case 'date':
    case 'text':
      return NO_POINTS;
  }
}

const NO_POINTS: PointTable = { points: { kind: 'none' }, least: 0, attainable: 0 };

function pointsOf(options: readonly Option[]): ReadonlyMap<Id, number> {
  return new Map(options.map((option) => [option.id, toThousandths(option.points ?? 0)]));
}

function range(points: readonly number[]): { readonly least: number; readonly attainable: number } {
  return { least: Math.min(...points), attainable: Math.max(...points) };
}
