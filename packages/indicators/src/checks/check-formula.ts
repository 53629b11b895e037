import { reportUnfound } from './check-leaf.js';
import type { FaultList } from './fault-list.js';
import type { Formula } from '../definition/formula.js';
import type { Path } from '../definition/json-pointer.js';
import { placedFormulas } from '../definition/parts.js';
import type { QuestionKind } from '../definition/question.js';
import type { Scope } from '../definition/scope.js';

/** The kinds of question whose answers stand for a number; see {@link Formula}. */
const NUMERIC: readonly QuestionKind[] = [
  'yesNo',
  'multiple',
  'number',
  'share',
  'ranking',
  'file',
  'computed',
  'set',
];

/** A formula takes numbers from questions that have one, and goes over repeated sets. */
export function checkFormula(formula: Formula, path: Path, scope: Scope, faults: FaultList): void {
  for (const placed of placedFormulas(formula, path, scope.set)) {
    const { formula: part } = placed;
    if (part.op === 'answer') checkAnswer(part.question, placed.path, scope.within(placed.over), faults);
    if ('over' in part && part.over !== undefined) checkOver(part.over, placed.path, scope, faults);
  }
}

function checkAnswer(id: string, path: Path, scope: Scope, faults: FaultList): void {
  const here = [...path, 'question'];
  const found = scope.find(id);
  if (found.kind !== 'question') reportUnfound(found, id, here, faults);
  else if (!NUMERIC.includes(found.question.kind))
    faults.add({
      code: 'formulaMisfit',
      path: here,
      message: `“${found.question.code}” is a ${found.question.kind} question, whose answers stand for no number.`,
      mend: `Name a question of the kind ${NUMERIC.join(', ')}.`,
    });
}

function checkOver(id: string, path: Path, scope: Scope, faults: FaultList): void {
  const found = scope.find(id);
  if (found.kind !== 'question') reportUnfound(found, id, [...path, 'over'], faults);
  else if (found.question.kind !== 'set')
    faults.add({
      code: 'notASet',
      path: [...path, 'over'],
      message: `“${found.question.code}” is a ${found.question.kind} question: it has no instances.`,
      mend: 'Name a repeated set, or remove “over”.',
    });
}
