import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

/** Patterns of matrices, tables, charts and desks, none of which stands in the form. */
const OF_THE_DASHBOARD = [
  ...['tabs', 'matrix', 'tables', 'round', 'city', 'charts'],
  ...['verify', 'four', 'sheet', 'author', 'condition', 'prose'],
];

/** What a sheet brings in, by name, in order. */
function importedBy(name: string): readonly string[] {
  const css = readFileSync(new URL(`../css/${name}.css`, import.meta.url), 'utf8');
  return [...css.matchAll(/@import '\.\/([\w-]+)\.css';/g)].map(([, imported = '']) => imported);
}

test('the form wears every pattern but those of the dashboard, in the same order', () => {
  const patterns = importedBy('patterns').filter((name) => !OF_THE_DASHBOARD.includes(name));
  expect(importedBy('form-look')).toEqual(['tokens', ...patterns]);
});
