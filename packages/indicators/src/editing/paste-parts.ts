import type { Language } from '../definition/questionnaire.js';
import type { TextField, TranslatedText } from '../definition/texts.js';
import type { DraftChange, DraftChangeOf, PartPlace } from './change.js';
import type { CopiedParts } from './clipboard.js';
import { copyParts } from './clipboard.js';
import { CodeBook } from './code-book.js';
import type { DraftDocument } from './draft-document.js';
import { findPart } from './find-part.js';
import { placeOf } from './lists.js';
import {
  addressIn,
  listOf,
  partsWithin,
  type ListedPart,
  type PartAddress,
  type PartList,
} from './part-address.js';
import { mapReferences, referencesIn } from './references.js';

/** What pasting comes to. */
export interface Pasted {
  /** To be applied together; nothing is changed yet. */
  readonly changes: readonly DraftChange[];
  /** The id of each pasted part, by the one it had: another one, or the same where it is the same part. */
  readonly ids: ReadonlyMap<string, string>;
  /** How many of the parts are the same as those that were cut: what was answered to them is still theirs. */
  readonly moved: number;
  /** What a new part names that is not in the draft: to be mended by hand; the checks find it, too. */
  readonly dangling: readonly { readonly part: PartAddress; readonly names: string }[];
  /** Copied parts that can not stand in the list they were pasted into: they are left out. */
  readonly unplaced: readonly string[];
  /** Languages of the copied texts that the draft is not translated into: those texts are left out. */
  readonly languages: readonly Language[];
}

/**
 * Pastes copied parts as new ones: each gets an id and a free code of its own, a question keeps its origin in
 * `derivedFrom`. What the parts name among themselves they name in the copy, too; what else they name they keep.
 *
 * A part that was cut from this very draft and is not in it any more is put back as what it is, under its own ids:
 * whatever names it names it again, and stored answers are still its own. Pasted once more it is a new one.
 *
 * @param newId   makes an id that nobody else makes
 * @param sha256  the digest of a text in lower-case hex
 * @param draftId which draft it is, to know what was cut from it
 */
export function pasteParts(
  document: DraftDocument,
  clipboard: CopiedParts,
  place: PartPlace,
  newId: () => string,
  sha256: (text: string) => string,
  draftId?: string,
): Pasted {
  const fitting = clipboard.parts.filter(({ list }) => fits(list, place.list));
  const isFromHere = clipboard.cutFrom !== undefined && clipboard.cutFrom === draftId;
  const moved = isFromHere ? fitting.filter((part) => isGone(document, idsIn(part))) : [];
  const ids = new Map<string, string>();
  for (const part of fitting) for (const id of idsIn(part)) ids.set(id, moved.includes(part) ? id : newId());
  const codes = new CodeBook(document.questionnaire);
  let after = place.after;
  const changes = fitting.map(({ value, texts }): DraftChangeOf<'insert'> => {
    const part = renewed(value as ListedPart, ids, codes, place.into, place.list);
    const here = { ...place, after };
    after = addressIn(place.into, part);
    const carried = Object.entries(texts).map(([id, each]) => [
      ids.get(id) ?? id,
      inLanguagesOf(document, clipboard.from.sourceLanguage, each, sha256),
    ]);
    return { op: 'insert', place: here, value: part, texts: Object.fromEntries(carried) as never };
  });
  return {
    changes,
    ids,
    moved: moved.length,
    dangling: danglingIn(document, changes),
    unplaced: clipboard.parts
      .filter((part) => !fitting.includes(part))
      .map(({ value }) => addressIn('', value as ListedPart)),
    languages: languagesLeft(document, clipboard),
  };
}

/** Duplicates parts, each right behind itself. */
export function duplicateParts(
  document: DraftDocument,
  addresses: readonly PartAddress[],
  newId: () => string,
  sha256: (text: string) => string,
): readonly DraftChange[] {
  return addresses.flatMap((address) => {
    const found = findPart(document.questionnaire, address);
    if (!found) return [];
    const { list, at } = found.steps.at(-1) ?? found.steps[0];
    const owner = findPart(document.questionnaire, found.owner)?.part ?? document.questionnaire;
    const place = placeOf(found.owner, list, listOf(owner, list), at);
    const clipboard = copyParts(document, [address]);
    return pasteParts(document, clipboard, { ...place, after: address }, newId, sha256).changes;
  });
}

