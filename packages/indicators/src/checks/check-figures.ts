import { decimalPlaces } from '../definition/decimal-places.js';
import type { FaultList } from './fault-list.js';
import { boundsOf } from './impossible-condition.js';
import type { Path } from '../definition/json-pointer.js';
import type { Question, QuestionOf } from '../definition/question.js';

type Figure = QuestionOf<'number' | 'share' | 'computed'>;

/** The bounds of a figure leave something between them, and its bands or its curve cover what can be answered. */
export function checkFigure(question: Question, path: Path, faults: FaultList): void {
  if (question.kind === 'number') checkBounds(question, path, faults);
  if (question.kind !== 'number' && question.kind !== 'share' && question.kind !== 'computed') return;
  if (question.bands !== undefined && question.curve !== undefined)
    faults.add({
      code: 'bandsAndCurve',
      path: [...path, 'curve'],
      message: `“${question.code}” has both bands and a curve.`,
      mend: 'Keep one: bands for points in steps, a curve for points along a line.',
    });
  const bands = (question.bands ?? []).map(({ from }) => from);
  const curve = (question.curve ?? []).map(({ at }) => at);
  checkRising(bands, [...path, 'bands'], 'from', faults);
  checkRising(curve, [...path, 'curve'], 'at', faults);
  checkReach(question, bands, path, faults);
  checkCurveReach(question, curve, path, faults);
  checkFineness(question, bands, [...path, 'bands'], faults);
}

function checkBounds(question: QuestionOf<'number'>, path: Path, faults: FaultList): void {
  if (question.minimum > question.maximum)
    faults.add({
      code: 'rangeEmpty',
      path: [...path, 'minimum'],
      message: `The minimum ${String(question.minimum)} is above the maximum ${String(question.maximum)}.`,
      mend: 'Exchange them, or correct one.',
    });
  for (const key of ['minimum', 'maximum'] as const) {
    if (decimalPlaces(question[key]) <= question.decimals) continue;
    faults.add({
      code: 'badValue',
      path: [...path, key],
      message: `The ${key} has more decimal places than an answer may have (${String(question.decimals)}).`,
      mend: 'Round it, or raise “decimals”.',
    });
  }
}

function checkRising(starts: readonly number[], path: Path, key: 'from' | 'at', faults: FaultList): void {
  for (const [at, start] of starts.entries()) {
    const below = starts[at - 1];
    if (below === undefined || start > below) continue;
    faults.add({
      code: key === 'from' ? 'bandsNotRising' : 'curveNotRising',
      path: [...path, at, key],
      message: `This stands at ${String(start)}, not above the one before it (${String(below)}).`,
      mend: 'Put them in rising order, each number once.',
    });
  }
}

/** The first band begins where the answers do; no band begins beyond them. What is calculated may be any number. */
function checkReach(question: Figure, bands: readonly number[], path: Path, faults: FaultList): void {
  if (question.kind === 'computed') return;
  const { minimum, maximum } = boundsOf(question);
  for (const [at, from] of bands.entries()) {
    const here = [...path, 'bands', at, 'from'];
    if (at === 0 && from !== minimum)
      faults.add({
        code: 'bandsStart',
        path: here,
        message: `The first band starts at ${String(from)}, the answers at ${String(minimum)}.`,
        mend: `Let the first band start at ${String(minimum)}, so that every answer has one.`,
      });
    if (from > maximum)
      faults.add({
        code: 'bandOutOfRange',
        path: here,
        message: `This band starts at ${String(from)}, above the maximum ${String(maximum)}: no answer reaches it.`,
        mend: 'Remove it, or raise the maximum.',
      });
  }
}

/** A curve may end before the answers do, where it is then flat; a point beyond them is never reached. */
function checkCurveReach(question: Figure, curve: readonly number[], path: Path, faults: FaultList): void {
  const { minimum, maximum } = boundsOf(question);
  for (const [at, place] of curve.entries()) {
    if (place >= minimum && place <= maximum) continue;
    faults.add({
      code: 'curveOutOfRange',
      path: [...path, 'curve', at, 'at'],
      message: `This point of the curve is at ${String(place)}; answers go from ${String(minimum)} to ${String(maximum)}.`,
      mend: 'Move it to where answers can be, or change the bounds of the answers.',
    });
  }
}

function checkFineness(question: Figure, bands: readonly number[], path: Path, faults: FaultList): void {
  for (const [at, from] of bands.entries()) {
    if (decimalPlaces(from) <= question.decimals) continue;
    faults.add({
      code: 'bandTooFine',
      path: [...path, at, 'from'],
      message: `This band starts between two answers: they have at most ${String(question.decimals)} decimal places.`,
      mend: 'Round it, or raise “decimals”.',
    });
  }
}
