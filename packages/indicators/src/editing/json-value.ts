import * as z from 'zod';
import type { Path } from '../definition/json-pointer.js';

/**
 * Any JSON. A number beyond what JSON's readers can hold is none: `1e999` is read as infinite, which nothing can write
 * again. Looked through by hand, since `z.json()` takes twenty times as long for a large value.
 */
export const JsonValue = z.unknown().superRefine((value, context) => {
  const path = infinityIn(value);
  if (path)
    context.addIssue({
      ...{ code: 'custom', path: [...path] },
      message: 'This number is larger than any that can be kept. Give one below 1.8e308.',
    });
});

/** A value on the way through another, with the way back to the root. */
interface Place {
  readonly value: unknown;
  readonly key: PropertyKey;
  readonly above: Place | undefined;
}

/** Where in a value a number stands that is none of JSON; itself without recursion. */
function infinityIn(whole: unknown): Path | undefined {
  const waiting: Place[] = [{ value: whole, key: '', above: undefined }];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { value } = place;
    if (typeof value === 'number' && !Number.isFinite(value)) return pathTo(place);
    if (typeof value !== 'object' || value === null) continue;
    const isList = Array.isArray(value);
    for (const [key, each] of Object.entries(value) as [string, unknown][])
      waiting.push({ value: each, key: isList ? Number(key) : key, above: place });
  }
  return undefined;
}

function pathTo(place: Place): Path {
  const path: PropertyKey[] = [];
  for (let at = place; at.above !== undefined; at = at.above) path.push(at.key);
  return path.reverse();
}
