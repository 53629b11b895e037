import { Id, Question, type QuestionKind } from '@kilim/indicators';
import * as z from 'zod';
import { endpoint } from './endpoint.js';
import { Uuid } from './identity.js';

const kinds = Question.options.map((option) => option.shape.kind.value) as [QuestionKind, ...QuestionKind[]];

/** Every kind of question. */
export const QuestionKindName = z.enum(kinds).meta({ id: 'QuestionKindName' });

/** A version or draft in which a question stands. */
export const LibraryUse = z
  .strictObject({
    in: z.enum(['version', 'draft']),
    /** Of that version or draft. */
    id: Uuid,
    version: z.string(),
    /** How many rounds are bound to that version. */
    rounds: z.int(),
  })
  .meta({ id: 'LibraryUse' });
export type LibraryUse = z.infer<typeof LibraryUse>;

/** A question that was asked or is being written: as it stands where it was used last. */
export const LibraryQuestion = z
  .strictObject({
    id: Id,
    code: z.string(),
    kind: QuestionKindName,
    title: z.string(),
    /** The line of versions it belongs to. */
    line: z.string(),
    indicator: z.strictObject({ id: Id, code: z.string(), title: z.string() }).optional(),
    /** The question it was copied from. */
    derivedFrom: Id.optional(),
    /** Where it stands, the newest first; the first is where its words here come from. */
    uses: z.array(LibraryUse).readonly(),
  })
  .meta({ id: 'LibraryQuestion' });
export type LibraryQuestion = z.infer<typeof LibraryQuestion>;

export const searchLibrary = endpoint({
  method: 'GET',
  path: '/programmes/:programmeId/library',
  summary:
    'Questions of every version one may read and of the drafts of a programme, with where each was used',
  allow: 'draft:read',
  params: z.strictObject({ programmeId: Uuid }),
  query: z.strictObject({
    /** Words that occur in its texts, options or code, in any language; all of them, in any order. */
    text: z.string().trim().max(200).optional(),
    kind: QuestionKindName.optional(),
    /** Only questions of that indicator, by its code or id. */
    indicator: z.string().trim().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.strictObject({
    questions: z.array(LibraryQuestion).readonly(),
    /** How many there are beyond those shown. */
    more: z.int(),
  }),
  problems: [],
});
