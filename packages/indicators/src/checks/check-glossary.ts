import type { FaultList } from './fault-list.js';
import type { Questionnaire } from '../definition/questionnaire.js';

/** Terms point to other terms of the glossary. */
export function checkGlossary({ glossary = [] }: Questionnaire, faults: FaultList): void {
  const known = new Set(glossary.map(({ id }) => id));
  for (const [at, term] of glossary.entries()) {
    for (const [place, id] of (term.seeAlso ?? []).entries()) {
      if (known.has(id) && id !== term.id) continue;
      faults.add({
        code: 'unknownTerm',
        path: ['glossary', at, 'seeAlso', place],
        message: `“${id}” is no other term of this glossary.`,
        mend: 'Name the id of another term, or remove it.',
      });
    }
  }
}
