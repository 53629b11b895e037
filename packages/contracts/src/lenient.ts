import type * as z from 'zod';
import type { Endpoint, ResponseOf } from './endpoint.js';

/**
 * Reads what a server says, which may be newer than who reads: fields that are not known are not looked at, wherever they
 * stand, and all others have to fit. For what a client is told; what a server is sent has to fit to the letter.
 */
export function readLeniently<S extends z.ZodType>(
  schema: S,
  value: unknown,
): z.ZodSafeParseResult<z.output<S>> {
  const read = schema.safeParse(value);
  const unknown = read.success ? [] : unknownIn(read.error.issues);
  return unknown.length === 0 ? read : readLeniently(schema, without(value, unknown));
}

/** Reads the reply of an endpoint leniently; undefined where it answers nothing that could be read. */
export function readReply<E extends Endpoint>(
  { response }: E,
  value: unknown,
): z.ZodSafeParseResult<ResponseOf<E>> | undefined {
  return response && (readLeniently(response, value) as z.ZodSafeParseResult<ResponseOf<E>>);
}

/** Fields that are not known, and where they stand. */
interface Unknown {
  readonly path: readonly PropertyKey[];
  readonly keys: readonly string[];
}

function unknownIn(issues: readonly z.core.$ZodIssue[]): readonly Unknown[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return [issue];
    if (issue.code !== 'invalid_union') return [];
    // Of what it may be, it is that which fits but for unknown fields.
    const fitting = issue.errors.find((each) => each.every((one) => unknownIn([one]).length > 0)) ?? [];
    return unknownIn(fitting).map(({ path, keys }) => ({ path: [...issue.path, ...path], keys }));
  });
}

function without(value: unknown, unknown: readonly Unknown[]): unknown {
  // What travels is JSON.
  const copy: unknown = JSON.parse(JSON.stringify(value));
  for (const { path, keys } of unknown) {
    const place = path.reduce((at, step) => (at as Record<PropertyKey, unknown>)[step], copy);
    for (const key of keys) Reflect.deleteProperty(place as object, key);
  }
  return copy;
}
