import * as z from 'zod';
import { addressOf, endpoint } from './endpoint.js';
import { Instant, Sha256, Uuid } from './identity.js';

/**
 * What a file of evidence may be, by media type, each with the endings its name may have. Recognised by content:
 * neither the name nor the browser is believed. Nothing here can run on a page of ours.
 */
export const FILE_ENDINGS = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'text/csv': ['csv'],
  'text/plain': ['txt'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const FileType = z
  .enum(Object.keys(FILE_ENDINGS) as [keyof typeof FILE_ENDINGS, ...(keyof typeof FILE_ENDINGS)[]])
  .meta({ id: 'FileType' });
export type FileType = z.infer<typeof FileType>;

/** Longest name of a file, in UTF-16 units; the rest of a longer one is cut, its ending stays. */
export const FILE_NAME_LENGTH = 150;

/**
 * Why a file of an accepted kind is not taken as it is.
 *
 * | | |
 * |---|---|
 * | `unreadable` | damaged or incomplete |
 * | `locked` | under a password |
 * | `bomb` | claims to be far larger once unpacked than documents are |
 * | `escape` | holds names that lead out of its own folder |
 * | `macros` | holds programs |
 * | `huge` | more pixels than a browser shows |
 */
export const FileFault = z
  .enum(['unreadable', 'locked', 'bomb', 'escape', 'macros', 'huge'])
  .meta({ id: 'FileFault' });
export type FileFault = z.infer<typeof FileFault>;

/** What `file.unsupported` says in `details`: content of no accepted kind, or a name that ends otherwise than its content asks. */
export const UnsupportedDetails = z.discriminatedUnion('reason', [
  z.object({ reason: z.literal('kind'), found: z.string().optional() }),
  z.object({ reason: z.literal('name'), found: FileType, ending: z.string() }),
]);
export type UnsupportedDetails = z.infer<typeof UnsupportedDetails>;

/** What `file.unsafe` says in `details`. */
export const UnsafeDetails = z.object({ reason: FileFault });

/** A file that was sent: waiting to be described, or part of a piece of evidence. */
export const StoredFile = z
  .strictObject({
    /** Chosen by who sends it, so that sending again makes no second file; unique within the assessment. */
    id: Uuid,
    /** As on the sender's machine, without folders and without what could disguise it. */
    name: z.string(),
    type: FileType,
    bytes: z.int(),
    sha256: Sha256,
    sentAt: Instant,
  })
  .meta({ id: 'StoredFile' });
export type StoredFile = z.infer<typeof StoredFile>;

/** How much an assessment's files may take, and how much they do. */
export const FileRoom = z
  .strictObject({
    /** Of one file. */
    mostBytes: z.int(),
    /** Of all together. */
    roomBytes: z.int(),
    /** By all files that were sent, also those that wait to be described. */
    usedBytes: z.int(),
  })
  .meta({ id: 'FileRoom' });
export type FileRoom = z.infer<typeof FileRoom>;

const params = z.strictObject({ assessmentId: Uuid, fileId: Uuid });

/** Where a file is read: an address for a link. */
export function fileAddress(assessmentId: string, fileId: string): string {
  return addressOf(readFile.path, { assessmentId, fileId });
}

/** Every ending that the name of a file may have, without the dot. */
export const ACCEPTED_ENDINGS: readonly string[] = Object.values(FILE_ENDINGS).flat();

export const sendFile = endpoint({
  method: 'PUT',
  path: '/assessments/:assessmentId/files/:fileId',
  summary:
    'Send a file, whole and alone, as it is. It waits a day to be described as evidence. Sending it again changes nothing',
  allow: 'evidence:write',
  params,
  query: z.strictObject({ name: z.string().min(1).max(1000) }),
  takesBytes: true,
  response: StoredFile,
  problems: [
    'assessment.locked',
    'file.empty',
    'file.exists',
    'file.noRoom',
    'file.tooLarge',
    'file.unsafe',
    'file.unsupported',
    'request.mediaType',
    'request.tooMany',
    'round.closed',
    'server.full',
  ],
});

export const dropFile = endpoint({
  method: 'DELETE',
  path: '/assessments/:assessmentId/files/:fileId',
  summary: 'Take back a file that has not been described yet',
  allow: 'evidence:write',
  params,
  status: 204,
  problems: ['file.described'],
});

export const readFile = endpoint({
  method: 'GET',
  path: '/assessments/:assessmentId/files/:fileId',
  summary: 'A file of evidence, byte by byte as it was sent, to be kept and not to be shown as a page',
  allow: 'assessment:read',
  params,
  givesBytes: FileType.options,
  problems: ['file.unavailable'],
});
