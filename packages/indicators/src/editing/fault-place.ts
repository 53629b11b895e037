import { QUESTIONNAIRE_WORD } from '../checks/check-identity.js';
import type { QuestionnaireFault } from '../checks/questionnaire-fault.js';
import type { DraftDocument } from './draft-document.js';
import { addressIn, isAddress, PartList, type ListedPart, type PartAddress } from './part-address.js';

/** The part that a fault is about, and what of it: a field, or a text; empty for the part as a whole. */
export interface FaultPlace {
  readonly part: PartAddress;
  readonly field: string;
}

const LISTS: ReadonlySet<string> = new Set(PartList.options);

/** Translates a pointer, which counts places in lists, into a part and its field. */
export function faultPlace(
  { questionnaire }: DraftDocument,
  fault: Pick<QuestionnaireFault, 'document' | 'language' | 'pointer'>,
): FaultPlace {
  const keys = fault.pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (fault.document !== 'questionnaire') return textPlace(keys, fault.language);
  let part: object = questionnaire;
  let address: PartAddress = QUESTIONNAIRE_WORD;
  let at = 0;
  for (; at + 1 < keys.length; at += 2) {
    const name = keys[at] ?? '';
    const list = (part as Readonly<Record<string, unknown>>)[name];
    const next: unknown = LISTS.has(name) && Array.isArray(list) ? list[Number(keys[at + 1])] : undefined;
    if (typeof next !== 'object' || next === null) break;
    const below = addressIn(address, next as ListedPart);
    // A draft of earlier days may hold parts without a proper id: they go by what they stand in.
    if (!isAddress(below)) break;
    address = below;
    part = next;
  }
  return { part: address, field: keys.slice(at).join('/') };
}

function textPlace([, key = '']: readonly string[], language: string | undefined): FaultPlace {
  const dot = key.lastIndexOf('.');
  const id = key.slice(0, Math.max(dot, 0));
  const prefix = language === undefined ? 'text' : `translation/${language}`;
  const isKnown = id === QUESTIONNAIRE_WORD || isAddress(id);
  return isKnown
    ? { part: id, field: `${prefix}/${key.slice(dot + 1)}` }
    : { part: QUESTIONNAIRE_WORD, field: key === '' ? prefix : `${prefix}/${key}` };
}
