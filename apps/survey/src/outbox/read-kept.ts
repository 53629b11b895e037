import { DataQuality, type AnswerSave } from '@kilim/contracts';
import * as z from 'zod';
import type { Unsent } from './unsent.js';

/** Stands for what lies on the device and can't be read: another version of the program wrote it. */
export const UNREADABLE = Symbol('unreadable');

const everySave = {
  saveId: z.string(),
  questionId: z.string(),
  instanceId: z.string(),
  baseRevision: z.number(),
  comment: z.string().optional(),
  typedAt: z.string().optional(),
  language: z.string(),
  textRevision: z.string(),
};

const KeptValue = z.union([
  z.boolean(),
  // Also one that no JSON can hold.
  z.custom<number>((value) => typeof value === 'number'),
  z.string(),
  z.array(z.string()),
  z.record(z.string(), z.string()),
]);

/**
 * A save as it was typed. Only what the program itself takes for granted is asked of it: whether it may stand as an
 * answer the server judges, whose refusal is seen. What another version has noted beside it goes to the server with it.
 */
const KeptSave: z.ZodType<AnswerSave> = z.discriminatedUnion('kind', [
  z.looseObject({
    ...everySave,
    kind: z.literal('set'),
    value: KeptValue,
    quality: DataQuality.optional(),
    source: z.string().optional(),
  }),
  z.looseObject({ ...everySave, kind: z.literal('cleared') }),
  z.looseObject({ ...everySave, kind: z.literal('notApplicable'), reason: z.string() }),
]);

/** Strict: a step would drop what it does not know of. */
const KeptUnsent: z.ZodType<Unsent> = z.strictObject({
  address: z.string(),
  aside: z.array(KeptSave).readonly().exactOptional(),
  sending: KeptSave.exactOptional(),
  next: KeptSave.exactOptional(),
});

/** What lies on the device of one answer; undefined: nothing. */
export function readKept(value: unknown): Unsent | undefined | typeof UNREADABLE {
  if (value === undefined) return undefined;
  return KeptUnsent.safeParse(value).data ?? UNREADABLE;
}
