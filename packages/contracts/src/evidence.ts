import { Id } from '@kilim/indicators';
import * as z from 'zod';
import { endpoint } from './endpoint.js';
import { FileRoom, StoredFile } from './files.js';
import { Instant, Person, Uuid, words } from './identity.js';

/** Whose document it is: the city's, the region's or the state's. */
export const EvidenceLevel = z.enum(['local', 'regional', 'national']).meta({ id: 'EvidenceLevel' });
export type EvidenceLevel = z.infer<typeof EvidenceLevel>;

/** Only https addresses are links; anything else would be somebody's script or an unprotected page. */
const HttpsUrl = z
  .url({ protocol: /^https$/ })
  .max(2000)
  .meta({ id: 'HttpsUrl' });

const description = {
  title: words(300),
  /** Who issued it. */
  publisher: words(200).optional(),
  level: EvidenceLevel,
  /** When it was issued: a year, a month or a day (`2025`, `2025-03`, `2025-03-14`). */
  date: z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a year, month or day')
    .optional(),
  url: HttpsUrl.optional(),
};

/** One answer that a piece of evidence supports, and where in it. */
export const EvidenceUse = z
  .strictObject({ questionId: Id, passage: z.string().max(200).optional() })
  .meta({ id: 'EvidenceUse' });
export type EvidenceUse = z.infer<typeof EvidenceUse>;

/** A document or page that supports answers; one piece may support many. */
export const Evidence = z
  .strictObject({
    id: Uuid,
    ...description,
    /** The document itself, where it was sent along. */
    file: StoredFile.optional(),
    uses: z.array(EvidenceUse).readonly(),
    addedAt: Instant,
    addedBy: Person,
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof Evidence>;

const assessmentParams = z.strictObject({ assessmentId: Uuid });

export const listEvidence = endpoint({
  method: 'GET',
  path: '/assessments/:assessmentId/evidence',
  summary: 'The evidence of an assessment and the answers it supports',
  allow: 'assessment:read',
  params: assessmentParams,
  response: z.strictObject({ evidence: z.array(Evidence).readonly(), fileRoom: FileRoom }),
  problems: [],
});

export const addEvidence = endpoint({
  method: 'POST',
  path: '/assessments/:assessmentId/evidence',
  summary: 'Describe a document or page and say which answer it supports',
  allow: 'evidence:write',
  params: assessmentParams,
  body: z.strictObject({
    ...description,
    questionId: Id,
    passage: words(200).optional(),
    /** A file that was sent before and waits to be described. */
    fileId: Uuid.optional(),
  }),
  response: Evidence,
  status: 201,
  problems: ['answer.notAsked', 'assessment.locked', 'evidence.tooMany', 'file.unknown', 'round.closed'],
});

export const linkEvidence = endpoint({
  method: 'POST',
  path: '/assessments/:assessmentId/evidence/:evidenceId/links',
  summary: 'Say that a piece of evidence supports a further answer, or no longer does',
  allow: 'evidence:write',
  params: z.strictObject({ assessmentId: Uuid, evidenceId: Uuid }),
  body: z.strictObject({
    kind: z.enum(['linked', 'unlinked']),
    questionId: Id,
    passage: words(200).optional(),
  }),
  response: Evidence,
  status: 201,
  problems: ['answer.notAsked', 'assessment.locked', 'evidence.tooMany', 'round.closed'],
});
