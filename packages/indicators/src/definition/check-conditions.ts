import { looksAt } from './compile-questionnaire.js';
import { checkFormula } from './check-formula.js';
import { checkLeaf } from './check-leaf.js';
import type { Condition } from './condition.js';
import { orderByDependence } from './dependence.js';
import type { FaultList } from './fault-list.js';
import { contradictionIn } from './impossible-condition.js';
import type { Path } from './json-pointer.js';
import { placedConditions, type PlacedQuestion } from './parts.js';
import { Scope } from './scope.js';

/** Conditions and formulas look at questions that exist, in a way that fits them, never in circles, and can come true. */
export function checkConditions(questions: readonly PlacedQuestion[], faults: FaultList): void {
  const all = Scope.of(questions);
  for (const { question, path, set } of questions) {
    const scope = all.within(set?.id);
    if (question.kind === 'computed') checkFormula(question.formula, [...path, 'formula'], scope, faults);
    if (question.askedIf === undefined) continue;
    const here = [...path, 'askedIf'];
    const about = checkCondition(question.askedIf, here, scope, faults);
    if (about !== undefined)
      faults.add({
        code: 'conditionImpossible',
        path: here,
        message: `“${question.code}” is never asked: its condition contradicts itself about “${about}”.`,
        mend: 'Use any instead of all, or remove one of the two parts.',
      });
  }
  checkCircles(questions, faults);
}

/**
 * Checks every part of a condition.
 *
 * @returns the code of a question about which the condition contradicts itself, when its parts are sound
 */
export function checkCondition(
  condition: Condition,
  path: Path,
  scope: Scope,
  faults: FaultList,
): string | undefined {
  const before = faults.faults.length;
  for (const placed of placedConditions(condition, path)) {
    const { condition: part } = placed;
    if (part.op === 'compare') {
      checkFormula(part.left, [...placed.path, 'left'], scope, faults);
      checkFormula(part.right, [...placed.path, 'right'], scope, faults);
    } else if (part.op !== 'all' && part.op !== 'any' && part.op !== 'not')
      checkLeaf(part, placed.path, scope, faults);
  }
  if (faults.faults.length > before) return undefined;
  const about = contradictionIn(condition, (id) => scope.anywhere(id));
  return about === undefined ? undefined : (scope.anywhere(about)?.code ?? about);
}

function checkCircles(questions: readonly PlacedQuestion[], faults: FaultList): void {
  const byId = new Map(questions.map((placed) => [placed.question.id, placed]));
  const order = orderByDependence(questions, ({ question, set }) =>
    [...looksAt(question), ...(set ? [set.id] : [])].flatMap((id) => byId.get(id) ?? []),
  );
  const first = order.ok ? undefined : order.circle[0];
  if (order.ok || first === undefined) return;
  const codes = [...order.circle, first].map(({ question }) => question.code);
  faults.add({
    code: 'conditionCircular',
    path: [...first.path, first.question.askedIf === undefined ? 'formula' : 'askedIf'],
    message: `The conditions and formulas go in a circle: ${codes.join(' → ')}.`,
    mend: 'Let one of these questions be asked, or calculated, without looking at the next.',
  });
}
