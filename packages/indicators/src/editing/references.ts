/** The fields by which a part names another. */
export const NAMING: ReadonlySet<string> = new Set([
  'question',
  'questions',
  'option',
  'options',
  'row',
  'rows',
  'indicator',
  'of',
  'seeAlso',
  'marks',
  'over',
  'set',
  'over',
  'set',
]);

/** The ids that a part names in its fields, conditions and formulas, also those of its own parts; each once. */
export function referencesIn(value: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  mapReferences(value, (id) => {
    found.add(id);
    return id;
  });
  return found;
}

/** A copy in which every id that a part names is another. */
export function mapReferences(value: unknown, map: (id: string) => string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => mapReferences(each, map));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => {
      if (!NAMING.has(key)) return [key, mapReferences(each, map)];
      if (typeof each === 'string') return [key, map(each)];
      if (Array.isArray(each))
        return [
          key,
          each.map((one: unknown) => (typeof one === 'string' ? map(one) : mapReferences(one, map))),
        ];
      return [key, mapReferences(each, map)];
    }),
  );
}
