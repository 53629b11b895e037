import * as z from 'zod';
import { Code, Id } from '../definition/identity.js';

/**
 * How far answering has come: the one definition of progress for the whole product. Counts of visible questions, in a
 * repeated set once per instance; what is calculated is not counted.
 * `asked` = `answered` + `notApplicable` + `open` + `faulty`.
 */
export const Progress = z
  .strictObject({
    asked: z.int(),
    /** With a valid answer. */
    answered: z.int(),
    /** Declared not applicable. */
    notApplicable: z.int(),
    /** Without an answer. */
    open: z.int(),
    /** Answered with something that must be mended before it counts. */
    faulty: z.int(),
    /** Required ones among `open` and `faulty`: what still stands between the city and submitting. */
    requiredOpen: z.int(),
  })
  .meta({ id: 'Progress' });
export type Progress = z.infer<typeof Progress>;

/** The progress of one section or indicator. */
export const PartProgress = z
  .strictObject({ id: Id, code: Code, ...Progress.shape })
  .meta({ id: 'PartProgress' });
export type PartProgress = z.infer<typeof PartProgress>;

/** Progress of one assessment: in all, by section (all its questions), by indicator (its scored questions). */
export const Completeness = z
  .strictObject({
    total: Progress,
    sections: z.array(PartProgress).readonly(),
    indicators: z.array(PartProgress).readonly(),
  })
  .meta({ id: 'Completeness' });
export type Completeness = z.infer<typeof Completeness>;
