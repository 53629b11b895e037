import { QUESTIONNAIRE_WORD } from '../checks/check-identity.js';
import { applied, refused, unfit, type Outcome } from './apply-outcome.js';
import type { DraftChangeOf } from './change.js';
import type { DraftDocument } from './draft-document.js';
import { findPart } from './find-part.js';
import { withPart } from './lists.js';
import { carryPositions } from './part-index.js';
import { fieldOf, shapeAt } from './part-schema.js';
import { readValue } from './read-value.js';
import { sameJson } from './same-json.js';
import { shapeOn, type Terms } from './terms.js';

type Fields = Readonly<Record<string, unknown>>;

/** Sets or clears a field of a part. */
export function applyField(document: DraftDocument, change: DraftChangeOf<'set'>, terms: Terms): Outcome {
  const { questionnaire } = document;
  const { part: address, field, value } = change;
  const found = address === QUESTIONNAIRE_WORD ? undefined : findPart(questionnaire, address);
  if (!found && address !== QUESTIONNAIRE_WORD) return refused('missing', { part: address, what: field });
  const steps = found?.steps ?? [];
  const path = field.split('/');
  const shape = shapeAt(questionnaire, steps, shapeOn(terms));
  const schema = shape && fieldOf(shape, path);
  if (!schema) return misfit(address, field, 'This part has no such field, or it can not be changed.');
  const wanted = readValue(path.at(-1) ?? '', value, schema);
  if (!wanted.ok) return unfit({ part: address, what: field }, wanted.fault, '/value');
  const holder = holderOf(found?.part ?? questionnaire, path);
  if (!holder) return misfit(address, field, 'What this field is in is not there; set that as a whole.');
  const now = holder[path.at(-1) ?? ''];
  const isThere = sameJson(now, wanted.data);
  if (!isThere && !sameJson(now, change.was))
    return refused('changed', { part: address, what: field, found: now, wanted: value });
  const inverse: DraftChangeOf<'set'> = {
    op: 'set',
    part: address,
    field,
    ...(now !== undefined && { value: now }),
    ...(wanted.data !== undefined && { was: wanted.data }),
  };
  if (isThere) return applied(document, inverse);
  const changed = withPart(questionnaire, steps, (part) => withField(part, path, wanted.data));
  carryPositions(questionnaire, changed);
  return applied({ ...document, questionnaire: changed }, inverse);
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
