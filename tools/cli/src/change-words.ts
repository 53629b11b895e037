import { findPart, type PartList, type VersionChange, type VersionDocuments } from '@kilim/indicators';

/** The lists whose parts mean nothing to a reader without what they stand in. */
const WITHIN: readonly (PartList | undefined)[] = ['options', 'rows', 'columns', 'members'];

/** What changes, by the codes of the part and of what it stands in: “Q2 weight”, “Q1 title (en)”, “Q2 much points”. */
export function changeWords(change: VersionChange, older: VersionDocuments, newer: VersionDocuments): string {
  const { codeAfter, codeBefore, part, list, field, language } = change;
  const owner = WITHIN.includes(list) ? (ownerCode(part, newer) ?? ownerCode(part, older)) : undefined;
  const of = language === undefined || field === undefined ? '' : ` (${language})`;
  return [owner, codeAfter ?? codeBefore ?? language ?? part, `${field ?? change.change}${of}`]
    .filter((word) => word !== undefined)
    .join(' ');
}

function ownerCode(part: string, { questionnaire }: VersionDocuments): string | undefined {
  const owner = findPart(questionnaire, part)?.owner;
  const code = owner === undefined ? undefined : findPart(questionnaire, owner)?.part['code'];
  return typeof code === 'string' ? code : undefined;
}
