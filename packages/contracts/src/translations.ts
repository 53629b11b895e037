import { SheetColumnsFault, SheetReport } from '@kilim/indicators';
import * as z from 'zod';
import { endpoint } from './endpoint.js';
import { Uuid } from './identity.js';

/** The media type of a workbook (ECMA-376). */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Why a workbook is not read.
 *
 * | | |
 * |---|---|
 * | `unreadable` | damaged, under a password, or no workbook at all |
 * | `bomb` | far larger once unpacked than a translation is |
 * | `huge` | more rows or columns than a translation has |
 */
export const WorkbookFault = z.enum(['unreadable', 'bomb', 'huge']).meta({ id: 'WorkbookFault' });
export type WorkbookFault = z.infer<typeof WorkbookFault>;

/** What `sheet.unsafe` says in `details`. */
export const WorkbookFaultDetails = z.object({ reason: WorkbookFault });

/** What `sheet.columns` says in `details`. */
export const SheetColumnsDetails = z.object({ columns: SheetColumnsFault });
export type SheetColumnsDetails = z.infer<typeof SheetColumnsDetails>;

const draftParams = z.strictObject({ draftId: Uuid });

export const readTranslationSheet = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/translations',
  summary: 'The texts of a draft as a workbook, to be translated beside the source: scored ones first',
  allow: 'draft:read',
  params: draftParams,
  query: z.strictObject({
    /** Which of the draft's languages, with commas between them; absent: all. */
    languages: z.string().max(500).optional(),
  }),
  givesBytes: [WORKBOOK_TYPE],
  problems: ['sheet.languages'],
});

export const sendTranslationSheet = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/translations',
  summary:
    'Send a translated workbook: says what it would change and what of it is refused, cell by cell; applied if asked to',
  allow: 'draft:write',
  params: draftParams,
  query: z.strictObject({
    /** True: what can be taken is taken, as one step. False: nothing happens yet. */
    apply: z.enum(['true', 'false']),
    /** For a sheet that is applied: made by the client; sent again under the same id it is applied once. */
    changeId: Uuid.optional(),
  }),
  takesBytes: true,
  response: z.strictObject({
    report: SheetReport,
    /** The draft's newest step afterwards. */
    revision: z.int(),
    /** Whether anything was changed. */
    applied: z.boolean(),
  }),
  problems: [
    'sheet.columns',
    'sheet.unsafe',
    'request.tooLarge',
    'draft.closed',
    'draft.stale',
    'request.mediaType',
  ],
});
