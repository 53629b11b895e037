import * as z from 'zod';
import { PartAddress } from './part-address.js';

/**
 * Why a change was not applied.
 *
 * | reason | |
 * |---|---|
 * | `changed` | somebody changed the same thing: `was` is not what is there |
 * | `missing` | the part, or the part it should go into, is gone |
 * | `exists` | a part with that id, or that language, is there already |
 * | `misfit` | there can be no such value at this place |
 */
export const DraftConflictReason = z
  .enum(['changed', 'missing', 'exists', 'misfit'])
  .meta({ id: 'DraftConflictReason' });
export type DraftConflictReason = z.infer<typeof DraftConflictReason>;

/** A change that could not be applied, with both values. */
export const DraftConflict = z
  .strictObject({
    reason: DraftConflictReason,
    /** Which of the changes that came together. */
    at: z.int(),
    part: PartAddress,
    /** What of the part: a field, `text/<field>`, `translation/<language>/<field>`; empty: the part as a whole. */
    what: z.string(),
    /** What is there now; absent: nothing. */
    found: z.unknown().optional(),
    /** What should have come there; absent: nothing. */
    wanted: z.unknown().optional(),
    /** For `misfit`: what is wrong with it and how to mend it, in English. */
    message: z.string().optional(),
    /** For `misfit`: where in the change that is, as a JSON pointer; absent: the change as a whole. */
    within: z.string().optional(),
  })
  .meta({ id: 'DraftConflict' });
export type DraftConflict = z.infer<typeof DraftConflict>;
