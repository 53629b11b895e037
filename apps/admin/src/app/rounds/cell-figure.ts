import type { RoundCell } from '@kilim/contracts';
import { percentInterval, percentOf, shareDone } from '@kilim/indicators';
import type { Speech } from '../language/speech';
import type { View } from './round-look';

/** One cell of the matrix made ready: the figure, the length of its thread, and what it says in words. */
export interface CellFigure {
  /** Absent for the silences: the knot says it all. */
  readonly figure?: string;
  /** The thread, 0 to 100. */
  readonly thread: number;
  /** Without city and indicator, which the screen puts before it. */
  readonly words: string;
}

/** What a cell shows in a view. */
export function cellFigure(cell: RoundCell, view: View, say: Speech): CellFigure {
  const standing = say.t(`standing.${cell.standing}`);
  if (cell.standing === 'notAsked' || cell.standing === 'notApplicable')
    return { thread: 0, words: standing };
  switch (view) {
    case 'answered': {
      const done = percentOf(shareDone(cell));
      return {
        ...(done > 0 && { figure: say.number(done) }),
        thread: done,
        words: `${say.percent(done)}, ${countWords(cell, say)}, ${standing}`,
      };
    }
    case 'score':
      return scoreFigure(cell, standing, say);
    case 'evidence': {
      const share = cell.answered === 0 ? 0 : percentOf(cell.withEvidence / cell.answered);
      const counts = { with: cell.withEvidence };
      return {
        ...(cell.answered > 0 && { figure: `${say.number(cell.withEvidence)}/${say.number(cell.answered)}` }),
        thread: share,
        words: `${say.n('cell.evidence', cell.answered, counts)}, ${standing}`,
      };
    }
  }
}

function scoreFigure(cell: RoundCell, standing: string, say: Speech): CellFigure {
  const counts = countWords(cell, say);
  if (cell.score.kind !== 'scored' || cell.interval === undefined)
    return { thread: 0, words: `${say.t('score.none')}, ${counts}, ${standing}` };
  const value = percentOf(cell.score.value);
  const { low, high } = percentInterval(cell.interval);
  const isSettled = cell.interval.high - cell.interval.low < 1e-9;
  return {
    figure: isSettled ? say.number(value) : `${say.number(low)}–${say.number(high)}`,
    thread: value,
    words: isSettled
      ? `${say.t('score.sentence.settled', { value })}, ${standing}`
      : `${say.t('score.sentence', { value, low, high })}, ${counts}, ${standing}`,
  };
}

function countWords(cell: RoundCell, say: Speech): string {
  const done = cell.answered + cell.notApplicable;
  return say.n('cell.answered', cell.asked, { done });
}

/** The figure as a spreadsheet takes it: a number where there is one, else words. */
export function cellValue(cell: RoundCell, view: View, say: Speech): string | number {
  if (cell.standing === 'notAsked' || cell.standing === 'notApplicable')
    return say.t(`standing.${cell.standing}`);
  switch (view) {
    case 'answered':
      return percentOf(shareDone(cell));
    case 'score':
      return cell.score.kind === 'scored' ? percentOf(cell.score.value) : say.t('standing.unanswered');
    case 'evidence':
      return cell.withEvidence;
  }
}
