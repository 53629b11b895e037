import * as z from 'zod';

/** Longest word and list in a draft, whatever its shape says: drafts are unfinished, not boundless. */
const LONGEST_WORD = 4_000;
const LONGEST_LIST = 20_000;

/**
 * The same shape for something that is still being written: types, keys and kinds hold, but a number may be out of its
 * range, a list empty and a code not yet one. What is wrong with it in detail, the checks say. Conditions and formulas
 * (whatever is recursive) stay as strict as they are: an editor gives them whole.
 *
 * Made from the strict shape itself, so that a draft knows whatever a questionnaire knows.
 */
export function loosened<Value>(schema: z.ZodType<Value>): z.ZodType<Value> {
  return loosen(schema) as z.ZodType<Value>;
}

function loosen(schema: z.core.$ZodType): z.ZodType {
  const known = schema as
    | z.ZodString
    | z.ZodNumber
    | z.ZodArray
    | z.ZodObject
    | z.ZodOptional
    | z.ZodReadonly
    | z.ZodUnion
    | z.ZodDiscriminatedUnion
    | z.ZodRecord
    | z.ZodTuple;
  switch (known.def.type) {
    case 'string':
      return z.string().max(LONGEST_WORD);
    case 'number':
      return z.number();
    case 'array':
      return z.array(loosen(known.def.element)).max(LONGEST_LIST);
    case 'optional':
      return loosen(known.def.innerType).optional();
    case 'readonly':
      return loosen(known.def.innerType).readonly();
    case 'object':
      return z.strictObject(
        Object.fromEntries(Object.entries(known.def.shape).map(([key, field]) => [key, loosen(field)])),
      );
    case 'union':
      return 'discriminator' in known.def
        ? z.discriminatedUnion(
            known.def.discriminator,
            known.def.options.map((option) => loosen(option)) as [z.ZodObject, ...z.ZodObject[]],
          )
        : z.union(known.def.options.map((option) => loosen(option)));
    case 'record':
    case 'tuple':
      return known;
  }
  return schema as z.ZodType;
}
