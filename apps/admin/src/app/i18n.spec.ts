import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import english from '../i18n/en.json' with { type: 'json' };
import polish from '../i18n/pl.json' with { type: 'json' };

const folder = path.resolve('src/app');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|html)$/.test(name) && !name.endsWith('.spec.ts') && !name.startsWith('testing'))
  .map((name) => readFileSync(path.join(folder, name), 'utf8'))
  .join('\n');

const keys = Object.keys(english);
const gaps = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

describe('the texts of the interface', () => {
  it('are the same in both languages, key by key', () => {
    expect(Object.keys(polish)).toEqual(keys);
  });

  it('have the same gaps in both languages', () => {
    const polishTexts: Readonly<Record<string, string>> = polish;
    for (const [key, text] of Object.entries(english))
      expect([key, gaps(polishTexts[key] ?? '')]).toEqual([key, gaps(text)]);
  });

  it('are nowhere empty', () => {
    expect(
      [...Object.entries(english), ...Object.entries(polish)].filter(
        ([, text]) => text.trim() === '' && text !== ' ',
      ),
    ).toEqual([]);
  });

  it('exist for every key that a source names', () => {
    const named = [...sources.matchAll(/say\.t\(\s*'([^'$]+)'/g)].map(([, key]) => key ?? '');
    const counted = [...sources.matchAll(/say\.n\(\s*'([^'$]+)'/g)].map(([, key]) => `${key ?? ''}.other`);
    expect(named.length).toBeGreaterThan(200);
    expect([...named, ...counted].filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('are all used', () => {
    const stems = [
      ...sources.matchAll(/['`]([a-zA-Z]+(?:\.[a-zA-Z]+)*)\.?(?:\$\{[^}]*\}+(\.[a-z]+)?)?['`]/g),
    ].map(([whole]) => whole.slice(1, -1));
    const patterns = [...new Set(stems)].map(
      (stem) =>
        new RegExp(`^${stem.replaceAll('.', '\\.').replace(/\$\{.*\}/, '.+')}(\\.(one|few|many|other))?$`),
    );
    expect(keys.filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
  });
});
