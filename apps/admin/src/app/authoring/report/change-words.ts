import { ChangeKind, type VersionChange } from '@kilim/indicators';
import type { Speech } from '../../language/speech';
import { fieldWords } from '../desk/value-words';

/** In which order kinds of change are read: what may move scores first, translations last. */
export const CHANGE_GROUPS = [
  ...(['structure', 'weights', 'options', 'conditions', 'meaning', 'rules', 'wording'] as const),
  'translations',
] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

/** The kind of a change; what is only said otherwise in another language than the source is a group of its own. */
export function changeGroup({ kind, language }: VersionChange, sourceLanguage: string): ChangeGroup {
  return kind === ChangeKind.enum.wording && language !== undefined && language !== sourceLanguage
    ? 'translations'
    : kind;
}

/** Changes by kind, kinds in their order, empty ones left out. */
export function groupedChanges(
  changes: readonly VersionChange[],
  sourceLanguage: string,
): readonly { readonly group: ChangeGroup; readonly of: readonly VersionChange[] }[] {
  return CHANGE_GROUPS.map((group) => ({
    group,
    of: changes.filter((each) => changeGroup(each, sourceLanguage) === group),
  })).filter(({ of }) => of.length > 0);
}

/** What has changed: “EDU.2 Does the city …”; with both codes where the code is another. */
export function changeName({ part, codeBefore, codeAfter, title }: VersionChange, say: Speech): string {
  if (part === 'questionnaire') return say.t('tree.whole');
  const code =
    codeBefore !== undefined && codeAfter !== undefined && codeBefore !== codeAfter
      ? say.t('history.change', { from: codeBefore, to: codeAfter })
      : (codeAfter ?? codeBefore);
  return [code, title].filter((word) => word !== undefined).join(' ') || part;
}

/** How it has changed: “points”, “title (Polish)”, “added”. */
export function changeWhat({ change, field, language }: VersionChange, say: Speech): string {
  if (change !== 'field' && change !== 'text') {
    const words = say.t(`difference.${change}`);
    return language === undefined ? words : `${words}: ${say.languageName(language)}`;
  }
  const words = fieldWords(field ?? '', say);
  return language === undefined ? words : `${words} (${say.languageName(language)})`;
}

/** A change in a few words, for a line about its effect: “EDU.2: points”. */
export function changeInShort(change: VersionChange, say: Speech): string {
  const { part, codeBefore, codeAfter } = change;
  const code =
    part === 'questionnaire' ? say.t('tree.whole') : (codeAfter ?? codeBefore ?? change.title ?? part);
  return `${code}: ${changeWhat(change, say)}`;
}

/** What stood or stands there; a weight that is not written counts as 1. */
export function changedValue(change: VersionChange, side: 'from' | 'to'): unknown {
  const value = change[side];
  return change.field === 'weight' ? (value ?? 1) : value;
}
