import { looksAt } from '../definition/compile-questionnaire.js';
import { checkFormula } from './check-formula.js';
import { checkLeaf } from './check-leaf.js';
import type { Condition } from '../definition/condition.js';
import { orderByDependence } from '../definition/dependence.js';
import type { FaultList } from './fault-list.js';
import type { Path } from '../definition/json-pointer.js';
import { placedConditions, type PlacedQuestion } from '../definition/parts.js';
import { Scope } from '../definition/scope.js';

/** Conditions and formulas look at questions that exist, in a way that fits them, and never in circles. */
export function checkConditions(questions: readonly PlacedQuestion[], faults: FaultList): void {
  const all = Scope.of(questions);
  for (const { question, path, set } of questions) {
    const scope = all.within(set?.id);
    if (question.kind === 'computed') checkFormula(question.formula, [...path, 'formula'], scope, faults);
    if (question.askedIf === undefined) continue;
    checkCondition(question.askedIf, [...path, 'askedIf'], scope, faults);
  }
  checkCircles(questions, faults);
}

/** Every part of a condition looks at what is there, in a way that fits it. */
export function checkCondition(condition: Condition, path: Path, scope: Scope, faults: FaultList): void {
  for (const placed of placedConditions(condition, path)) {
    const { condition: part } = placed;
    if (part.op === 'compare') {
      checkFormula(part.left, [...placed.path, 'left'], scope, faults);
      checkFormula(part.right, [...placed.path, 'right'], scope, faults);
    } else if (part.op !== 'all' && part.op !== 'any' && part.op !== 'not')
      checkLeaf(part, placed.path, scope, faults);
  }
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
