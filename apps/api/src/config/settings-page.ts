import { settingWords } from './environment.js';

const COLUMNS = ['Variable', 'Without it', 'Takes', 'What it does'];

/** The page of all settings as Markdown: `npm run docs` writes it, and a test compares it. */
export function settingsPage(): string {
  const rows = settingWords().map(({ name, without, allowed, means }) => [
    `\`${name}\``,
    without,
    allowed,
    means,
  ]);
  const widths = COLUMNS.map((column, index) =>
    Math.max(...[column, ...rows.map((row) => row[index] ?? '')].map((cell) => cell.length)),
  );
  const line = (cells: readonly string[], fill = ' ') =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0, fill)).join(' | ')} |`;
  return [
    '# Settings',
    '',
    'Variables of the environment, read when the server starts; an empty one counts as absent. A wrong one is named in one',
    'sentence and the server does not start. Written by `npm run docs` from `apps/api/src/config/environment.ts`.',
    '',
    line(COLUMNS),
    line(
      COLUMNS.map(() => ''),
      '-',
    ),
    ...rows.map((row) => line(row)),
    '',
  ].join('\n');
}