/** The ids of a copied part and of all that is in it. */
function idsIn({ value }: CopiedParts['parts'][number]): readonly string[] {
  return [...partsWithin('', value as ListedPart)].flatMap(({ part }) => (part as ListedPart).id ?? []);
}

function isGone({ questionnaire }: DraftDocument, ids: readonly string[]): boolean {
  return ids.length > 0 && ids.every((id) => findPart(questionnaire, id) === undefined);
}

function fits(list: PartList, into: PartList): boolean {
  const alike = (name: PartList) => (name === 'columns' ? 'options' : name);
  return alike(list) === alike(into);
}

function renewed(
  value: ListedPart,
  ids: ReadonlyMap<string, string>,
  codes: CodeBook,
  owner: PartAddress,
  list: PartList,
): ListedPart {
  const renamed = mapReferences(value, (id) => ids.get(id) ?? id);
  return withNewIds(renamed as ListedPart, ids, codes, owner, list);
}

function withNewIds(
  part: ListedPart,
  ids: ReadonlyMap<string, string>,
  codes: CodeBook,
  owner: PartAddress,
  list: PartList,
): ListedPart {
  const { id } = part;
  const renewedId = id === undefined ? undefined : (ids.get(id) ?? id);
  const address = addressIn(owner, { ...part, ...(renewedId !== undefined && { id: renewedId }) });
  const entries = Object.entries(part).map(([key, each]): readonly [string, unknown] => {
    if (key === 'code' && typeof each === 'string') return [key, codes.take(owner, list, each)];
    if (!Array.isArray(each) || !each.every((one) => typeof one === 'object' && one !== null && 'id' in one))
      return [key, each];
    return [
      key,
      (each as readonly ListedPart[]).map((one) => withNewIds(one, ids, codes, address, key as PartList)),
    ];
  });
  return {
    ...Object.fromEntries(entries),
    ...(renewedId !== undefined && { id: renewedId }),
    ...('kind' in part && id !== undefined && renewedId !== id && { derivedFrom: id }),
  };
}

type Texts = CopiedParts['parts'][number]['texts'][string];

/** Copied texts as texts of a draft that may have another source language. */
function inLanguagesOf(
  { questionnaire, languages }: DraftDocument,
  from: Language,
  { source, translations }: Texts,
  sha256: (text: string) => string,
): Texts {
  const to = questionnaire.sourceLanguage;
  if (from === to) return { source, translations };
  const fields = Object.keys(source) as TextField[];
  const newSource = Object.fromEntries(
    fields.map((field) => [field, translations[to]?.[field]?.text ?? source[field] ?? '']),
  );
  const translated = languages.map((language) => {
    const texts = fields.flatMap((field): readonly [TextField, TranslatedText][] => {
      const old = source[field] ?? '';
      const known = translations[language]?.[field];
      const isFresh = known !== undefined && known.of === sha256(old);
      const text = language === from ? old : isFresh ? known.text : undefined;
      return text === undefined ? [] : [[field, { text, of: sha256(newSource[field] ?? '') }]];
    });
    return [language, Object.fromEntries(texts)] as const;
  });
  return { source: newSource, translations: Object.fromEntries(translated) };
}

function danglingIn(
  document: DraftDocument,
  changes: readonly DraftChangeOf<'insert'>[],
): Pasted['dangling'] {
  const pasted = changes.flatMap(({ place, value }) => [
    ...partsWithin(addressIn(place.into, value as ListedPart), value as ListedPart),
  ]);
  const known = new Set(pasted.map(({ address }) => address));
  const isThere = (id: string) => known.has(id) || findPart(document.questionnaire, id) !== undefined;
  return changes.flatMap(({ place, value }) =>
    [...referencesIn(value)]
      .filter((names) => !isThere(names))
      .map((names) => ({ part: addressIn(place.into, value as ListedPart), names })),
  );
}

function languagesLeft(document: DraftDocument, clipboard: CopiedParts): readonly Language[] {
  const { sourceLanguage } = document.questionnaire;
  const carried = clipboard.parts.flatMap(({ texts }) =>
    Object.values(texts).flatMap(({ translations }) => Object.keys(translations)),
  );
  const all = [...new Set([clipboard.from.sourceLanguage, ...carried])];
  return all.filter((each) => each !== sourceLanguage && !document.languages.includes(each)).sort();
}
