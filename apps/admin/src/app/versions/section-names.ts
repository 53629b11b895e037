import type { VersionBook } from './version-book';

/** The sections of a version in their order, with code and title: `EDU Education`. */
export function sectionNames(book: VersionBook): readonly { readonly id: string; readonly name: string }[] {
  return book.compiled.questionnaire.sections.map(({ id, code }) => ({
    id,
    name: `${code} ${book.title(id)}`,
  }));
}
