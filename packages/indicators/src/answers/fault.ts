import * as z from 'zod';

/**
 * What is wrong with an answer. The value is kept as typed; it counts once it is mended.
 * `limit` is the bound that was crossed; `suggestion` a value that may have been meant (31.2 for 312 %).
 */
export const Fault = z
  .strictObject({
    code: z.enum([
      'wrongType',
      'unknownOption',
      'repeatedOption',
      'repeatedEntry',
      'exclusiveWithOthers',
      'nothingChosen',
      'tooFew',
      'tooMany',
      'notAllRanked',
      'calculated',
      'mustApply',
      'belowMinimum',
      'aboveMaximum',
      'tooManyDecimals',
      'unknownRow',
      'rowsOpen',
      'noSuchDate',
      'tooLong',
      'blank',
    ]),
    limit: z.number().optional(),
    suggestion: z.number().optional(),
  })
  .meta({ id: 'Fault' });
export type Fault = z.infer<typeof Fault>;
