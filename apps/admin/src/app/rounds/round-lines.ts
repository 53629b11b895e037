import {
  AssessmentState,
  plain,
  waitingOf,
  type RoundCell,
  type RoundRow,
  type Waiting,
} from '@kilim/contracts';
import { shareDone } from '@kilim/indicators';
import type { Speech } from '../language/speech';
import type { RoundLook, SORTS, View } from './round-look';

/**
 * The lines that a look shows, in its order; equal ones by name.
 *
 * | sort | first |
 * |---|---|
 * | `city` | A |
 * | `state` | the earliest in the state machine |
 * | `progress` | the least answered |
 * | `deadline` | the soonest |
 * | `waiting` | the most urgent, then who has been waited for longest |
 * | `activity` | the longest without any; none at all before that |
 * | an indicator | the largest of what the view shows; nothing to show comes last both ways |
 *
 * @param now the server's clock
 */
export function rowsOf(
  rows: readonly RoundRow[],
  look: RoundLook,
  say: Speech,
  now: string,
): readonly RoundRow[] {
  const names = new Intl.Collator(say.language());
  const waiting = new Map(rows.map((row) => [row, waitingOf(row, now)]));
  const inOrder = orderOf(look, waiting);
  return rows
    .filter((row) => shows(look, row, waiting.get(row), say))
    .sort((a, b) => inOrder(a, b) || names.compare(a.city.name, b.city.name) * directionOf(look));
}

function shows(look: RoundLook, row: RoundRow, waiting: Waiting | undefined, say: Speech): boolean {
  if (look.state !== undefined && row.state !== look.state) return false;
  if (look.country !== undefined && row.city.country !== look.country) return false;
  if (look.waits !== undefined && waiting?.on !== look.waits && waiting?.reason !== look.waits) return false;
  const wanted = plain(look.find);
  const { name, country } = row.city;
  const words = [name, country, say.country(country), ...row.experts];
  return words.some((word) => plain(word).includes(wanted));
}

/** Only lines sorted by name turn their names round as well. */
function directionOf({ sort, isReversed }: RoundLook): 1 | -1 {
  return sort === 'city' && isReversed ? -1 : 1;
}

function orderOf(
  look: RoundLook,
  waiting: ReadonlyMap<RoundRow, Waiting>,
): (a: RoundRow, b: RoundRow) => number {
  const { sort, isReversed } = look;
  if (typeof sort !== 'string') return byCell(sort.indicator, look);
  const direction = isReversed ? -1 : 1;
  return (a, b) => compare(a, b, sort, waiting) * direction;
}

function compare(
  a: RoundRow,
  b: RoundRow,
  sort: (typeof SORTS)[number],
  waiting: ReadonlyMap<RoundRow, Waiting>,
): number {
  switch (sort) {
    case 'city':
      return 0;
    case 'state':
      return AssessmentState.options.indexOf(a.state) - AssessmentState.options.indexOf(b.state);
    case 'progress':
      return shareDone(a.total) - shareDone(b.total);
    case 'deadline':
      return byText(a.deadline.instant, b.deadline.instant);
    case 'waiting': {
      const [one, other] = [waiting.get(a), waiting.get(b)];
      if (one === undefined || other === undefined) return 0;
      return other.urgency - one.urgency || other.days - one.days;
    }
    case 'activity':
      return byText(a.lastActivityAt ?? '', b.lastActivityAt ?? '');
  }
}

function byCell(code: string, { view, isReversed }: RoundLook): (a: RoundRow, b: RoundRow) => number {
  const valueOf = (row: RoundRow): number | undefined => {
    const cell = row.cells.find((each) => each.code === code);
    return cell === undefined ? undefined : cellOrder(cell, view);
  };
  return (a, b) => {
    const [one, other] = [valueOf(a), valueOf(b)];
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined);
    return isReversed ? one - other : other - one;
  };
}

/** What a cell counts as when lines are sorted by it; undefined for the silences. */
function cellOrder(cell: RoundCell, view: View): number | undefined {
  if (cell.standing === 'notAsked' || cell.standing === 'notApplicable') return undefined;
  switch (view) {
    case 'answered':
      return shareDone(cell);
    case 'score':
      return cell.score.kind === 'scored' ? cell.score.value : undefined;
    case 'evidence':
      return cell.answered === 0 ? undefined : cell.withEvidence / cell.answered;
  }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
