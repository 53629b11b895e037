import { OVERALL, type PublishedResult, type PublishedSet } from '@kilim/indicators';
import { DOT_HEIGHT, dotsOption } from '../charts/dots';
import type { DataTable } from '../charts/data-table';
import type { Picture } from '../charts/picture';
import type { Say } from '../language/say';

type Language = ReturnType<Say['language']>;

/** The overall results of cities, the highest first. */
export function overallOf({ results }: PublishedSet): readonly PublishedResult[] {
  return results
    .filter(({ kind, measure }) => kind === 'city' && measure === OVERALL)
    .sort((a, b) => b.score - a.score || (a.year ?? 0) - (b.year ?? 0));
}

/** The overall results as a picture: named by city and year. */
export function overallPicture(set: PublishedSet, say: Say): Picture {
  const overall = overallOf(set);
  const dots = overall.map((each) => ({ name: subjectWords(each, say), value: each.score }));
  const scores = overall.map(({ score }) => score);
  return {
    draw: (look) => dotsOption(dots, look),
    heading: say.t('published.overall.heading', {
      low: say.number(Math.min(...scores)),
      high: say.number(Math.max(...scores)),
    }),
    sub: say.n('published.overall.sub', overall.length),
    description: say.t('published.overall.description', {
      values: say.list(dots.map(({ name, value }) => `${name}: ${say.number(value)}`)),
    }),
    source: say.t('published.overall.source', { date: say.localDate(set.frozenOn) }),
    width: 900,
    height: 40 + dots.length * DOT_HEIGHT,
  };
}

/** The same as a table. */
export function overallTable(set: PublishedSet, say: Say): DataTable {
  return {
    columns: [
      { words: say.t('matrix.city') },
      { words: say.t('matrix.country') },
      { words: say.t('published.year') },
      { words: say.t('published.score'), isNumber: true },
    ],
    rows: overallOf(set).map(({ subject, country, year, score }) => [
      ...[subject, country === null ? undefined : say.country(country), yearWords(year, say), score],
    ]),
  };
}

/** City and year: “Oslo, 2017”. */
export function subjectWords({ subject, year }: Pick<PublishedResult, 'subject' | 'year'>, say: Say): string {
  return `${subject}, ${yearWords(year, say)}`;
}

/** A year, or that the source gives none. */
export function yearWords(year: number | null, say: Say): string {
  return year === null ? say.t('published.noYear') : String(year);
}

/** A table to be taken away, with the names of the columns that the codebook explains. */
export function sheetOf(
  table: 'results' | 'ranks',
  set: PublishedSet,
): readonly (readonly (string | number)[])[] {
  const columns = Object.keys(set.columns[table]);
  const rows: readonly Readonly<Record<string, string | number | null>>[] = set[table];
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
}

/** The codebook as a table. */
export function codebookOf(set: PublishedSet, language: Language): readonly (readonly string[])[] {
  const { columns, measures, notes } = set;
  const lines = (table: string, named: Readonly<Record<string, PublishedSet['title']>>): string[][] =>
    Object.entries(named).map(([name, words]) => [table, name, words[language]]);
  return [
    ['table', 'name', 'meaning'],
    ...lines('results', columns.results),
    ...lines('ranks', columns.ranks),
    ...lines('measure', measures),
    ...lines('note', notes),
  ];
}
