import type { Formula, Id } from '@kilim/indicators';

/** What one may calculate, in the order in which it is offered. */
export const FORMULA_OPS: readonly Formula['op'][] = [
  ...(['answer', 'number', 'add', 'subtract', 'multiply', 'divide'] as const),
  ...(['sum', 'count', 'min', 'max'] as const),
];

/** The parts of a formula; a number and an answer have none. */
export function partsOf(formula: Formula): readonly Formula[] {
  return 'of' in formula ? formula.of : [];
}

/** A formula of another sort, keeping what parts it can. @param question for an answer, where there is none yet */
export function formulaOf(op: Formula['op'], before: Formula, question: Id): Formula {
  const parts = partsOf(before);
  const kept = parts.length > 0 ? parts : [before];
  const zero: Formula = { op: 'number', value: 0 };
  const [one = zero, two = zero] = kept;
  switch (op) {
    case 'number':
      return zero;
    case 'answer':
      return { op, question };
    case 'subtract':
    case 'divide':
      return { op, of: [one, two] };
    case 'add':
    case 'multiply':
      return { op, of: kept.length > 1 ? kept : [one, two] };
    case 'sum':
    case 'min':
    case 'max':
    case 'count':
      return { op, of: kept };
  }
}

/** Whether a sort of calculation takes any number of parts. */
export function takesMany({ op }: Formula): boolean {
  return op !== 'number' && op !== 'answer' && op !== 'subtract' && op !== 'divide';
}

/** The fewest parts it has. */
export function fewestParts({ op }: Formula): number {
  return op === 'add' || op === 'multiply' || op === 'subtract' || op === 'divide' ? 2 : 1;
}
