import * as z from 'zod';
import { Decimal } from './decimal.js';
import { Code, Id } from './identity.js';

/** One choice of a single or multiple question, or one column of a matrix. No `points` means the choice scores 0. */
export const Option = z
  .strictObject({
    id: Id,
    code: Code,
    points: Decimal.optional().describe('What choosing it is worth; 0 unless given.'),
    exclusive: z
      .boolean()
      .optional()
      .describe('On a multiple question: choosing this one excludes all others (“none of these”).'),
  })
  .meta({ id: 'Option', description: 'One choice, or one column of a matrix.' });
export type Option = z.infer<typeof Option>;

/** One of the things that a ranking puts in order. */
export const RankedOption = z
  .strictObject({
    id: Id,
    code: Code,
    counts: z
      .boolean()
      .optional()
      .describe('Whether it brings the points of the place it is put; other options bring none.'),
  })
  .meta({ id: 'RankedOption', description: 'One of the things that a ranking puts in order.' });
export type RankedOption = z.infer<typeof RankedOption>;

/** One line of a matrix. */
export const Row = z
  .strictObject({ id: Id, code: Code })
  .meta({ id: 'Row', description: 'One line of a matrix.' });
export type Row = z.infer<typeof Row>;
