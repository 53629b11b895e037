import type { DraftFault } from '@kilim/indicators';
import type { Speech } from '../../language/speech';
import type { DraftBook } from '../desk/draft-book';

/** What a fault is called in the reader's language; what the engine says in detail stands below it, in English. */
export function faultName({ code, language }: DraftFault, say: Speech): string {
  const name = say.t(`check.${code}`);
  return language === undefined ? name : `${name} (${say.languageName(language)})`;
}

/** Where a fault is, by code: “EDU.2”; a member of a mean by the mean's code and its own. */
export function faultWhere({ part }: DraftFault, book: DraftBook, say: Speech): string {
  if (part === 'questionnaire') return say.t('tree.whole');
  return part
    .split('/')
    .map((id) => book.code(id))
    .join(' · ');
}
