import { DraftFault, Language, QuestionnaireFault } from '@kilim/indicators';
import * as z from 'zod';
import { DraftSummary, VersionName } from './drafts.js';
import { endpoint } from './endpoint.js';
import { Uuid } from './identity.js';
import { QuestionKindName } from './library.js';

/**
 * The forms in which a questionnaire comes in.
 *
 * | | |
 * |---|---|
 * | `kilim` | our own: one JSON file with all documents (`questionnaire`, `source`, `translations`), nothing is lost |
 * | `surveyjs` | a SurveyJS document: one that was exported from here comes back as it was, any other as far as it can be said here, see `losses` |
 */
export const ImportFormat = z.enum(['kilim', 'surveyjs']).meta({ id: 'ImportFormat' });
export type ImportFormat = z.infer<typeof ImportFormat>;

/**
 * The forms in which it goes out.
 *
 * | | |
 * |---|---|
 * | `kilim` | our own, from which it comes in again as it was |
 * | `surveyjs` | for use in SurveyJS elsewhere, from which it comes in again as it was; what SurveyJS does not heed is listed in it as `kilimLosses` |
 */
export const ExportFormat = z.enum(['kilim', 'surveyjs']).meta({ id: 'ExportFormat' });
export type ExportFormat = z.infer<typeof ExportFormat>;

/** Something in a file that could not be carried over. */
export const ImportLoss = z
  .strictObject({
    /** Where in the file: an RFC 6901 JSON pointer, or whatever tells a place in it. */
    place: z.string(),
    what: z.string(),
    why: z.string(),
    mend: z.string().optional(),
  })
  .meta({ id: 'ImportLoss' });
export type ImportLoss = z.infer<typeof ImportLoss>;

/** What was understood of a file, before anything is made of it. */
export const ImportReport = z
  .strictObject({
    format: ImportFormat,
    code: z.string(),
    version: z.string(),
    title: z.string(),
    sourceLanguage: Language,
    languages: z.array(Language).readonly(),
    indicators: z.int(),
    terms: z.int(),
    /** Page by page, question by question. */
    sections: z
      .array(
        z.strictObject({
          code: z.string(),
          title: z.string(),
          questions: z
            .array(
              z.strictObject({
                code: z.string(),
                title: z.string(),
                kind: QuestionKindName,
                scored: z.boolean(),
                conditional: z.boolean(),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
    losses: z.array(ImportLoss).readonly(),
    /** What the checks would say of the draft. */
    faults: z.array(DraftFault).readonly(),
  })
  .meta({ id: 'ImportReport' });
export type ImportReport = z.infer<typeof ImportReport>;

/** What `import.faulty` says in `details`: places are in the file. */
export const ImportFaultDetails = z.object({ faults: z.array(QuestionnaireFault) });
export type ImportFaultDetails = z.infer<typeof ImportFaultDetails>;

export const importDraft = endpoint({
  method: 'POST',
  path: '/programmes/:programmeId/imports',
  summary:
    'Send a questionnaire as a file: says what was understood and what was lost; makes a draft of it if asked to',
  allow: 'draft:write',
  params: z.strictObject({ programmeId: Uuid }),
  query: z.strictObject({
    format: ImportFormat,
    /** False: nothing is made yet. */
    apply: z.enum(['true', 'false']),
    /** What the draft's version is called; absent: as the file says. */
    version: VersionName.optional(),
  }),
  takesBytes: true,
  response: z.strictObject({ report: ImportReport, draft: DraftSummary.optional() }),
  problems: ['import.unreadable', 'import.faulty', 'request.tooLarge', 'request.mediaType'],
});

const format = { query: z.strictObject({ format: ExportFormat }), givesBytes: ['application/json'] };

export const exportDraft = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/export',
  summary: 'A draft as a file',
  allow: 'draft:read',
  params: z.strictObject({ draftId: Uuid }),
  ...format,
  problems: ['export.faulty'],
});

export const exportVersion = endpoint({
  method: 'GET',
  path: '/questionnaire-versions/:versionId/export',
  summary: 'A published version as a file',
  allow: 'questionnaire:read',
  params: z.strictObject({ versionId: Uuid }),
  ...format,
  problems: [],
});
