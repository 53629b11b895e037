import {
  AreaImpact,
  ImpactArea,
  ImpactUnit,
  Language,
  QuestionMigration,
  TranslatedText,
  VersionChange,
} from '@kilim/indicators';
import * as z from 'zod';
import { endpoint } from './endpoint.js';
import { Instant, Person, Revision, Sha256, Uuid, words } from './identity.js';
import { VersionSummary } from './questionnaires.js';

const draftParams = z.strictObject({ draftId: Uuid });
const versionParams = z.strictObject({ versionId: Uuid });

/** How many of an assessment's answers are carried over how well. */
export const MigrationCounts = z
  .strictObject({
    identical: z.int(),
    compatible: z.int(),
    proximate: z.int(),
    tentative: z.int(),
    impossible: z.int(),
  })
  .meta({ id: 'MigrationCounts' });
export type MigrationCounts = z.infer<typeof MigrationCounts>;

/** What a draft does to one stored assessment. */
export const CityImpact = z
  .strictObject({
    assessmentId: Uuid,
    city: z.string(),
    round: z.string(),
    /** Its indices, and what else moves, by claims and findings. */
    areas: z.array(AreaImpact).readonly(),
    /** What becomes of the answers the city gave. */
    answers: MigrationCounts,
  })
  .meta({ id: 'CityImpact' });
export type CityImpact = z.infer<typeof CityImpact>;

/** What a draft does to every stored assessment of the line. */
export const ImpactOnCities = z
  .strictObject({
    /** The changes that may move scores, in groups that can be made on their own; `because` counts them from 0. */
    units: z.array(ImpactUnit).readonly(),
    areas: z.array(ImpactArea).readonly(),
    cities: z.array(CityImpact).readonly(),
  })
  .meta({ id: 'ImpactOnCities' });
export type ImpactOnCities = z.infer<typeof ImpactOnCities>;

/** What a draft changes against a published version, what becomes of answers, and what that does to scores. */
export const ChangeReportContent = z
  .strictObject({
    /** What is otherwise, and what kind of change it is. */
    changes: z.array(VersionChange).readonly(),
    /** How the answers to each question of the published version are carried over. */
    migration: z.array(QuestionMigration).readonly(),
    /** Absent when the draft has errors: nothing can be scored by it. */
    impact: ImpactOnCities.optional(),
  })
  .meta({ id: 'ChangeReportContent' });
export type ChangeReportContent = z.infer<typeof ChangeReportContent>;

/** A change report as lists show it. */
export const ChangeReportSummary = z
  .strictObject({
    id: Uuid,
    /** The step of the draft that it is about. */
    revision: z.int(),
    against: z.strictObject({ versionId: Uuid, version: z.string() }),
    /** SHA-256 of the canonical JSON of its content: what a signature is for. */
    hash: Sha256,
    madeAt: Instant,
    madeBy: Person,
    signature: z.strictObject({ at: Instant, by: Person, statement: z.string().optional() }).optional(),
  })
  .meta({ id: 'ChangeReportSummary' });
export type ChangeReportSummary = z.infer<typeof ChangeReportSummary>;

/** A change report: made once, never changed. */
export const ChangeReport = z
  .strictObject({ ...ChangeReportSummary.shape, content: ChangeReportContent })
  .meta({ id: 'ChangeReport' });
export type ChangeReport = z.infer<typeof ChangeReport>;

/** A published version as those see it who write the next one. */
export const VersionOverview = z
  .strictObject({
    ...VersionSummary.shape,
    publishedBy: Person,
    /** Set once it was retired: then no new round begins with it. */
    retiredAt: Instant.optional(),
    rounds: z.array(z.strictObject({ id: Uuid, name: z.string() })).readonly(),
    /** The draft it was. */
    draftId: Uuid.optional(),
    /** The signed change report it was published with. */
    report: ChangeReportSummary.optional(),
  })
  .meta({ id: 'VersionOverview' });
