import * as z from 'zod';
import { Answer } from '../answers/answer.js';
import { Id } from '../definition/identity.js';

/** What an expert found for one question. Only the newest of the first reader counts; see `layColumns`. */
export const FindingInput = z
  .strictObject({
    id: z.string(),
    question: Id,
    /** The instance that was judged, of a question in a repeated set. */
    instance: z.string().optional(),
    reader: z.enum(['first', 'second']),
    /** Rises with every finding of an assessment: the highest is the newest. */
    sequence: z.int(),
    /** The value found; null: the finding is withdrawn and the claim stands. */
    answer: Answer.nullable(),
  })
  .meta({ id: 'FindingInput' });
export type FindingInput = z.infer<typeof FindingInput>;
