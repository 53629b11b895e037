import { partAt, type DraftChange, type DraftDocument, type PartAddress } from '@kilim/indicators';

type Fields = Readonly<Record<string, unknown>>;

/** What stands in a field of a part; `rules/unanswered` leads into an object. Undefined: nothing. */
export function fieldValue(document: DraftDocument | undefined, part: PartAddress, field: string): unknown {
  let value: unknown = document && partAt(document.questionnaire, part);
  for (const key of field.split('/')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Fields)[key];
  }
  return value;
}

/**
 * Sets or clears a field. One within an object that is not there yet brings the object with it; the last one that goes
 * takes it away.
 */
export function fieldChange(
  document: DraftDocument | undefined,
  part: PartAddress,
  field: string,
  value: unknown,
): DraftChange {
  const [first = '', inner] = field.split('/');
  const was = fieldValue(document, part, field);
  if (inner === undefined) return { ...{ op: 'set', part, field }, ...said(value), was };
  const holder = fieldValue(document, part, first) as Fields | undefined;
  if (holder === undefined) return { op: 'set', part, field: first, value: { [inner]: value } };
  const isLast = value === undefined && Object.keys(holder).every((key) => key === inner);
  if (isLast) return { op: 'set', part, field: first, was: holder };
  return { ...{ op: 'set', part, field }, ...said(value), was };
}

function said(value: unknown): { readonly value?: unknown } {
  return value === undefined ? {} : { value };
}
