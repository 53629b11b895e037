/**
 * Canonical JSON (RFC 8785): equal content gives equal text, however it was written. Members that are undefined are left
 * out, as they are when a row comes back from the database; nothing else that is no JSON may occur.
 *
 * Every hash stands on it and every saved answer takes several, so it is written for speed: a reference implementation
 * is its measure in the tests.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  const record = value as Readonly<Record<string, unknown>>;
  // Of flat members that stand in order already the engine's own JSON is canonical, and much quicker.
  if (isFlatAndSorted(record)) return JSON.stringify(record);
  let members = '';
  for (const key of Object.keys(record).sort()) {
    const member = record[key];
    if (member === undefined) continue;
    members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

function isFlatAndSorted(record: Readonly<Record<string, unknown>>): boolean {
  let before = '';
  for (const key in record) {
    const member = record[key];
    if (key < before || (typeof member === 'object' && member !== null)) return false;
    before = key;
  }
  return true;
}
