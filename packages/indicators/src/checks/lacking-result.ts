import type { Condition } from '../definition/condition.js';
import type { Formula } from '../definition/formula.js';
import type { Id } from '../definition/identity.js';
import { lookedAtByFormula } from '../definition/looked-at.js';
import { placedFormulas } from '../definition/parts.js';

const NEVER: Condition = { op: 'any', of: [] };
const ZERO: Formula = { op: 'number', value: 0 };

/**
 * That a formula has no value and is to get none, as answers that are there decide it: none of those that it looks at
 * is still to come. Undefined for one that looks into the instances of a set. Results beyond what a number can hold are
 * left aside.
 */
export function whereResultLacks(formula: Formula): Condition | undefined {
  if ([...placedFormulas(formula, [])].some(({ over }) => over !== undefined)) return undefined;
  const known = lookedAtByFormula(formula).map((question): Condition => ({
    op: 'any',
    of: [isLeftOut(question), { op: 'answered', question }],
  }));
  return { op: 'all', of: [hasNoValue(formula), ...known] };
}

function hasNoValue(formula: Formula): Condition {
  switch (formula.op) {
    case 'number':
    case 'count':
      return NEVER;
    case 'answer':
      return isLeftOut(formula.question);
    case 'add':
    case 'subtract':
    case 'multiply':
      return { op: 'any', of: formula.of.map(hasNoValue) };
    case 'divide': {
      const divisorIsZero: Condition = {
        op: 'compare',
        left: formula.of[1],
        relation: 'equal',
        right: ZERO,
      };
      return { op: 'any', of: [...formula.of.map(hasNoValue), divisorIsZero] };
    }
    case 'sum':
    case 'min':
    case 'max':
      return { op: 'all', of: formula.of.map(hasNoValue) };
  }
}

function isLeftOut(question: Id): Condition {
  return { op: 'not', of: { op: 'answered', question } };
}
