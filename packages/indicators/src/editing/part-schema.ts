import * as z from 'zod';
import { Questionnaire } from '../definition/questionnaire.js';
import { DraftQuestionnaire } from './draft-content.js';
import type { Step } from './find-part.js';
import { PartList, type ListedPart } from './part-address.js';

/** Fields that make a part what it is: they never change. */
const FIXED: ReadonlySet<string> = new Set(['id', 'of', 'kind', 'format', ...PartList.options]);

/**
 * The shape of the part at the end of some steps; of the version itself where there are none.
 *
 * @param whole the shape of the version
 */
export function shapeAt(
  root: object,
  steps: readonly Step[],
  whole: z.ZodType = DraftQuestionnaire,
): z.ZodObject | undefined {
  let shape = asObject(whole, root);
  let part: object = root;
  for (const { list, at } of steps) {
    const next = ((part as Readonly<Record<string, unknown>>)[list] as readonly ListedPart[])[at];
    const element = shape && elementOf(shape, list);
    if (next === undefined || element === undefined) return undefined;
    part = next;
    shape = asObject(element, part);
  }
  return shape;
}

/** What may stand in a list of a part of that shape; undefined where there is no such list. */
export function elementOf(shape: z.ZodObject, list: PartList): z.ZodType | undefined {
  const field = ownField(shape, list);
  const bare = field && unwrapped(field);
  return bare instanceof z.ZodArray ? (bare.element as z.ZodType) : undefined;
}

/** How many parts a version may have in a list of the part at the end of some steps. */
export function mostIn(root: object, steps: readonly Step[], list: PartList): number {
  const shape = shapeAt(root, steps, Questionnaire);
  const field = shape && ownField(shape, list);
  const checks = field ? (unwrapped(field).def.checks ?? []) : [];
  const maxima = checks
    .map((check) => check._zod.def)
    .filter((def): def is z.core.$ZodCheckMaxLengthDef => def.check === 'max_length');
  return Math.min(...maxima.map(({ maximum }) => maximum));
}

/** Whether a part of that shape may be without the list. */
export function isOptionalIn(shape: z.ZodObject | undefined, list: PartList): boolean {
  return shape !== undefined && ownField(shape, list) instanceof z.ZodOptional;
}

/** What may stand in a field of a part of that shape; undefined where there is no such field, or it can't be set. */
export function fieldOf(shape: z.ZodObject, path: readonly string[]): z.ZodType | undefined {
  const [first, ...rest] = path;
  if (first === undefined || FIXED.has(first)) return undefined;
  let field = ownField(shape, first);
  for (const key of rest) {
    const bare = field && unwrapped(field);
    field = bare instanceof z.ZodObject ? ownField(bare, key) : undefined;
  }
  return field;
}

/** What a shape says of a field; a name that every object has, such as `constructor`, is no field for that. */
function ownField({ shape }: z.ZodObject, name: string): z.ZodType | undefined {
  return Object.hasOwn(shape, name) ? (shape[name] as z.ZodType) : undefined;
}

/** Of a shape with several kinds, the one of this part. */
function asObject(schema: z.ZodType, part: object): z.ZodObject | undefined {
  const bare = unwrapped(schema);
  if (bare instanceof z.ZodObject) return bare;
  if (!(bare instanceof z.ZodDiscriminatedUnion)) return undefined;
  const { discriminator, options } = bare.def;
  const kind = (part as Readonly<Record<string, unknown>>)[discriminator];
  return options.find(
    (option): option is z.ZodObject =>
      option instanceof z.ZodObject && z.safeParse(option.shape[discriminator] as z.ZodType, kind).success,
  );
}

function unwrapped(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly
    ? unwrapped(schema.unwrap() as z.ZodType)
    : schema;
}
