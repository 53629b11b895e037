import { checkCondition } from './check-conditions.js';
import { reportUnfound } from './check-leaf.js';
import type { FaultList } from './fault-list.js';
import type { Path } from '../definition/json-pointer.js';
import type { PlacedQuestion } from '../definition/parts.js';
import { Scope } from '../definition/scope.js';
import type { Validation } from '../definition/validation.js';

/** Validations look at what is there, are kept where they say, and are shown at questions that are there. */
export function checkValidations(
  validations: readonly Validation[],
  questions: readonly PlacedQuestion[],
  faults: FaultList,
): void {
  const all = Scope.of(questions);
  for (const [at, validation] of validations.entries()) {
    const path = ['validations', at];
    checkSet(validation, path, all, faults);
    const scope = all.within(validation.set);
    checkCondition(validation.holds, [...path, 'holds'], scope, faults);
    for (const [mark, id] of validation.marks.entries()) {
      const found = scope.find(id);
      if (found.kind !== 'question') reportUnfound(found, id, [...path, 'marks', mark], faults);
    }
  }
}

function checkSet({ set }: Validation, path: Path, scope: Scope, faults: FaultList): void {
  if (set === undefined) return;
  const found = scope.find(set);
  if (found.kind === 'unknown') reportUnfound(found, set, [...path, 'set'], faults);
  else if (found.question.kind !== 'set')
    faults.add({
      code: 'notASet',
      path: [...path, 'set'],
      message: `“${found.question.code}” is a ${found.question.kind} question: it has no instances.`,
      mend: 'Name a repeated set, or remove “set”.',
    });
}
