import * as z from 'zod';
import { Address } from '../answers/address.js';
import { evaluateFormula, partsOf } from '../answers/evaluate-formula.js';
import type { StatesSight } from '../answers/standing.js';
import type { Formula } from '../definition/formula.js';
import { toNumber } from '../definition/rational.js';

/**
 * A formula with what each part of it came to, as the nearest number; `value` is absent where the part had none. The
 * parts of an aggregate over a repeated set stand instance by instance.
 */
export interface Calculation {
  readonly op: Formula['op'];
  readonly value?: number | undefined;
  /** Whose answer, when `op` is `answer`; absent where the question is asked nowhere. */
  readonly address?: string | undefined;
  readonly of?: readonly Calculation[] | undefined;
}

export const Calculation: z.ZodType<Calculation> = z
  .lazy(() =>
    z.strictObject({
      op: z.enum(['number', 'answer', 'add', 'subtract', 'multiply', 'divide', 'sum', 'min', 'max', 'count']),
      value: z.number().optional(),
      address: Address.optional(),
      of: z.array(Calculation).readonly().optional(),
    }),
  )
  .meta({ id: 'Calculation' });

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
