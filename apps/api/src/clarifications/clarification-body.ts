import * as z from 'zod';

/** The words of an event, as they are kept with its chain entry, where they can be erased. */
export const ClarificationBody = z.object({
  /** What is asked, what is answered, or why it is no longer asked. */
  reason: z.string(),
  /** What would settle it; of what is asked only. */
  settledBy: z.string().optional(),
  /** The instance that is asked about, of a question in a repeated set. */
  instance: z.string().optional(),
});
export type ClarificationBody = z.infer<typeof ClarificationBody>;
