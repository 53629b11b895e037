import { checkChoices } from './check-choices.js';
import { checkFigure } from './check-figures.js';
import type { FaultList } from './fault-list.js';
import type { Path } from '../definition/json-pointer.js';
import { placedOptions, type PlacedQuestion } from '../definition/parts.js';
import { isNeverScored, layOutPoints } from '../definition/points.js';
import type { Question } from '../definition/question.js';

/** What each question says about numbers, points and weight makes sense by itself. */
export function checkPoints(questions: readonly PlacedQuestion[], faults: FaultList): void {
  for (const { question, path } of questions) {
    checkFigure(question, path, faults);
    checkChoices(question, path, faults);
    if (question.indicator === undefined) checkUnscored(question, path, faults);
    else checkScored(question, path, faults);
  }
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
    case 'file':
      return question.points === undefined ? undefined : ['points'];
    case 'number':
    case 'share':
    case 'computed':
      return question.bands ? ['bands'] : question.curve && ['curve'];
    case 'single':
    case 'multiple':
    case 'matrix': {
      const { key, options } = placedOptions(question);
      const at = options.findIndex((option) => option.points !== undefined);
      if (at >= 0) return [key, at, 'points'];
      return question.kind === 'multiple' && question.cap !== undefined ? ['cap'] : undefined;
    }
    case 'ranking':
      return question.places && ['places'];
    case 'date':
    case 'text':
    case 'set':
      return undefined;
  }
}

function checkScored(question: Question, path: Path, faults: FaultList): void {
  if (isNeverScored(question)) {
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
