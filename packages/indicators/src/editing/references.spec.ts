import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { Id } from '../definition/identity.js';
import { Questionnaire } from '../definition/questionnaire.js';
import { mapReferences, NAMING, referencesIn } from './references.js';

/** Whether a schema is the one of ids, also under another description. */
function isId(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodString && patternOf(schema) === patternOf(Id);
}

function patternOf(schema: z.ZodString): string {
  const patterns = (schema.def.checks ?? []).map(
    (check) => (check._zod.def as z.core.$ZodCheckRegexDef).pattern as RegExp | undefined,
  );
  return patterns.join();
}

/** The fields of a shape that hold ids, or lists of them. */
function namingFields(root: z.core.$ZodType): ReadonlySet<string> {
  const seen = new Set<z.core.$ZodType>();
  const found = new Set<string>();
  const walk = (schema: z.core.$ZodType, field?: string) => {
    if (isId(schema) && field !== undefined) found.add(field);
    if (seen.has(schema)) return;
    seen.add(schema);
    if (schema instanceof z.ZodLazy || schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly)
      walk(schema.unwrap(), field);
    if (schema instanceof z.ZodArray) walk(schema.element, field);
    if (schema instanceof z.ZodTuple) schema.def.items.forEach((item) => walk(item, field));
    if (schema instanceof z.ZodUnion) schema.options.forEach((option) => walk(option, field));
    if (schema instanceof z.ZodObject)
      for (const [key, each] of Object.entries(schema.shape)) walk(each as z.core.$ZodType, key);
  };
  walk(root);
  return found;
}

test('every field by which a part of a questionnaire names another is known', () => {
  const fields = [...namingFields(Questionnaire)].filter((field) => !['id', 'derivedFrom'].includes(field));
  expect(fields).toContain('question');
  expect(fields.filter((field) => !NAMING.has(field))).toEqual([]);
});

test('names are found and replaced wherever they stand, and what only looks like one is left', () => {
  const question = {
    ...{ id: 'q-one', code: 'q-two', kind: 'computed', indicator: 'ind-one', unit: 'q-two' },
    formula: { op: 'sum', over: 'q-set', of: [{ op: 'answer', question: 'q-two' }] },
    askedIf: { op: 'equals', question: 'q-three', value: 'q-two' },
  };
  expect([...referencesIn(question)]).toEqual(['ind-one', 'q-set', 'q-two', 'q-three']);
  expect(mapReferences(question, (id) => (id === 'q-two' ? 'q-new' : id))).toEqual({
    ...question,
    formula: { op: 'sum', over: 'q-set', of: [{ op: 'answer', question: 'q-new' }] },
  });
});
