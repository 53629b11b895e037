import type { CompiledQuestion, QuestionScore, Scorecard } from '@kilim/indicators';
import type { VersionBook } from './version-book';

/** Which instance of its set a question is asked of, from 1, as the set lists them; undefined outside repeated sets. */
export function positionOf(
  { questions }: Scorecard,
  { instance }: QuestionScore,
  { set }: CompiledQuestion,
): number | undefined {
  if (set === undefined || instance === undefined) return undefined;
  const list = questions.find(({ address }) => address === set.id)?.answer;
  const listed = list?.kind === 'value' && Array.isArray(list.value) ? [...new Set(list.value)] : [];
  return listed.indexOf(instance) + 1;
}

/** “Youth centre 2”; undefined outside repeated sets. */
export function instanceWords(
  { set }: CompiledQuestion,
  position: number | undefined,
  book: VersionBook,
): string | undefined {
  return set === undefined || position === undefined ? undefined : book.instance(set.id, position);
}
