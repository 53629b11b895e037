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
 *
 * @param kept a word that stays as strict as it is, wherever it stands and however it is described there
 */
export function loosened<Value>(schema: z.ZodType<Value>, kept?: z.ZodString): z.ZodType<Value> {
  return loosen(schema, kept) as z.ZodType<Value>;
}

function loosen(schema: z.core.$ZodType, kept: z.ZodString | undefined): z.ZodType {
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
      // A description makes another schema of it, of the same definition.
      return known.def === kept?.def ? known : z.string().max(LONGEST_WORD);
    case 'number':
      return z.number();
    case 'array':
      return z.array(loosen(known.def.element, kept)).max(LONGEST_LIST);
    case 'optional':
      return loosen(known.def.innerType, kept).optional();
    case 'readonly':
      return loosen(known.def.innerType, kept).readonly();
    case 'object':
      return z.strictObject(
        Object.fromEntries(Object.entries(known.def.shape).map(([key, field]) => [key, loosen(field, kept)])),
      );
    case 'union':
      return 'discriminator' in known.def
        ? z.discriminatedUnion(
            known.def.discriminator,
            known.def.options.map((option) => loosen(option, kept)) as [z.ZodObject, ...z.ZodObject[]],
          )
        : z.union(known.def.options.map((option) => loosen(option, kept)));
    case 'record':
    case 'tuple':
      return known;
  }
  return schema as z.ZodType;
}
