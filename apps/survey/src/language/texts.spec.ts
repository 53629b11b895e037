import { describe, expect, it } from '@jest/globals';
import {
  AssessmentState,
  PROBLEMS,
  HistoryAction,
  DataQuality,
  EvidenceLevel,
  FileFault,
  Standing,
} from '@kilim/contracts';
import { Fault } from '@kilim/indicators';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PLURAL = /_(zero|one|two|few|many|other)$/;
const SOURCES = fileURLToPath(new URL('..', import.meta.url));

/** Every text by its dotted key. */
function flat(texts: object, before = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]): readonly (readonly [string, string])[] =>
      typeof value === 'string' ? [[before + key, value]] : [...flat(value as object, `${before}${key}.`)],
    ),
  );
}

/** Keys as the app asks for them: without the form of a plural. */
function asked(texts: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...texts.keys()].map((key) => key.replace(PLURAL, '')))].sort();
}

function read(file: string): ReadonlyMap<string, string> {
  return flat(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as object);
}

const files = { en: read('./en.json'), pl: read('./pl.json') };

describe('the language files', () => {
  it('have the same keys', () => {
    expect(asked(files.pl)).toEqual(asked(files.en));
  });

  it.each(['en', 'pl'] as const)('have every form of a plural that %s has', (language) => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const plurals = [...files[language].keys()]
      .filter((key) => PLURAL.test(key))
      .map((key) => key.replace(PLURAL, ''));
    const missing = plurals.flatMap((key) =>
      pluralCategories.map((form) => `${key}_${form}`).filter((form) => !files[language].has(form)),
    );
    expect(missing).toEqual([]);
  });

  it('name the same facts in every language', () => {
    const facts = (texts: ReadonlyMap<string, string>, key: string): readonly string[] =>
      [
        ...new Set(
          [...texts]
            .filter(([own]) => own.replace(PLURAL, '') === key)
            .flatMap(([, text]) => text.match(/\{\{\w+\}\}/g) ?? []),
        ),
      ].sort();
    for (const key of asked(files.en))
      expect([key, facts(files.pl, key)]).toEqual([key, facts(files.en, key)]);
  });

  it('are translated: no Polish text is the English one, but for words both share', () => {
    const same = [...files.pl].filter(([key, text]) => files.en.get(key) === text).map(([, text]) => text);
    expect(new Set(same)).toEqual(new Set(['E-mail', 'Menu', '–', '…', '{{name}}, {{at}}']));
  });

  it('hold every key that the sources ask for', () => {
    const known = new Set(asked(files.en));
    const missing = keysInSources().filter((key) => !known.has(key));
    expect(missing).toEqual([]);
  });

  it.each([
    ['problem', Object.keys(PROBLEMS)],
    ['state', AssessmentState.options],
    ['submitted', AssessmentState.options],
    ['standing', Standing.options],
    ['history', HistoryAction.options],
    ['quality', DataQuality.options],
    ['evidence.level', EvidenceLevel.options],
    ['file.unsafe', FileFault.options],
    ['fault', Fault.shape.code.options],
  ])('say every %s of the contract', (prefix, values) => {
    const known = new Set(asked(files.en));
    expect(values.filter((value) => !known.has(`${prefix}.${value}`))).toEqual([]);
  });

  it('hold nothing that no source asks for', () => {
    const used = new Set(keysInSources());
    const families = templatesInSources();
    const unused = asked(files.en).filter(
      (key) => !used.has(key) && !families.some((family) => family.test(key)),
    );
    expect(unused).toEqual([]);
  });
});

function sources(): readonly string[] {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(SOURCES, file), 'utf8'));
}

/** Keys written out: the first argument of `t`, alone or on either side of a choice. */
function keysInSources(): readonly string[] {
  return sources().flatMap((text) =>
    [...text.matchAll(/\bt\(\s*([^`]*?)(?:,\s*\{|\))/gs)].flatMap(([, argument = '']) =>
      [...argument.matchAll(/'([\w]+(?:\.[\w]+)*)'/g)].flatMap(([, key = '']) => key),
    ),
  );
}

/** Families of keys, put together with `${…}`. */
function templatesInSources(): readonly RegExp[] {
  return sources().flatMap((text) =>
    [...text.matchAll(/\bt\(\s*`([^`]+)`/g)].map(
      ([, template = '']) =>
        new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\$\{[^}]+\}/g, '[\\w.]+')}$`),
    ),
  );
}
