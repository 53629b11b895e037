import * as z from 'zod';

/**
 * Where one answer stands: the question's id, or within a repeated set `<question id>@<instance id>`. Instances are
 * made by whoever lists them (a UUIDv7 in the product) and are ids like all others.
 */
export const Address = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9](@[a-z0-9][a-z0-9-]{1,38}[a-z0-9])?$/,
    'a question id, in a repeated set followed by @ and the instance',
  )
  .meta({ id: 'Address' });
export type Address = z.infer<typeof Address>;
