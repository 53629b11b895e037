import { type RoundOverview, type RoundRow, waitingOf } from '@kilim/contracts';
import { percentInterval, percentOf, shareDone } from '@kilim/indicators';
import type { Speech } from '../language/speech';
import { cellValue } from './cell-figure';
import type { View } from './round-look';
import { waitingWords } from './waiting-words';

/**
 * What is seen, as rows of a table: one line per city in the order of the screen, one column per indicator by code.
 * In the view of scores each indicator has two more columns: what is still possible.
 */
export function roundTable(
  round: RoundOverview,
  rows: readonly RoundRow[],
  view: View,
  say: Speech,
): readonly (readonly (string | number)[])[] {
  const codes = rows[0]?.cells.map(({ code }) => code) ?? [];
  const head = [
    say.t('matrix.city'),
    say.t('matrix.country'),
    say.t('matrix.state'),
    say.t('matrix.progress'),
    ...codes.flatMap((code) =>
      view === 'score'
        ? [code, say.t('csv.low', { code }), say.t('csv.high', { code })]
        : [say.t(`csv.${view}`, { code })],
    ),
    say.t('matrix.due'),
    say.t('csv.zone'),
    say.t('matrix.waiting'),
    say.t('matrix.activity'),
  ];
  return [head, ...rows.map((row) => lineOf(row, round, view, say))];
}

function lineOf(row: RoundRow, round: RoundOverview, view: View, say: Speech): readonly (string | number)[] {
  return [
    row.city.name,
    say.country(row.city.country),
    say.t(`state.${row.state}`),
    percentOf(shareDone(row.total)),
    ...row.cells.flatMap((cell) => {
      const value = cellValue(cell, view, say);
      if (view !== 'score') return [value];
      if (typeof value === 'string' || cell.interval === undefined) return [value, '', ''];
      const { low, high } = percentInterval(cell.interval);
      return [value, low, high];
    }),
    row.deadline.localTime.replace('T', ' '),
    row.deadline.zone,
    waitingWords(waitingOf(row, round.now), say),
    row.lastActivityAt ?? '',
  ];
}
