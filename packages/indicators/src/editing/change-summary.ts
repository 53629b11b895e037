import * as z from 'zod';
import { Language } from '../definition/questionnaire.js';
import type { DraftChange } from './change.js';
import { textsOf, type DraftDocument } from './draft-document.js';
import { findPart, partAt } from './find-part.js';
import { addressIn, PartAddress, PartList, type ListedPart } from './part-address.js';

/** The most changes of a step that a list of steps names one by one. */
const NAMED = 5;

const Op = z.enum([
  'set',
  'text',
  'translate',
  'insert',
  'remove',
  'move',
  'addLanguage',
  'removeLanguage',
  'accept',
  'replace',
]);

/** One change in words of the data, for a list of what was done: as the draft was when it was done. */
export const ChangeSummary = z
  .strictObject({
    op: Op,
    /** Absent for a change of the whole. */
    part: PartAddress.optional(),
    /** In which kind of list the part stands. */
    list: PartList.optional(),
    code: z.string().optional(),
    /** What the part was called in the source language. */
    title: z.string().optional(),
    /** The field or text that was changed. */
    field: z.string().optional(),
    language: Language.optional(),
  })
  .meta({ id: 'ChangeSummary' });
export type ChangeSummary = z.infer<typeof ChangeSummary>;

/** What a step did, shortly. */
export const StepSummary = z
  .strictObject({
    /** How many changes it has. */
    count: z.int(),
    /** The first few of them. */
    first: z.array(ChangeSummary).readonly(),
  })
  .meta({ id: 'StepSummary' });
export type StepSummary = z.infer<typeof StepSummary>;

/** Says shortly what a step did: a part that it removed is named as it was before, all others as they are after. */
export function summarise(
  before: DraftDocument,
  after: DraftDocument,
  changes: readonly DraftChange[],
): StepSummary {
  return {
    count: changes.length,
    first: changes.slice(0, NAMED).map((change) => summaryOf(before, after, change)),
  };
}

function summaryOf(before: DraftDocument, after: DraftDocument, change: DraftChange): ChangeSummary {
  const { op } = change;
  switch (op) {
    case 'set':
      return { op, ...named(before, after, change.part), field: change.field };
    case 'text':
      return { op, ...named(before, after, change.part), field: change.field };
    case 'translate':
      return { op, ...named(before, after, change.part), field: change.field, language: change.language };
    case 'insert': {
      const { into } = change.place;
      return { op, ...named(before, after, addressIn(into, change.value as ListedPart)) };
    }
    case 'remove':
    case 'move':
      return { op, ...named(before, after, change.part) };
    case 'addLanguage':
    case 'removeLanguage':
      return { op, language: change.language };
    case 'accept':
      return { op, ...named(before, after, change.warning.part), field: change.warning.code };
    case 'replace':
      return { op };
  }
}

function named(
  before: DraftDocument,
  after: DraftDocument,
  part: PartAddress,
): Pick<ChangeSummary, 'part' | 'list' | 'code' | 'title'> {
  const isThere = partAt(after.questionnaire, part) !== undefined;
  const document = isThere ? after : before;
  const found = findPart(document.questionnaire, part);
  // A member has no name of its own: it goes by that of the area it counts.
  const speaking = part.split('/').at(-1) ?? part;
  const area = findPart(document.questionnaire, speaking)?.part;
  const { title } = textsOf(document, speaking).source;
  const code = found?.part['code'] ?? area?.['code'];
  const list = found?.steps.at(-1)?.list;
  return {
    part,
    ...(list && { list }),
    ...(typeof code === 'string' && { code }),
    ...(title !== undefined && { title: title.slice(0, 200) }),
  };
}
