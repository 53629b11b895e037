import { THOUSANDTHS, toThousandths } from './decimal.js';
import { decimalPlaces } from './decimal-places.js';
import type { FaultList } from './fault-list.js';
import { boundsOf } from './impossible-condition.js';
import type { Path } from './json-pointer.js';
import { placedOptions, type PlacedQuestion } from './parts.js';
import { layOutPoints } from './points.js';
import type { Question } from './question.js';

/** What each question says about numbers, points and weight makes sense by itself. */
export function checkPoints(questions: readonly PlacedQuestion[], faults: FaultList): void {
  for (const { question, path } of questions) {
    checkBounds(question, path, faults);
    checkBands(question, path, faults);
    checkOptions(question, path, faults);
    if (question.indicator === undefined) checkUnscored(question, path, faults);
    else checkScored(question, path, faults);
  }
}

function checkBounds(question: Question, path: Path, faults: FaultList): void {
  if (question.kind !== 'number') return;
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

function checkBands(question: Question, path: Path, faults: FaultList): void {
  if ((question.kind !== 'number' && question.kind !== 'share') || question.bands === undefined) return;
  const { minimum, maximum } = boundsOf(question);
  let below: number | undefined;
  for (const [at, band] of question.bands.entries()) {
    const here = [...path, 'bands', at, 'from'];
    if (below === undefined && band.from !== minimum)
      faults.add({
        code: 'bandsStart',
        path: here,
        message: `The first band starts at ${String(band.from)}, the answers at ${String(minimum)}.`,
        mend: `Let the first band start at ${String(minimum)}, so that every answer has one.`,
      });
    if (below !== undefined && band.from <= below)
      faults.add({
        code: 'bandsNotRising',
        path: here,
        message: `This band starts at ${String(band.from)}, not above the one before it (${String(below)}).`,
        mend: 'Put the bands in rising order, each start once.',
      });
    if (band.from > maximum)
      faults.add({
        code: 'bandOutOfRange',
        path: here,
        message: `This band starts at ${String(band.from)}, above the maximum ${String(maximum)}: no answer reaches it.`,
        mend: 'Remove it, or raise the maximum.',
      });
    if (decimalPlaces(band.from) > question.decimals)
      faults.add({
        code: 'bandTooFine',
        path: here,
        message: `This band starts between two answers: they have at most ${String(question.decimals)} decimal places.`,
        mend: 'Round it, or raise “decimals”.',
      });
    below = band.from;
  }
}

function checkOptions(question: Question, path: Path, faults: FaultList): void {
  const { key, options } = placedOptions(question);
  const exclusive = options.filter((option) => option.exclusive === true);
  if (question.kind !== 'multiple') {
    for (const [at, option] of options.entries()) {
      if (option.exclusive === undefined) continue;
      faults.add({
        code: 'exclusiveMisplaced',
        path: [...path, key, at, 'exclusive'],
        message: 'Only an option of a multiple question can be exclusive.',
        mend: 'Remove “exclusive”.',
      });
    }
    return;
  }
  if (exclusive.length === options.length)
    faults.add({
      code: 'allExclusive',
      path: [...path, key],
      message: 'All options are exclusive, so only one can ever be chosen.',
      mend: 'Make it a single question.',
    });
  const together = options.filter((option) => option.exclusive !== true);
  const sum = together.reduce((total, option) => total + toThousandths(option.points ?? 0), 0);
  for (const [at, option] of options.entries()) {
    const points = toThousandths(option.points ?? 0);
    if (option.exclusive !== true || points === 0 || points < sum) continue;
    faults.add({
      code: 'exclusiveBest',
      path: [...path, key, at, 'points'],
      message: 'This exclusive option is worth at least as much as all others together.',
      mend: 'Give “none of these” fewer points, or none.',
      severity: 'warning',
    });
  }
  checkCap(
    question.cap,
    layOutPoints({ ...question, cap: undefined }).attainable / THOUSANDTHS,
    path,
    faults,
  );
}

function checkCap(cap: number | undefined, best: number, path: Path, faults: FaultList): void {
  if (cap === undefined) return;
  if (cap === 0)
    faults.add({
      code: 'capZero',
      path: [...path, 'cap'],
      message: 'A cap of 0 leaves nothing to reach.',
      mend: 'Raise the cap, or remove the points.',
    });
  else if (cap > best)
    faults.add({
      code: 'capWithoutEffect',
      path: [...path, 'cap'],
      message: `The cap of ${String(cap)} is above what can be reached (${String(best)}): it never has an effect.`,
      mend: 'Remove or lower it.',
    });
}

function checkUnscored(question: Question, path: Path, faults: FaultList): void {
  if (question.weight !== undefined)
    faults.add({
      code: 'weightWithoutIndicator',
      path: [...path, 'weight'],
      message: `“${question.code}” has a weight but feeds no indicator.`,
      mend: 'Name its indicator, or remove the weight.',
    });
  const at = pathOfPoints(question);
  if (at !== undefined)
    faults.add({
      code: 'pointsWithoutIndicator',
      path: [...path, ...at],
      message: `“${question.code}” has points but feeds no indicator.`,
      mend: 'Name its indicator, or remove the points.',
    });
}

/** Where a question first speaks of points; undefined when it does not. */
function pathOfPoints(question: Question): Path | undefined {
  switch (question.kind) {
    case 'yesNo':
      return question.points && ['points'];
    case 'number':
    case 'share':
      return question.bands && ['bands'];
    case 'single':
    case 'multiple':
    case 'matrix': {
      const { key, options } = placedOptions(question);
      const at = options.findIndex((option) => option.points !== undefined);
      if (at >= 0) return [key, at, 'points'];
      return question.kind === 'multiple' && question.cap !== undefined ? ['cap'] : undefined;
    }
    case 'date':
    case 'text':
      return undefined;
  }
}

function checkScored(question: Question, path: Path, faults: FaultList): void {
  if (question.kind === 'date' || question.kind === 'text') {
    faults.add({
      code: 'neverScored',
      path: [...path, 'indicator'],
      message: `“${question.code}” is a ${question.kind} question, which is never scored.`,
      mend: 'Remove “indicator”; its section says where it belongs.',
    });
    return;
  }
  if (question.weight === 0)
    faults.add({
      code: 'weightZero',
      path: [...path, 'weight'],
      message: `“${question.code}” has the weight 0 and so never counts.`,
      mend: 'Remove “indicator”, points and weight, or give a weight above 0.',
    });
  if (layOutPoints(question).attainable === 0 && !(question.kind === 'multiple' && question.cap === 0))
    faults.add({
      code: 'nothingAttainable',
      path,
      message: `“${question.code}” feeds an indicator but no answer to it is worth a point.`,
      mend: 'Give points, or remove “indicator”.',
    });
}