export type VersionOverview = z.infer<typeof VersionOverview>;

export const listProgrammeVersions = endpoint({
  method: 'GET',
  path: '/programmes/:programmeId/questionnaire-versions',
  summary: 'The published versions of a programme with where they come from and which rounds use them',
  allow: 'draft:read',
  params: z.strictObject({ programmeId: Uuid }),
  response: z.strictObject({ versions: z.array(VersionOverview).readonly() }),
  problems: [],
});

export const makeChangeReport = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/change-reports',
  summary:
    'Say what a draft changes against an earlier version, and what that does to every stored assessment',
  allow: 'draft:write',
  params: draftParams,
  body: z.strictObject({
    versionId: Uuid,
    /** The newest step that the person has seen; refused when there is a newer one. */
    revision: Revision.min(1),
  }),
  response: ChangeReport,
  status: 201,
  problems: ['draft.moved', 'draft.closed', 'report.noVersion'],
});

export const listChangeReports = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/change-reports',
  summary: 'The change reports that were made of a draft, newest first',
  allow: 'draft:read',
  params: draftParams,
  response: z.strictObject({ reports: z.array(ChangeReportSummary).readonly() }),
  problems: [],
});

export const readChangeReport = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/change-reports/:reportId',
  summary: 'One change report of a draft',
  allow: 'draft:read',
  params: z.strictObject({ draftId: Uuid, reportId: Uuid }),
  response: ChangeReport,
  problems: [],
});

export const signChangeReport = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/change-reports/:reportId/signature',
  summary: 'Sign a change report off: this is what is meant, and it may be published',
  allow: 'questionnaire:publish',
  params: z.strictObject({ draftId: Uuid, reportId: Uuid }),
  body: z.strictObject({
    /** The hash of what the person has read. */
    hash: Sha256,
    statement: words(2000).optional(),
  }),
  response: ChangeReportSummary,
  status: 201,
  problems: ['draft.moved', 'draft.closed', 'report.signed', 'report.otherContent'],
});

export const publishDraft = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/publication',
  summary: 'Publish a draft as a version that never changes',
  allow: 'questionnaire:publish',
  params: draftParams,
  body: z.strictObject({
    /** The newest step that the person has seen; refused when there is a newer one. */
    revision: Revision.min(1),
    /** The signed report against the newest version of the line; needed as soon as there is one. */
    reportId: Uuid.optional(),
  }),
  response: VersionSummary,
  status: 201,
  problems: ['draft.moved', 'draft.closed', 'draft.blocked', 'report.missing', 'questionnaire.exists'],
});

export const retireVersion = endpoint({
  method: 'POST',
  path: '/questionnaire-versions/:versionId/retirement',
  summary: 'Retire a version: rounds that use it go on, new ones do not begin with it',
  allow: 'questionnaire:publish',
  params: versionParams,
  body: z.strictObject({ reason: words(1000) }),
  response: VersionOverview,
  status: 201,
  problems: ['version.retired'],
});

export const returnVersion = endpoint({
  method: 'DELETE',
  path: '/questionnaire-versions/:versionId/retirement',
  summary: 'Take a retired version back into use',
  allow: 'questionnaire:publish',
  params: versionParams,
  response: VersionOverview,
  problems: ['version.inUse'],
});

export const reviseTexts = endpoint({
  method: 'POST',
  path: '/questionnaire-versions/:versionId/texts',
  summary:
    'Mend the texts of a published version in one language, or add a language; never the source, never points',
  allow: 'questionnaire:publish',
  params: versionParams,
  body: z.strictObject({
    language: Language,
    /** The revision that the person has seen; absent for a language that is new. */
    base: Sha256.optional(),
    /** By key; null takes a text away, what is not named stays. */
    texts: z.record(z.string().max(80), TranslatedText.nullable()),
  }),
  largest: 4 * 1024 * 1024,
  response: VersionSummary,
  status: 201,
  problems: ['texts.stale', 'texts.open', 'questionnaire.faulty'],
});
