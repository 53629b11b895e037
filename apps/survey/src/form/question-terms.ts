import type { Id, Questionnaire, SourceTexts } from '@kilim/indicators';

type Term = NonNullable<Questionnaire['glossary']>[number];

/**
 * The words of the glossary that a question uses, in its title or help. Looked for in the source language, whose words
 * do not bend much, so that every language explains the same ones. A term within a longer one that is found is not told
 * again.
 */
export function termsIn(
  questionId: Id,
  glossary: readonly Term[],
  { texts }: Pick<SourceTexts, 'texts'>,
): readonly Term[] {
  const words = [texts[`${questionId}.title`], texts[`${questionId}.help`]].join(' \n ').toLowerCase();
  const named = glossary.flatMap((term) => {
    const name = texts[`${term.id}.title`]?.toLowerCase();
    return name !== undefined && isIn(words, name) ? [{ term, name }] : [];
  });
  return named
    .filter(({ name }) => !named.some((other) => other.name !== name && isIn(other.name, name)))
    .map(({ term }) => term);
}

/** As a word or words of their own, one or many of them. */
function isIn(words: string, name: string): boolean {
  const asWritten = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}-])${asWritten}(?:s|es)?(?![\\p{L}\\p{N}-])`, 'u').test(words);
}
