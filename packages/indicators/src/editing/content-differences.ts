import * as z from 'zod';
import { QUESTIONNAIRE_WORD } from '../checks/check-identity.js';
import { Language } from '../definition/questionnaire.js';
import type { DraftContent } from './draft-content.js';
import { openDraft, textsOf, type DraftDocument } from './draft-document.js';
import { findPart } from './find-part.js';
import { movedParts } from './moved-parts.js';
import { listsOf, PartAddress, PartList, partsWithin } from './part-address.js';
import { sameJson } from './same-json.js';

/**
 * One thing in which two contents differ, as the data has it.
 *
 * | change | |
 * |---|---|
 * | `added`, `removed` | a part that only one of them has; what is in it is not listed again |
 * | `moved` | it stands in another part's list, or elsewhere in its list |
 * | `field` | a field has another value; absent: none |
 * | `text` | what is said about it in a language has other words; absent: nothing |
 */
export const ContentDifference = z
  .strictObject({
    change: z.enum(['added', 'removed', 'moved', 'field', 'text']),
    part: PartAddress,
    list: PartList.optional(),
    code: z.string().optional(),
    /** What the part is called in the source language, newest first. */
    title: z.string().optional(),
    /** Which field or text. */
    field: z.string().optional(),
    language: Language.optional(),
    from: z.unknown().optional(),
    to: z.unknown().optional(),
  })
  .meta({ id: 'ContentDifference' });
export type ContentDifference = z.infer<typeof ContentDifference>;

/** Everything in which a content differs from an earlier one, part by part in the order of the newer. */
export function contentDifferences(before: DraftContent, after: DraftContent): readonly ContentDifference[] {
  const [old, now] = [openDraft(before), openDraft(after)];
  const parts = [...partsWithin(QUESTIONNAIRE_WORD, now.questionnaire)];
  const present = new Set(parts.map(({ address }) => address));
  const moved = movedParts(old, now);
  const gone = [...partsWithin(QUESTIONNAIRE_WORD, old.questionnaire)].filter(
    ({ address }) => !present.has(address),
  );
  return [
    ...parts.flatMap(({ address, part }) => differencesOf(address, part, old, now, moved)),
    ...gone
      .filter(({ address }) => isOutermost(address, old, present))
      .map(({ address }) => ({
        change: 'removed' as const,
        ...nameOf(address, old),
      })),
  ];
}

function differencesOf(
  address: PartAddress,
  part: object,
  old: DraftDocument,
  now: DraftDocument,
  moved: ReadonlySet<PartAddress>,
): readonly ContentDifference[] {
  const found = findPart(old.questionnaire, address);
  const earlier = address === QUESTIONNAIRE_WORD ? old.questionnaire : found?.part;
  const name = nameOf(address, now);
  if (!earlier) {
    const owner = findPart(now.questionnaire, address)?.owner ?? QUESTIONNAIRE_WORD;
    const isInNew = owner !== QUESTIONNAIRE_WORD && !findPart(old.questionnaire, owner);
    return isInNew ? [] : [{ change: 'added', ...name }];
  }
  return [
    ...(moved.has(address) ? [{ change: 'moved' as const, ...name }] : []),
    ...fieldDifferences(earlier, part).map((each) => ({ change: 'field' as const, ...name, ...each })),
    ...textDifferences(address, old, now).map((each) => ({ change: 'text' as const, ...name, ...each })),
  ];
}

type Fields = Readonly<Record<string, unknown>>;
type Values = Pick<ContentDifference, 'field' | 'language' | 'from' | 'to'>;

function fieldDifferences(before: object, after: object): readonly Values[] {
  const lists = new Set<string>([...listsOf(before), ...listsOf(after)].map(([name]) => name));
  const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return fields
    .filter((field) => !lists.has(field))
    .flatMap((field) => valuesOf({ field }, (before as Fields)[field], (after as Fields)[field]));
}

function textDifferences(address: PartAddress, old: DraftDocument, now: DraftDocument): readonly Values[] {
  const [before, after] = [textsOf(old, address), textsOf(now, address)];
  const { sourceLanguage } = now.questionnaire;
  const languages = [...new Set([...Object.keys(after.translations), ...Object.keys(before.translations)])];
  const pairs = [
    { language: sourceLanguage, from: before.source as Fields, to: after.source as Fields },
    ...languages.map((language) => ({
      language,
      from: wordsOf(before.translations[language] ?? {}),
      to: wordsOf(after.translations[language] ?? {}),
    })),
  ];
  return pairs.flatMap(({ language, from, to }) =>
    [...new Set([...Object.keys(to), ...Object.keys(from)])].flatMap((field) =>
      valuesOf({ field, language }, from[field], to[field]),
    ),
  );
}

function wordsOf(translated: Readonly<Record<string, { readonly text: string } | undefined>>): Fields {
  return Object.fromEntries(Object.entries(translated).map(([field, each]) => [field, each?.text]));
}

function valuesOf(about: Values, from: unknown, to: unknown): readonly Values[] {
  if (sameJson(from, to)) return [];
  return [{ ...about, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
}

function isOutermost(address: PartAddress, old: DraftDocument, present: ReadonlySet<string>): boolean {
  const owner = findPart(old.questionnaire, address)?.owner;
  return owner === undefined || present.has(owner);
}

function nameOf(
  address: PartAddress,
  document: DraftDocument,
): Pick<ContentDifference, 'part' | 'list' | 'code' | 'title'> {
  const found = findPart(document.questionnaire, address);
  const speaking = address.split('/').at(-1) ?? address;
  const code = found?.part['code'] ?? findPart(document.questionnaire, speaking)?.part['code'];
  const { title } = textsOf(document, speaking).source;
  const list = found?.steps.at(-1)?.list;
  return {
    part: address,
    ...(list && { list }),
    ...(typeof code === 'string' && { code }),
    ...(title !== undefined && { title }),
  };
}
