import { plain } from '@kilim/contracts';
import type { TextBook } from '@kilim/indicators';
import type { Asked } from '../assessment/asked.js';

/**
 * The questions in which every word occurs, by code, title or help, in this order and else in that of the form; all
 * without regard to case and accents.
 */
export function findQuestions(
  asked: readonly Asked[],
  texts: Pick<TextBook, 'find'>,
  typed: string,
): readonly Asked[] {
  const words = plain(typed).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  return asked
    .flatMap((each) => {
      const rank = rankOf(each, texts, words);
      return rank === undefined ? [] : [{ each, rank }];
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ each }) => each);
}

/** 0 the code begins with it, 1 all in the title, 2 partly in the help; undefined: not found. */
function rankOf(
  { question, anchor }: Asked,
  texts: Pick<TextBook, 'find'>,
  words: readonly string[],
): number | undefined {
  const part = (name: 'title' | 'help'): string => plain(texts.find(question.id, name)?.text ?? '');
  const [code, title] = [plain(anchor), part('title')];
  if (words.length === 1 && code.startsWith(words[0] ?? '')) return 0;
  if (words.every((word) => title.includes(word))) return 1;
  const everything = `${code} ${title} ${part('help')}`;
  return words.every((word) => everything.includes(word)) ? 2 : undefined;
}
