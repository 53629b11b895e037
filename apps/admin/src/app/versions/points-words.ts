import { THOUSANDTHS } from '@kilim/indicators';
import type { Speech } from '../language/speech';

/** Thousandths of a point in words: “2.5 points”. */
export function pointsWords(thousandths: number, say: Speech): string {
  return say.n('points', thousandths / THOUSANDTHS);
}

/** “2.5 of 4 points”, both in thousandths. */
export function pointsOfWords(reached: number, attainable: number, say: Speech): string {
  return say.n('pointsOf', attainable / THOUSANDTHS, { reached: say.number(reached / THOUSANDTHS) });
}
