import type { AnswerSave, DataQuality } from '@kilim/contracts';
import { Answer } from '@kilim/indicators';
import * as z from 'zod';

/** What a change of an answer says, as it is kept with its event, where it can be erased. */
export const AnswerBody = z.object({
  /** Null after it was cleared. */
  answer: Answer.nullable(),
  /** Why it does not apply. */
  reason: z.string().optional(),
  comment: z.string().optional(),
  source: z.string().optional(),
  /** The event that it replaces; null for a question never answered. */
  against: z.string().nullable(),
});
export type AnswerBody = z.infer<typeof AnswerBody>;

/** What a save says; `against` is the event behind the answer as it stood. */
export function bodyOf(save: AnswerSave, against: string | null): AnswerBody {
  const comment = save.comment === undefined ? {} : { comment: save.comment };
  switch (save.kind) {
    case 'set': {
      const source = save.source === undefined ? {} : { source: save.source };
      return { answer: { kind: 'value', value: save.value }, ...comment, ...source, against };
    }
    case 'cleared':
      return { answer: null, ...comment, against };
    case 'notApplicable':
      return { answer: { kind: 'notApplicable' }, reason: save.reason, ...comment, against };
  }
}

/** The data-quality class that a save gives its value; null for one without, and for what is no value. */
export function qualityOf(save: AnswerSave): DataQuality | null {
  return save.kind === 'set' ? (save.quality ?? null) : null;
}
