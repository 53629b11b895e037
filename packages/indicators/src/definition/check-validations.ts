import { checkCondition } from './check-conditions.js';
import { reportUnfound } from './check-leaf.js';
import type { FaultList } from './fault-list.js';
import type { Path } from './json-pointer.js';
import type { PlacedQuestion } from './parts.js';
import { Scope } from './scope.js';
import type { Validation } from './validation.js';

/** Validations can hold, are kept where they say, and are shown at questions that are there. */
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
    const about = checkCondition(validation.holds, [...path, 'holds'], scope, faults);
    if (about !== undefined)
      faults.add({
        code: 'conditionImpossible',
        path: [...path, 'holds'],
        message: `“${validation.code}” can never hold: its condition contradicts itself about “${about}”.`,
        mend: 'Correct the condition: it says what must hold, not what is wrong.',
      });
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
