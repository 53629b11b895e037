/** Where a value stands in a JSON document, as keys and positions from the root. */
export type Path = readonly PropertyKey[];

/** A path as an RFC 6901 JSON pointer: `['a/b', 0]` → `/a~1b/0`. */
export function jsonPointer(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The value at a path, or undefined when nothing stands there; looks at own properties only. */
export function valueAt(document: unknown, path: Path): unknown {
  let value = document;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return value;
}
