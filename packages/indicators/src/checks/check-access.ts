import { rankedCount } from '../definition/points.js';
import type { Path } from '../definition/json-pointer.js';
import { placedOptions, type PlacedQuestion } from '../definition/parts.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import { textKey } from '../definition/texts.js';
import type { FaultList } from './fault-list.js';

/** The most choices that somebody steps through one by one, by keyboard or ear, without losing the way. */
export const CHOICES_MAXIMUM = 25;
/** The most columns whose heads stay legible beside their row at 320 CSS pixels (WCAG 2.2, 1.4.10). */
export const COLUMNS_MAXIMUM = 7;
/** The most things that can be put in order one after another while the rest is kept in mind. */
export const RANKED_MAXIMUM = 10;
/** The most characters of a title, which a screen reader says again at each of its choices. */
export const TITLE_MAXIMUM = 300;

/** Questions are built so that they can be answered on a phone, by keyboard and by ear. */
export function checkConstructs(questions: readonly PlacedQuestion[], faults: FaultList): void {
  for (const { question, path } of questions) {
    const { code, kind } = question;
    if ((kind === 'single' || kind === 'multiple') && question.options.length > CHOICES_MAXIMUM)
      faults.add({
        code: 'choicesTooMany',
        path: [...path, 'options'],
        message: `“${code}” has ${String(question.options.length)} choices, to be stepped through one by one.`,
        mend: `Offer at most ${String(CHOICES_MAXIMUM)}: group them, or ask in two steps.`,
      });
    if (kind === 'matrix' && question.columns.length > COLUMNS_MAXIMUM)
      faults.add({
        code: 'matrixTooWide',
        path: [...path, 'columns'],
        message: `“${code}” has ${String(question.columns.length)} columns: on a phone, or enlarged, their heads are out of sight.`,
        mend: `Use at most ${String(COLUMNS_MAXIMUM)} columns, or a question for each row.`,
      });
    if (kind === 'ranking' && rankedCount(question) > RANKED_MAXIMUM)
      faults.add({
        code: 'rankingTooLong',
        path: [...path, question.ranked === undefined ? 'options' : 'ranked'],
        message: `“${code}” wants ${String(rankedCount(question))} things put in order.`,
        mend: `Let at most ${String(RANKED_MAXIMUM)} be ranked (“name the first three”).`,
      });
  }
}

/** Things whose titles stand side by side: a question's choices, a matrix's rows, the questions of a section or set. */
type Neighbours = readonly string[];

/**
 * Titles say something to whoever hears them: they have words, are not too long, and differ from those beside them,
 * in whatever language.
 *
 * @param titles the texts of one language by key
 */
export function checkTitles(
  questionnaire: Questionnaire,
  titles: ReadonlyMap<string, string>,
  faults: FaultList,
): void {
  for (const [key, title] of titles) {
    if (!key.endsWith('.title')) continue;
    const path: Path = ['texts', key];
    if (!/[\p{L}\p{N}]/u.test(title))
      faults.add({
        code: 'titleWithoutWords',
        path,
        message: `“${title.slice(0, 60)}” has no letter and no digit: heard, it is nothing.`,
        mend: 'Say it in words; a picture, sign or colour may stand beside them.',
      });
    if (title.length > TITLE_MAXIMUM)
      faults.add({
        code: 'titleTooLong',
        path,
        message: `This title has ${String(title.length)} characters and is heard again at every choice.`,
        mend: `Keep to ${String(TITLE_MAXIMUM)} characters, and move the rest to the help.`,
      });
  }
  for (const neighbours of neighboursIn(questionnaire)) checkNeighbours(neighbours, titles, faults);
}

function checkNeighbours(ids: Neighbours, titles: ReadonlyMap<string, string>, faults: FaultList): void {
  const known = new Map<string, string>();
  for (const id of ids) {
    const key = textKey(id, 'title');
    const title = titles.get(key)?.trim().toLowerCase();
    if (title === undefined) continue;
    const same = known.get(title);
    if (same === undefined) known.set(title, titles.get(key) ?? '');
    else
      faults.add({
        code: 'titlesAlike',
        path: ['texts', key],
        message: `Another one beside it is called “${same}”, too.`,
        mend: 'Call them differently, so that they can be told apart without seeing where they stand.',
      });
  }
}

function neighboursIn({ sections }: Questionnaire): readonly Neighbours[] {
  return sections.flatMap(({ questions }) => [
    questions.map(({ id }) => id),
    ...questions.flatMap((question) => {
      const within = question.kind === 'set' ? question.questions : [];
      const options = [question, ...within].flatMap((each) => [
        placedOptions(each).options.map(({ id }) => id),
        each.kind === 'matrix' ? each.rows.map(({ id }) => id) : [],
      ]);
      return [within.map(({ id }) => id), ...options];
    }),
  ]);
}
