import * as z from 'zod';
import { Id } from '../definition/identity.js';
import { Language, Questionnaire } from '../definition/questionnaire.js';
import { QuestionnaireFaultCode } from '../checks/questionnaire-fault.js';
import { SourceTexts, TEXT_FIELDS, TranslatedTexts } from '../definition/texts.js';
import { loosened } from './loosened.js';
import { PartAddress } from './part-address.js';

/** What a text says of its part. */
export const TextFieldName = z.enum(TEXT_FIELDS).meta({ id: 'TextFieldName' });

/** Which warning of the checks: of what kind, about what. Holds when parts move; not when what it is about is gone. */
export const WarningKey = z
  .strictObject({
    code: QuestionnaireFaultCode,
    part: PartAddress,
    /** The field or text it is about, as a path; absent: the part as a whole. */
    field: z.string().max(200).optional(),
    /** The translation it is about. */
    language: Language.optional(),
  })
  .meta({ id: 'WarningKey' });
export type WarningKey = z.infer<typeof WarningKey>;

/** A warning that an author lets stand, and why. */
export const AcceptedWarning = z
  .strictObject({ ...WarningKey.shape, reason: z.string().trim().min(1).max(1000) })
  .meta({ id: 'AcceptedWarning' });
export type AcceptedWarning = z.infer<typeof AcceptedWarning>;

/** The shape of a questionnaire that is still being written: as drafts are kept and shown. */
export const DraftQuestionnaire: z.ZodType<Questionnaire> = loosened(Questionnaire);

/**
 * The same for what is written into a draft from now on: what stands where an id belongs is one. Drafts of earlier days
 * may hold something else there.
 */
export const WritableQuestionnaire: z.ZodType<Questionnaire> = loosened(Questionnaire, Id);

/** How many languages a draft is translated into, and how many warnings its authors let stand, at most. */
export const MOST_LANGUAGES = 40;
export const MOST_ACCEPTED = 2000;

/**
 * A draft as files and requests hold it: the documents that a published version has too, unfinished, and the warnings
 * that its authors let stand. To edit it, open it: `openDraft`.
 */
export const DraftContent = z
  .strictObject({
    questionnaire: DraftQuestionnaire,
    source: SourceTexts,
    translations: z.array(TranslatedTexts).max(MOST_LANGUAGES),
    accepted: z.array(AcceptedWarning).max(MOST_ACCEPTED),
  })
  .meta({ id: 'DraftContent' });
export type DraftContent = z.infer<typeof DraftContent>;

/** One warning as a word, to look it up by. */
export function warningWord({ code, part, field = '', language = '' }: WarningKey): string {
  return `${code} ${part} ${field} ${language}`;
}
