import { checkDocumentLimits } from '../checks/document-limits.js';
import { QUESTIONNAIRE_WORD } from '../checks/check-identity.js';
import { FaultList } from '../checks/fault-list.js';
import { applied, refused, type Outcome } from './apply-outcome.js';
import type { DraftChangeOf } from './change.js';
import type { DraftDocument } from './draft-document.js';
import { findPart } from './find-part.js';
import { withPart } from './lists.js';
import { fieldOf, shapeAt } from './part-schema.js';
import { sameJson } from './same-json.js';

type Fields = Readonly<Record<string, unknown>>;

/** Sets or clears a field of a part. */
export function applyField(document: DraftDocument, change: DraftChangeOf<'set'>): Outcome {
  const { questionnaire } = document;
  const { part: address, field, value } = change;
  const found = address === QUESTIONNAIRE_WORD ? undefined : findPart(questionnaire, address);
  if (!found && address !== QUESTIONNAIRE_WORD) return refused('missing', { part: address, what: field });
  const steps = found?.steps ?? [];
  const path = field.split('/');
  const wanted = readable(path, value);
  const shape = shapeAt(questionnaire, steps);
  const schema = shape && fieldOf(shape, path);
  if (!schema) return misfit(address, field, 'This part has no such field, or it can not be changed.');
  if (!wanted.ok) return misfit(address, field, wanted.message);

  const parsed = schema.safeParse(value);
  if (!parsed.success) return misfit(address, field, parsed.error.issues[0]?.message ?? 'This does not fit.');
  const holder = holderOf(found?.part ?? questionnaire, path);
  if (!holder) return misfit(address, field, 'What this field is in is not there; set that as a whole.');
  const now = holder[path.at(-1) ?? ''];
  const isThere = sameJson(now, parsed.data);
  if (!isThere && !sameJson(now, change.was))
    return refused('changed', { part: address, what: field, found: now, wanted: value });
  const inverse: DraftChangeOf<'set'> = {
    op: 'set',
    part: address,
    field,
    ...(now !== undefined && { value: now }),
    ...(parsed.data !== undefined && { was: parsed.data }),
  };
  if (isThere) return applied(document, inverse);
  const changed = withPart(questionnaire, steps, (part) => withField(part, path, parsed.data));
  return applied({ ...document, questionnaire: changed }, inverse);
}

/** Whether a value may be looked into: neither too deep nor too large. */
function readable(
  path: readonly string[],
  value: unknown,
): { readonly ok: true } | { readonly ok: false; readonly message: string } {
  const faults = new FaultList({ document: 'questionnaire' });
  if (checkDocumentLimits({ [path.at(-1) ?? '']: value }, faults)) return { ok: true };
  return { ok: false, message: faults.faults[0]?.message ?? 'This is too large.' };
}

/** The object in which the last key of the path stands; undefined where it is not there. */
function holderOf(part: object, path: readonly string[]): Fields | undefined {
  let holder: unknown = part;
  for (const key of path.slice(0, -1)) holder = (holder as Fields | undefined)?.[key];
  return typeof holder === 'object' && holder !== null ? (holder as Fields) : undefined;
}

function withField(part: Fields, [key = '', ...rest]: readonly string[], value: unknown): Fields {
  if (rest.length > 0) return { ...part, [key]: withField(part[key] as Fields, rest, value) };
  if (value !== undefined) return { ...part, [key]: value };
  const { [key]: _, ...others } = part;
  return others;
}

function misfit(part: string, what: string, message: string): Outcome {
  return refused('misfit', { part, what, message });
}
