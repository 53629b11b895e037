import type { Id } from '../definition/identity.js';
import { placedOptions } from '../definition/parts.js';
import type { Question } from '../definition/question.js';
import type { Language } from '../definition/questionnaire.js';
import { textKey, type TextField } from '../definition/texts.js';
import { sameWords } from './change-kind.js';
import type { VersionDocuments } from './version-documents.js';

/** What of a question's texts an answer hangs on. What counts as evidence is none of them. */
const HEARD: readonly TextField[] = ['title', 'help', 'example', 'unit', 'instance'];

/** Whether two versions ask a question in the same words, in every language that both have. */
export class Wordings {
  private readonly pairs: readonly (readonly [ReadonlyMap<string, string>, ReadonlyMap<string, string>])[];

  constructor(before: VersionDocuments, after: VersionDocuments) {
    const [old, now] = [byLanguage(before), byLanguage(after)];
    this.pairs = [...now].flatMap(([language, texts]) => {
      const earlier = old.get(language);
      return earlier ? [[earlier, texts] as const] : [];
    });
  }

  /** Also when they have no language in common: then nobody has compared the words. */
  areOthers(before: Question, after: Question): boolean {
    if (this.pairs.length === 0) return true;
    const keys = [...HEARD.map((field) => textKey(before.id, field)), ...titlesWithin(before, after)];
    return this.pairs.some(([old, now]) =>
      keys.some((key) => !sameWords(old.get(key) ?? '', now.get(key) ?? '')),
    );
  }
}

/** The titles of choices and rows that are in both. */
function titlesWithin(before: Question, after: Question): readonly string[] {
  const known = new Set(withinOf(after));
  return withinOf(before)
    .filter((id) => known.has(id))
    .map((id) => textKey(id, 'title'));
}

function withinOf(question: Question): readonly Id[] {
  const rows = question.kind === 'matrix' ? question.rows : [];
  return [...placedOptions(question).options, ...rows].map(({ id }) => id);
}

function byLanguage({
  source,
  translations,
}: VersionDocuments): ReadonlyMap<Language, ReadonlyMap<string, string>> {
  return new Map([
    [source.language, new Map(Object.entries(source.texts))],
    ...translations.map(
      ({ language, texts }) =>
        [language, new Map(Object.entries(texts).map(([key, { text }]) => [key, text]))] as const,
    ),
  ]);
}
