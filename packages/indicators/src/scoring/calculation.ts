import * as z from 'zod';
import { Address } from '../answers/address.js';
import type { Formula } from '../definition/formula.js';

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
