import type { FaultList } from './fault-list.js';
import { jsonPointer } from '../definition/json-pointer.js';
import type { Part } from '../definition/parts.js';

/** Words that are something else to a program that reads our files: survey-core breaks on a question of this name. */
const RESERVED_WORDS: readonly string[] = ['constructor'];

/** The word under which the questionnaire's own texts stand; no part may be called by it. */
export const QUESTIONNAIRE_WORD = 'questionnaire';

/** Whether an id is a word that no part may be called by. */
export function isReserved(id: string): boolean {
  return id === QUESTIONNAIRE_WORD || RESERVED_WORDS.includes(id);
}

/**
 * Ids are unique in the whole document; codes among their kind: sections; questions; indicators, composites and
 * indices together (they stand in the same tables); a question's options; a matrix's rows; validations; terms.
 */
export function checkIdentity(parts: readonly Part[], faults: FaultList): void {
  const ids = new Map<string, Part>();
  const codes = new Map<string, Part>();
  for (const part of parts) {
    const first = ids.get(part.id);
    if (isReserved(part.id))
      faults.add({
        code: 'reservedId',
        path: [...part.path, 'id'],
        message: `The id “${part.id}” is a word that programs use for something else.`,
        mend: 'Give this part another id.',
      });
    if (first)
      faults.add({
        code: 'duplicateId',
        path: [...part.path, 'id'],
        message: `The id “${part.id}” already belongs to ${jsonPointer(first.path)}.`,
        mend: 'Give the newer of the two an id of its own.',
      });
    else ids.set(part.id, part);

    const key = JSON.stringify([kindOfCode(part), part.within ?? '', part.code]);
    const sameCode = codes.get(key);
    if (sameCode)
      faults.add({
        code: 'duplicateCode',
        path: [...part.path, 'code'],
        message: `The code “${part.code}” already belongs to ${jsonPointer(sameCode.path)}.`,
        mend: 'Give the newer of the two another code.',
      });
    else codes.set(key, part);
  }
}

function kindOfCode(part: Part): string {
  switch (part.kind) {
    case 'indicator':
    case 'composite':
    case 'index':
      return 'area';
    case 'section':
    case 'question':
    case 'option':
    case 'row':
    case 'term':
    case 'validation':
      return part.kind;
  }
}
