import { evaluateFormula, partsOf } from '../answers/evaluate-formula.js';
import type { StatesSight } from '../answers/standing.js';
import type { Formula } from '../definition/formula.js';
import { toNumber } from '../definition/rational.js';
import type { Calculation } from './calculation.js';

/** Works a formula out and keeps what each part came to. */
export function calculate(formula: Formula, sight: StatesSight): Calculation {
  const exact = evaluateFormula(formula, sight);
  const value = exact && toNumber(exact);
  return { op: formula.op, ...(value !== undefined && { value }), ...partsIn(formula, sight) };
}

function partsIn(formula: Formula, sight: StatesSight): Pick<Calculation, 'address' | 'of'> {
  switch (formula.op) {
    case 'number':
      return {};
    case 'answer': {
      const address = sight.stateOf(formula.question)?.address;
      return address === undefined ? {} : { address };
    }
    case 'add':
    case 'multiply':
    case 'subtract':
    case 'divide':
      return { of: formula.of.map((part) => calculate(part, sight)) };
    case 'sum':
    case 'min':
    case 'max':
    case 'count':
      return {
        of: partsOf<StatesSight>(formula, sight).map((part) => calculate(part.formula, part.sight)),
      };
  }
}
