import { QUESTIONNAIRE_WORD } from '../checks/check-identity.js';
import { jsonPointer } from '../definition/json-pointer.js';
import type { Language } from '../definition/questionnaire.js';
import { textKey, type TextField } from '../definition/texts.js';
import { contentDifferences, type ContentDifference } from '../editing/content-differences.js';
import type { DraftContent } from '../editing/draft-content.js';
import { findPart } from '../editing/find-part.js';
import { sameJson } from '../editing/same-json.js';
import { isToJudge, kindOf } from './change-kind.js';
import type { VersionChange, VersionPlace } from './version-change.js';
import type { VersionDocuments } from './version-documents.js';

/**
 * Everything in which a version differs from an earlier one, by id: renaming or moving a thing does not make it another.
 * In the order of the newer version, then what only the older has. What the version itself is called (2026.1) is no
 * difference, nor is which source text a translation was made from; equal versions have none.
 *
 * Takes drafts, too, whatever errors they have, as long as no two parts share an id.
 */
export function diffVersions(before: VersionDocuments, after: VersionDocuments): readonly VersionChange[] {
  const languages = changedLanguages(before, after);
  const whole = new Set(languages.map(({ language = '' }) => language));
  const old = spokenIn(after.questionnaire.sourceLanguage, before);
  const differences = contentDifferences(asContent(old), asContent(after))
    .filter(({ change, language = '' }) => !(change === 'text' && whole.has(language)))
    .filter(({ part, field }) => !(part === QUESTIONNAIRE_WORD && field === 'version'))
    .flatMap(inParts);
  return [...languages, ...differences.map((difference) => changeOf(difference, before, after))];
}

function asContent({ questionnaire, source, translations }: VersionDocuments): DraftContent {
  return { questionnaire, source, translations: [...translations], accepted: [] };
}

/** The languages in which only one of the two is. */
function changedLanguages(before: VersionDocuments, after: VersionDocuments): readonly VersionChange[] {
  const [old, now] = [languagesOf(before), languagesOf(after)];
  const told = (change: 'languageAdded' | 'languageRemoved', language: Language): VersionChange => ({
    ...{ key: `${QUESTIONNAIRE_WORD}//${language}`, kind: 'wording', change },
    ...{ part: QUESTIONNAIRE_WORD, language },
  });
  return [
    ...now.filter((each) => !old.includes(each)).map((each) => told('languageAdded', each)),
    ...old.filter((each) => !now.includes(each)).map((each) => told('languageRemoved', each)),
  ];
}

function languagesOf({ source, translations }: VersionDocuments): readonly Language[] {
  return [source.language, ...translations.map(({ language }) => language)].sort();
}

/** The same with its texts in another language as the source, so that two versions are compared language by language. */
function spokenIn(language: Language, documents: VersionDocuments): VersionDocuments {
  const { source, translations } = documents;
  if (source.language === language) return documents;
  const texts = translations.find((each) => each.language === language)?.texts ?? {};
  const former = Object.entries(source.texts).map(([key, text]) => [key, { text, of: '' }] as const);
  return {
    ...documents,
    source: {
      language,
      texts: Object.fromEntries(Object.entries(texts).map(([key, { text }]) => [key, text])),
    },
    translations: [
      ...translations.filter((each) => each.language !== language),
      { language: source.language, texts: Object.fromEntries(former) },
    ],
  };
}

/** Fields that hold several: each of these is changed on its own. */
const HOLDERS: ReadonlySet<string> = new Set(['rules', 'points', 'evidence']);

function inParts(difference: ContentDifference): readonly ContentDifference[] {
  const { change, field, from, to, ...about } = difference;
  if (change !== 'field' || field === undefined || !HOLDERS.has(field)) return [difference];
  const [old, now] = [fieldsOf(from), fieldsOf(to)];
  if (old === undefined || now === undefined) return [difference];
  const names = [...new Set([...Object.keys(now), ...Object.keys(old)])];
  return names
    .filter((name) => !sameJson(old[name], now[name]))
    .map((name) => ({
      ...{ ...about, change, field: `${field}/${name}` },
      ...(old[name] !== undefined && { from: old[name] }),
      ...(now[name] !== undefined && { to: now[name] }),
    }));
}

/** What is in a field that holds several; nothing in one that is not there. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (value === undefined) return {};
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

function changeOf(
  difference: ContentDifference,
  older: VersionDocuments,
  newer: VersionDocuments,
): VersionChange {
  const { change, part, list, title, field, language, from, to } = difference;
  const [codeBefore, codeAfter] = [codeIn(older, part), codeIn(newer, part)];
  const before = change === 'added' ? undefined : placeOf(difference, older, from);
  const after = change === 'removed' ? undefined : placeOf(difference, newer, to);
  return {
    key: keyOf(difference),
    ...{ kind: kindOf(wholeField(difference)), change, part },
    ...(list !== undefined && { list }),
    ...(codeBefore !== undefined && { codeBefore }),
    ...(codeAfter !== undefined && { codeAfter }),
    ...(title !== undefined && { title }),
    ...(field !== undefined && { field }),
    ...(language !== undefined && { language }),
    ...(before && { before }),
    ...(after && { after }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(isToJudge(difference) && { toJudge: true }),
  };
}

function keyOf({ change, part, field, language }: ContentDifference): string {
  if (change === 'moved') return `${part}/moved`;
  if (field === undefined) return part;
  return language === undefined ? `${part}/${field}` : `${part}/${field}/${language}`;
}

function wholeField(difference: ContentDifference): ContentDifference {
  const { field } = difference;
  return field === undefined ? difference : { ...difference, field: field.split('/')[0] ?? field };
}

/** A part's code; of a member, which has none, that of the area it counts. */
function codeIn({ questionnaire }: VersionDocuments, part: string): string | undefined {
  if (part === QUESTIONNAIRE_WORD) return questionnaire.code;
  const own = findPart(questionnaire, part)?.part['code'];
  const code = own ?? findPart(questionnaire, part.split('/').at(-1) ?? part)?.part['code'];
  return typeof code === 'string' ? code : undefined;
}

/** Where a part, its field or a text about it stands in a version; undefined where it does not. */
function placeOf(
  { change, part, field, language }: ContentDifference,
  { questionnaire }: VersionDocuments,
  value: unknown,
): VersionPlace | undefined {
  if (change === 'text') {
    if (value === undefined) return undefined;
    const pointer = jsonPointer(['texts', textKey(part, field as TextField)]);
    return language === undefined || language === questionnaire.sourceLanguage
      ? { document: 'texts', pointer }
      : { document: 'translation', language, pointer };
  }
  const found = findPart(questionnaire, part);
  if (part !== QUESTIONNAIRE_WORD && !found) return undefined;
  const steps = found?.steps.flatMap(({ list, at }) => [list, at]) ?? [];
  const below = field === undefined || value === undefined ? [] : field.split('/');
  return { document: 'questionnaire', pointer: jsonPointer([...steps, ...below]) };
}
