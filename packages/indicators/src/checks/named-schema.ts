/**
 * A document without the `$schema` by which it tells an editor where its JSON Schema stands: that is no part of what it
 * says, and is not kept.
 */
export function withoutNamedSchema(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return document;
  if (!Object.hasOwn(document, '$schema')) return document;
  const { $schema, ...rest } = document as Readonly<Record<string, unknown>>;
  return typeof $schema === 'string' ? rest : document;
}
