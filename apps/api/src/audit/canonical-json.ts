import { canonicalize } from 'json-canonicalize';

/**
 * Canonical JSON (RFC 8785): equal content gives equal text, however it was written. Members that are undefined are left
 * out, as they are when a row comes back from the database; nothing else that is no JSON may occur.
 */
export function canonicalJson(value: unknown): string {
  return canonicalize(value);
}
