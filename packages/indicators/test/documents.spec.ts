import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { documents } from '../src/documents.js';
import { checkQuestionnaire, jsonSchemaOf, readDraftContent } from '../src/index.js';

const home = path.join(import.meta.dirname, '..');
const version = path.join(home, 'catalogue/intercultural/2026.1');
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
const shipped = {
  questionnaire: read(path.join(version, 'questionnaire.json')),
  texts: read(path.join(version, 'texts.en.json')),
  translation: read(path.join(version, 'texts.pl.json')),
};

test.each(Object.entries(documents()))(
  '%s is as the code has it; `npm run docs` writes it',
  (name, content) => {
    expect(readFileSync(path.join(home, name), 'utf8')).toBe(content);
  },
);

describe.each(['questionnaire', 'texts', 'translation'] as const)('the JSON Schema of a %s', (document) => {
  const schema = read(path.join(home, `schema/${document}.schema.json`));
  const own = shipped[document];

  test('stands for itself, with an address that stays', () => {
    expect(schema).toEqual(jsonSchemaOf(document));
    expect(schema['$id']).toBe(`urn:kilim:schema:${document}:1`);
  });

  test('lets the shipped one pass, also one that names its schema, and nothing with an unknown key', () => {
    const shape = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
    expect(shape.safeParse(own).error?.issues ?? []).toEqual([]);
    expect(shape.safeParse({ $schema: `./${document}.schema.json`, ...own }).success).toBe(true);
    expect(shape.safeParse({ ...own, surprise: 1 }).success).toBe(false);
  });
});

describe('a document that names its schema', () => {
  const named = (document: keyof typeof shipped) => ({
    $schema: `../../../schema/${document}.schema.json`,
    ...shipped[document],
  });

  test('is checked as if it did not, and the name is not kept', () => {
    const check = checkQuestionnaire(named('questionnaire'), named('texts'), [named('translation')]);
    if (!check.ok) throw new Error(JSON.stringify(check.faults));
    expect(check.questionnaire).toEqual(shipped.questionnaire);
    expect(check.source).toEqual(shipped.texts);
  });

  test('is opened as a draft as if it did not', () => {
    const draft = { source: named('texts'), translations: [named('translation')], accepted: [] };
    const opened = readDraftContent({ ...draft, questionnaire: named('questionnaire') });
    expect(opened.ok && opened.content.questionnaire).toEqual(shipped.questionnaire);
    expect(opened.ok && opened.content.translations).toEqual([shipped.translation]);
  });

  test('by anything but a text is told that it cannot', () => {
    const check = checkQuestionnaire({ ...shipped.questionnaire, $schema: 7 }, shipped.texts);
    expect(check.ok ? [] : check.faults.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'unknownKey /$schema',
    ]);
  });
});
