import { AssessmentState, type RoundRow } from '@kilim/contracts';
import { shareDone } from '@kilim/indicators';

/** What the matrix shows in its cells. */
export const VIEWS = ['answered', 'score', 'evidence'] as const;
export type View = (typeof VIEWS)[number];

/** What its lines are sorted by. */
export const SORTS = ['city', 'state', 'progress', 'deadline', 'activity'] as const;
export type Sort = (typeof SORTS)[number];

/** How a round is looked at; it stands in the address, so that it can be sent to somebody. */
export interface RoundLook {
  readonly view: View;
  readonly sort: Sort;
  /** Only cities in this state; absent: all. */
  readonly state?: AssessmentState;
}

/** Reads the look from an address; what is not known falls back to the first of its kind. */
export function lookOf(
  view: string | undefined,
  sort: string | undefined,
  state: string | undefined,
): RoundLook {
  const wanted = AssessmentState.options.find((each) => each === state);
  return {
    view: VIEWS.find((each) => each === view) ?? 'answered',
    sort: SORTS.find((each) => each === sort) ?? 'city',
    ...(wanted !== undefined && { state: wanted }),
  };
}

/**
 * The lines that a look shows, in its order; equal ones by name.
 *
 * | sort | first |
 * |---|---|
 * | `city` | A |
 * | `state` | the earliest in the state machine |
 * | `progress` | the least answered |
 * | `deadline` | the soonest |
 * | `activity` | the longest without any; none at all before that |
 */
export function rowsOf(rows: readonly RoundRow[], look: RoundLook, language: string): readonly RoundRow[] {
  const names = new Intl.Collator(language);
  return rows
    .filter((row) => look.state === undefined || row.state === look.state)
    .sort((a, b) => compare(a, b, look.sort) || names.compare(a.city.name, b.city.name));
}

function compare(a: RoundRow, b: RoundRow, sort: Sort): number {
  switch (sort) {
    case 'city':
      return 0;
    case 'state':
      return AssessmentState.options.indexOf(a.state) - AssessmentState.options.indexOf(b.state);
    case 'progress':
      return shareDone(a.total) - shareDone(b.total);
    case 'deadline':
      return byText(a.deadline.instant, b.deadline.instant);
    case 'activity':
      return byText(a.lastActivityAt ?? '', b.lastActivityAt ?? '');
  }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The states that occur, with how many cities are in each, in the order of the state machine. */
export function statesIn(
  rows: readonly RoundRow[],
): readonly { readonly state: AssessmentState; readonly count: number }[] {
  return AssessmentState.options
    .map((state) => ({ state, count: rows.filter((row) => row.state === state).length }))
    .filter(({ count }) => count > 0);
}
