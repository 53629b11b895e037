import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { Questionnaire } from '../definition/questionnaire.js';
import { DraftQuestionnaire, WritableQuestionnaire } from './draft-content.js';
import { contentOf } from './draft-document.js';
import { givenDraft } from './given-draft.arbitrary.js';
import { loosened } from './loosened.js';
import { PartList } from './part-address.js';

test('a loosened shape knows the same keys, kinds and types, and nothing of ranges', () => {
  const strict = z.strictObject({
    code: z.string().regex(/^[A-Z]+$/),
    weight: z.number().min(0).max(10).optional(),
    parts: z
      .array(z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('one'), at: z.int() })]))
      .min(1),
  });
  const loose = loosened(strict);
  expect(loose.safeParse({ code: '', weight: -5, parts: [] }).success).toBe(true);
  expect(loose.safeParse({ code: 'x', parts: [{ kind: 'one', at: 0.5 }] }).success).toBe(true);
  for (const wrong of [
    { code: 5, parts: [] },
    { code: '' },
    { code: '', parts: [], more: 1 },
    { code: '', parts: [{ kind: 'two' }] },
  ])
    expect(loose.safeParse(wrong).success).toBe(false);
});

test('what is written into a draft keeps the form of ids, also of those that name another part, and of nothing else', () => {
  const written = (question: object) => {
    const { questionnaire } = contentOf(givenDraft());
    const [section] = questionnaire.sections;
    const sections = [{ ...section, questions: [{ ...section?.questions[0], ...question }] }];
    return [DraftQuestionnaire, WritableQuestionnaire].map(
      (shape) => shape.safeParse({ ...questionnaire, sections }).success,
    );
  };
  expect(written({ code: 'half a code, ', weight: -1 })).toEqual([true, true]);
  for (const wrong of [{ id: 'NOT AN ID' }, { indicator: 'X X' }, { derivedFrom: '' }])
    expect(written(wrong)).toEqual([true, false]);
});

/** The lists of things with an id (or a member's `of`) anywhere in a shape. */
function listsIn(schema: z.ZodType, seen = new Set<z.ZodType>()): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (each: z.ZodType) => {
    if (seen.has(each)) return;
    seen.add(each);
    if (each instanceof z.ZodOptional || each instanceof z.ZodReadonly) walk(each.unwrap() as z.ZodType);
    if (each instanceof z.ZodArray) walk(each.element as z.ZodType);
    if (each instanceof z.ZodUnion) each.options.forEach((option) => walk(option as z.ZodType));
    if (!(each instanceof z.ZodObject)) return;
    for (const [key, field] of Object.entries(each.shape) as [string, z.ZodType][]) {
      const bare = field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : field;
      const element = bare instanceof z.ZodArray ? (bare.element as z.ZodType) : undefined;
      const kinds = element instanceof z.ZodUnion ? (element.options as z.ZodType[]) : [element];
      if (kinds.some((kind) => kind instanceof z.ZodObject && ('id' in kind.shape || 'of' in kind.shape)))
        found.add(key);
      walk(field);
    }
  };
  walk(schema);
  return found;
}

test('every list of parts that a questionnaire has is one that changes can address', () => {
  const lists = listsIn(Questionnaire);
  expect([...lists].filter((list) => !(PartList.options as string[]).includes(list))).toEqual([]);
  expect(lists.size).toBeGreaterThan(8);
  expect(DraftQuestionnaire.safeParse({}).success).toBe(false);
});
