import * as z from 'zod';
import { Condition } from './condition.js';
import { Code, Id } from './identity.js';

/**
 * What must hold across answers (more people born abroad than people is a slip). Its words are the text `message`.
 *
 * It is violated when the answers that are there contradict it: when `holds` is false whatever the missing ones may
 * turn out to be. So whatever looks at a question without a valid answer is undecided; only `answered` is false for
 * good of a question that is not asked or does not apply.
 */
export const Validation = z
  .strictObject({
    id: Id,
    code: Code,
    holds: Condition.describe('What must hold.'),
    severity: z
      .enum(['error', 'warning'])
      .describe(
        'error: to be mended before the city submits; warning: to be looked at. Neither touches a score.',
      ),
    marks: z.array(Id).min(1).max(20).describe('The questions at which it is shown, by their ids.'),
    set: Id.optional().describe('A repeated set, when it is to hold in each instance.'),
  })
  .meta({ id: 'Validation', description: 'What must hold across answers.' });
export type Validation = z.infer<typeof Validation>;
