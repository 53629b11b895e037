import type { Questionnaire } from '../definition/questionnaire.js';
import { partsWithin, type ListedPart, type PartAddress, type PartList } from './part-address.js';
import { findPart } from './find-part.js';

/** Lists whose codes are unique in the whole version, with those that share them. */
const SHARED: Readonly<Partial<Record<PartList, string>>> = {
  sections: 'sections',
  questions: 'questions',
  indicators: 'areas',
  composites: 'areas',
  indices: 'areas',
  glossary: 'glossary',
  validations: 'validations',
};

const LONGEST_CODE = 24;

/** Knows which codes are taken and finds free ones. */
export class CodeBook {
  private readonly taken = new Map<string, Set<string>>();

  constructor(questionnaire: Questionnaire) {
    for (const { address, part } of partsWithin('questionnaire', questionnaire)) {
      const { code } = part as ListedPart;
      const found = findPart(questionnaire, address);
      const list = found?.steps.at(-1)?.list;
      if (found && list && typeof code === 'string') this.of(found.owner, list).add(code);
    }
  }

  /** The wanted code, or the next one like it that is free: `EDU.2` → `EDU.3`, `low` → `low-2`. It is taken from then on. */
  take(owner: PartAddress, list: PartList, wanted: string): string {
    const taken = this.of(owner, list);
    const [, stem = wanted, number] = /^(.*?)(\d+)$/.exec(wanted) ?? [];
    const start = number === undefined ? `${stem}-` : stem;
    let code = wanted;
    for (let next = Number(number ?? 1) + 1; taken.has(code); next += 1) {
      const tail = String(next);
      code = `${start.slice(0, LONGEST_CODE - tail.length)}${tail}`;
    }
    taken.add(code);
    return code;
  }

  private of(owner: PartAddress, list: PartList): Set<string> {
    const key = SHARED[list] ?? `${owner}/${list}`;
    const found = this.taken.get(key) ?? new Set();
    this.taken.set(key, found);
    return found;
  }
}
