import * as z from 'zod';
import { FAULT_CODES } from './fault-codes.js';
import { Language } from '../definition/questionnaire.js';

/** Every kind of fault a questionnaire can have; screens translate the code, files and terminals show the message. */
export const QuestionnaireFaultCode = z
  .enum(Object.keys(FAULT_CODES) as (keyof typeof FAULT_CODES)[])
  .meta({ id: 'QuestionnaireFaultCode' });
export type QuestionnaireFaultCode = z.infer<typeof QuestionnaireFaultCode>;

/** One thing wrong with a questionnaire or its texts, where it stands, and how to mend it. */
export const QuestionnaireFault = z
  .strictObject({
    document: z.enum(['questionnaire', 'texts', 'translation']),
    /** Which translation, when `document` is `translation` and it says its language. */
    language: Language.optional(),
    code: QuestionnaireFaultCode,
    /** Where in that document: an RFC 6901 JSON pointer; empty for the whole document. */
    pointer: z.string(),
    /** What is wrong and how to mend it, each one English sentence for the author. */
    message: z.string(),
    mend: z.string(),
    /** An error keeps the version from being published; a warning does not. */
    severity: z.enum(['error', 'warning']),
  })
  .meta({ id: 'QuestionnaireFault' });
export type QuestionnaireFault = z.infer<typeof QuestionnaireFault>;
