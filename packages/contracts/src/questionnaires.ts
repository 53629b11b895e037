import { Language, Questionnaire, SourceTexts, TranslatedTexts } from '@kilim/indicators';
import * as z from 'zod';
import { endpoint } from './endpoint.js';
import { Instant, Sha256, Uuid } from './identity.js';

/** A language the version can be read in, and the hash of the text revision in force. */
export const VersionLanguage = z
  .strictObject({ language: Language, textRevision: Sha256, isSource: z.boolean() })
  .meta({ id: 'VersionLanguage' });
export type VersionLanguage = z.infer<typeof VersionLanguage>;

/** What a version is called and pinned by. */
export const VersionSummary = z
  .strictObject({
    id: Uuid,
    code: z.string(),
    version: z.string(),
    title: z.string(),
    /** SHA-256 of the canonical JSON of structure and source texts. */
    hash: Sha256,
    illustrative: z.boolean(),
    publishedAt: Instant,
    languages: z.array(VersionLanguage).readonly(),
  })
  .meta({ id: 'VersionSummary' });
export type VersionSummary = z.infer<typeof VersionSummary>;

/** A published version: everything both the form and the engine need. */
export const QuestionnaireVersion = z
  .strictObject({
    ...VersionSummary.shape,
    questionnaire: Questionnaire,
    source: SourceTexts,
    translations: z.array(TranslatedTexts).readonly(),
  })
  .meta({ id: 'QuestionnaireVersion' });
export type QuestionnaireVersion = z.infer<typeof QuestionnaireVersion>;

/** A questionnaire as files hold it; the checks, not this shape, say what is wrong inside. */
export const PublishVersion = z
  .strictObject({
    questionnaire: z.unknown(),
    source: z.unknown(),
    translations: z.array(z.unknown()).max(40),
  })
  .meta({ id: 'PublishVersion' });
export type PublishVersion = z.infer<typeof PublishVersion>;

export const listVersions = endpoint({
  method: 'GET',
  path: '/questionnaire-versions',
  summary: 'The published versions one may read',
  allow: 'signedIn',
  response: z.strictObject({ versions: z.array(VersionSummary).readonly() }),
  problems: [],
});

export const readVersion = endpoint({
  method: 'GET',
  path: '/questionnaire-versions/:versionId',
  summary: 'One published version with its texts in every language',
  allow: 'questionnaire:read',
  params: z.strictObject({ versionId: Uuid }),
  response: QuestionnaireVersion,
  problems: [],
});

export const publishVersion = endpoint({
  method: 'POST',
  path: '/programmes/:programmeId/questionnaire-versions',
  summary: 'Check a questionnaire and publish it as the first version of its line, which never changes',
  allow: 'questionnaire:publish',
  params: z.strictObject({ programmeId: Uuid }),
  body: PublishVersion,
  response: VersionSummary,
  status: 201,
  problems: ['questionnaire.faulty', 'questionnaire.exists', 'report.missing'],
});
