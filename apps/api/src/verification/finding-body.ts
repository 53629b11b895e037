import { Answer } from '@kilim/indicators';
import * as z from 'zod';

/** What a finding says, as it is kept with its chain entry, where it can be erased. */
export const FindingBody = z.object({
  /** The value found; null: the earlier finding is withdrawn. */
  answer: Answer.nullable(),
  reason: z.string(),
  /** The instance that was judged, of a question in a repeated set. */
  instance: z.string().optional(),
  /** The answer event or finding whose value it replaces; null when there was none. */
  against: z.string().nullable(),
});
export type FindingBody = z.infer<typeof FindingBody>;
