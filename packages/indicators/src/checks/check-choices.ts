import { THOUSANDTHS, toThousandths } from '../definition/thousandths.js';
import type { FaultList } from './fault-list.js';
import type { Path } from '../definition/json-pointer.js';
import { placedOptions } from '../definition/parts.js';
import { layOutPoints, rankedCount } from '../definition/points.js';
import type { Question, QuestionOf } from '../definition/question.js';
import { FILES_MAXIMUM } from '../definition/question-limits.js';

/** Of what can be chosen, ranked, given or listed, some number can be, and its points can be reached. */
export function checkChoices(question: Question, path: Path, faults: FaultList): void {
  switch (question.kind) {
    case 'multiple':
      checkMultiple(question, path, faults);
      break;
    case 'ranking':
      checkRanking(question, path, faults);
      break;
    case 'file':
      checkCounts(question.minimum ?? 1, question.maximum ?? FILES_MAXIMUM, path, faults);
      break;
    case 'set':
      checkCounts(question.minimum, question.maximum, path, faults);
      break;
    case 'single':
    case 'matrix':
      checkNoneExclusive(question, path, faults);
      break;
    case 'yesNo':
    case 'number':
    case 'share':
    case 'date':
    case 'text':
    case 'computed':
      break;
  }
}

function checkNoneExclusive(question: Question, path: Path, faults: FaultList): void {
  const { key, options } = placedOptions(question);
  for (const [at, option] of options.entries()) {
    if (option.exclusive === undefined) continue;
    faults.add({
      code: 'exclusiveMisplaced',
      path: [...path, key, at, 'exclusive'],
      message: 'Only an option of a multiple question can be exclusive.',
      mend: 'Remove “exclusive”.',
    });
  }
}

function checkMultiple(question: QuestionOf<'multiple'>, path: Path, faults: FaultList): void {
  const together = question.options.filter((option) => option.exclusive !== true);
  if (together.length === 0)
    faults.add({
      code: 'allExclusive',
      path: [...path, 'options'],
      message: 'All options are exclusive, so only one can ever be chosen.',
      mend: 'Make it a single question.',
    });
  else {
    const most = together.length;
    checkCounts(question.minimum ?? 1, Math.min(question.maximum ?? most, most), path, faults);
  }
  const sum = together.reduce((total, option) => total + toThousandths(option.points ?? 0), 0);
  for (const [at, option] of question.options.entries()) {
    const points = toThousandths(option.points ?? 0);
    if (option.exclusive !== true || points === 0 || points < sum) continue;
    faults.add({
      code: 'exclusiveBest',
      path: [...path, 'options', at, 'points'],
      message: 'This exclusive option is worth at least as much as all others together.',
      mend: 'Give “none of these” fewer points, or none.',
    });
  }
  const best = layOutPoints({ ...question, cap: undefined }).attainable / THOUSANDTHS;
  checkCap(question.cap, best, path, faults);
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

function checkRanking(question: QuestionOf<'ranking'>, path: Path, faults: FaultList): void {
  const ranked = rankedCount(question);
  if (ranked > question.options.length)
    faults.add({
      code: 'countsImpossible',
      path: [...path, 'ranked'],
      message: `${String(ranked)} are to be ranked of ${String(question.options.length)} options.`,
      mend: 'Lower “ranked”, or add options.',
    });
  const placesTooMany = (question.places?.length ?? 0) > ranked;
  if (placesTooMany)
    faults.add({
      code: 'pointsUnreachable',
      path: [...path, 'places', ranked],
      message: `Only ${String(ranked)} are ranked: no option is ever put in a later place.`,
      mend: 'Remove the places that nothing can be put in.',
    });
  const counting = question.options.findIndex((option) => option.counts === true);
  if (question.places === undefined && counting >= 0)
    faults.add({
      code: 'countsWithoutPlaces',
      path: [...path, 'options', counting, 'counts'],
      message: 'This option counts, but no place is worth points.',
      mend: 'Give points for places, or remove “counts”.',
    });
}

function checkCounts(minimum: number, maximum: number, path: Path, faults: FaultList): void {
  if (minimum <= maximum) return;
  faults.add({
    code: 'countsImpossible',
    path: [...path, 'minimum'],
    message: `At least ${String(minimum)} are wanted, at most ${String(maximum)} can be.`,
    mend: 'Lower the minimum, or raise the maximum.',
  });
}
